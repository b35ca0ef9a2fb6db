import assert from 'node:assert/strict';
import type { MarketplaceAdapter } from '../../core/adapter.js';
import type { Receipt, Settlement, WriteAttempt } from '../../core/attempt.js';
import { requireOperation } from '../../core/capabilities.js';
import { writeOperations, type WriteOperationName } from '../../core/operations.js';
import { isInstant } from '../../core/time.js';
import { withLive, type LiveBench } from '../bench.js';
import { requireHook } from '../hooks.js';
import { assertPlainJson } from '../plain-json.js';
import type { AdapterSuite, Check, Skippable } from '../suite.js';

/** How often a settlement may ask to be looked at again. */
const maxLooks = 20;

const settleFully = async ({ live }: LiveBench, adapter: MarketplaceAdapter, attempt: WriteAttempt): Promise<Settlement> => {
  const settle = requireOperation(adapter, 'settle');
  for (let look = 0; look < maxLooks; look += 1) {
    const settlement = await settle(attempt);
    assertPlainJson(settlement, 'the settlement');
    assert.ok(settlement.evidence.length > 0, 'the settlement does not say what was read');
    const isOpen = settlement.state === 'pending' || settlement.state === 'unknown';
    if (!isOpen || settlement.checkAgainAt === undefined) return settlement;
    await live.advanceTo(settlement.checkAgainAt);
  }
  return assert.fail(`the settlement asked to be looked at again ${maxLooks} times`);
};

const uncertainAttempt = (receipt: Receipt, sent: number): WriteAttempt => {
  assert.equal(sent, 1, 'a write that was not answered was not sent exactly once');
  assert.ok(receipt.state === 'uncertain', `the receipt says '${receipt.state}' though no answer came`);
  assert.ok(isInstant(receipt.checkAt), 'checkAt is not an instant');
  assertPlainJson(receipt, 'the receipt');
  return receipt.attempt;
};

/** As a journal would give it back to a process that was restarted. */
const fromJournal = async (bench: LiveBench, suite: AdapterSuite): Promise<MarketplaceAdapter> =>
  suite.skip?.reopen === undefined ? requireHook(bench.live, 'reopen')() : bench.adapter;

const settles = (
  operation: WriteOperationName,
  {
    fault,
    title,
    allowed,
  }: { fault: 'loseNextResponse' | 'dropNextRequest'; title: string; allowed: readonly Settlement['state'][] },
): Check => ({
  title: `${operation}: ${title}`,
  needs: [fault] satisfies readonly Skippable[],
  run: (suite) =>
    withLive(suite, async (bench) => {
      const provoke = requireHook(bench.live, fault);
      const { id, call } = await bench.live.prepare(operation);
      const before = bench.live.requests().writes;
      await provoke(operation);
      const told: WriteAttempt[] = [];
      const receipt = await call(id, { onAttempt: (attempt) => void told.push(attempt) });
      const attempt = uncertainAttempt(receipt, bench.live.requests().writes - before);
      assert.deepEqual(told, [attempt], 'onAttempt was told of another attempt than the receipt holds');
      const settlement = await settleFully(bench, await fromJournal(bench, suite), attempt);
      assert.ok(allowed.includes(settlement.state), `settled as '${settlement.state}', expected ${allowed.join(' or ')}`);
      assert.equal(bench.live.requests().writes - before, 1, 'settling sent the write again');
    }),
});

/** Where the marketplace never shows what a write did, nobody can know, and the settlement must say so. */
const lostAnswer = ({ neverShown = {} }: AdapterSuite, operation: WriteOperationName): Check => {
  const reason = neverShown[operation];
  return settles(operation, {
    fault: 'loseNextResponse',
    title: `is not repeated when its answer is lost, and is settled as ${reason === undefined ? 'applied' : `unknown: ${reason}`}`,
    allowed: [reason === undefined ? 'applied' : 'unknown'],
  });
};

/** What becomes of a write that was not answered. */
export const settlingChecksOf = (suite: AdapterSuite): readonly Check[] =>
  writeOperations
    .filter((operation) => suite.operations.includes(operation))
    .flatMap((operation) => [
      lostAnswer(suite, operation),
      settles(operation, {
        fault: 'dropNextRequest',
        title: 'is not repeated when no answer comes, and is never settled as applied',
        allowed: ['not-applied', 'unknown'],
      }),
    ]);
