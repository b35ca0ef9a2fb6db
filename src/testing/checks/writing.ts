import assert from 'node:assert/strict';
import type { Receipt, WriteAttempt } from '../../core/attempt.js';
import { fingerprintOf } from '../../core/case.js';
import { writeOperations, type WriteOperationName } from '../../core/operations.js';
import { isInstant } from '../../core/time.js';
import { withLive, type LiveBench } from '../bench.js';
import { requireHook } from '../hooks.js';
import type { PreparedWrite } from '../live-marketplace.js';
import { assertPlainJson } from '../plain-json.js';
import type { AdapterSuite, Check } from '../suite.js';

const writesOf = (suite: AdapterSuite): readonly WriteOperationName[] =>
  writeOperations.filter((operation) => suite.operations.includes(operation));

const assertSentNothing = ({ live }: LiveBench, before: number, when: string): void => {
  assert.equal(live.requests().writes, before, `a write was sent ${when}`);
};

const checkAttempt = (attempt: WriteAttempt, { id }: PreparedWrite, operation: WriteOperationName): void => {
  assertPlainJson(attempt, 'the attempt');
  assert.equal(attempt.operation, operation);
  assert.equal(attempt.id, id);
  assert.ok(isInstant(attempt.startedAt), 'startedAt is not an instant');
};

const sendsOnce = (operation: WriteOperationName): Check => ({
  title: `${operation}: is sent once, and tells of the attempt before it is`,
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      const prepared = await live.prepare(operation);
      const seen = fingerprintOf(await adapter.cases.get(prepared.id));
      const before = live.requests().writes;
      const attempts: { attempt: WriteAttempt; sent: number }[] = [];
      const onAttempt = (attempt: WriteAttempt): void => void attempts.push({ attempt, sent: live.requests().writes - before });
      const receipt: Receipt = await prepared.call(prepared.id, { onAttempt, seen });
      assert.ok(receipt.state !== 'uncertain', 'the receipt is uncertain though the answer came');
      assert.equal(live.requests().writes - before, 1, 'not sent exactly once');
      const [told] = attempts;
      assert.ok(told !== undefined && attempts.length === 1, `onAttempt was called ${attempts.length} times`);
      assert.equal(told.sent, 0, 'the write was sent before onAttempt had been called');
      checkAttempt(told.attempt, prepared, operation);
      assert.equal(told.attempt.before, seen, '`before` is not the fingerprint of the case as it was');
      assertPlainJson(receipt, 'the receipt');
    }),
});

const journalFirst = (operation: WriteOperationName): Check => ({
  title: `${operation}: sends nothing when the journal fails or the caller gives up`,
  run: (suite) =>
    withLive(suite, async (bench) => {
      const { id, call } = await bench.live.prepare(operation);
      const before = bench.live.requests().writes;
      const full = new Error('the journal is full');
      const onAttempt = (): Promise<void> => Promise.reject(full);
      await assert.rejects(call(id, { onAttempt }), (error) => error === full, 'the error of onAttempt is lost');
      assertSentNothing(bench, before, 'though onAttempt failed');
      const control = new AbortController();
      await bench.failing('aborted', () => call(id, { signal: control.signal, onAttempt: () => control.abort() }));
      assertSentNothing(bench, before, 'though the call was aborted first');
    }),
});

const seesChange = (operation: WriteOperationName): Check => ({
  title: `${operation}: refuses a case that has changed since it was seen`,
  needs: ['changeCase'],
  run: (suite) =>
    withLive(suite, async (bench) => {
      const changeCase = requireHook(bench.live, 'changeCase');
      const { id, call } = await bench.live.prepare(operation);
      const seen = fingerprintOf(await bench.adapter.cases.get(id));
      await changeCase(id);
      const before = bench.live.requests().writes;
      await bench.failing('conflict', () => call(id, { seen }));
      assertSentNothing(bench, before, 'about a case that had changed');
    }),
});

const holdsExpectation = (operation: 'accept' | 'acceptOffer'): Check => ({
  title: `${operation}: refuses to agree to something else than was expected`,
  run: (suite) =>
    withLive(suite, async (bench) => {
      const { id, mismatched } = await bench.live.prepare(operation);
      assert.ok(mismatched !== undefined, `prepare('${operation}') gave no \`mismatched\` call`);
      const before = bench.live.requests().writes;
      await bench.failing('conflict', () => mismatched(id));
      assertSentNothing(bench, before, 'that agreed to something unexpected');
    }),
});

const tooLate: Check = {
  title: 'raises DeadlinePassedError when it is too late, and sends nothing',
  needs: ['prepareTooLate'],
  run: (suite) =>
    withLive(suite, async (bench) => {
      const { id, call } = await requireHook(bench.live, 'prepareTooLate')();
      const before = bench.live.requests().writes;
      await bench.failing('deadline-passed', () => call(id));
      assertSentNothing(bench, before, 'after the deadline');
    }),
};

/** What every write of the adapter keeps to. */
export const writingChecksOf = (suite: AdapterSuite): readonly Check[] => {
  const writes = writesOf(suite);
  const agreeing = (['accept', 'acceptOffer'] as const).filter((operation) => suite.operations.includes(operation));
  return [
    ...writes.flatMap((operation) => [sendsOnce(operation), journalFirst(operation), seesChange(operation)]),
    ...agreeing.map(holdsExpectation),
    ...(writes.length > 0 ? [tooLate] : []),
  ];
};
