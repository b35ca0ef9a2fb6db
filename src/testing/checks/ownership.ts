import assert from 'node:assert/strict';
import { supports } from '../../core/capabilities.js';
import type { CaseId } from '../../core/ids.js';
import { writeOperations } from '../../core/operations.js';
import { toInstant } from '../../core/time.js';
import { withLive, type LiveBench } from '../bench.js';
import { foreignIdsOf } from '../foreign-id.js';
import type { Check } from '../suite.js';

type Call = (id: CaseId) => Promise<unknown>;

const readCalls = ({ adapter }: LiveBench): readonly Call[] => [
  (id) => adapter.cases.get(id),
  ...(supports(adapter, 'rejectionReasons') ? [(id: CaseId) => adapter.cases.rejectionReasons(id)] : []),
  ...(supports(adapter, 'track') ? [(id: CaseId) => adapter.cases.track(id)] : []),
];

const settleCalls = ({ adapter }: LiveBench): readonly Call[] => {
  if (!supports(adapter, 'settle')) return [];
  const startedAt = toInstant(adapter.clock.now());
  return [(id) => adapter.cases.settle({ operation: 'message', id, input: null, startedAt, before: '', nativeRef: 'none' })];
};

const writeCalls = async (bench: LiveBench): Promise<readonly Call[]> => {
  const calls: Call[] = [];
  for (const operation of writeOperations) {
    if (!supports(bench.adapter, operation)) continue;
    const { call } = await bench.live.prepare(operation);
    calls.push((id) => call(id));
  }
  return calls;
};

/** Whose case it is. */
export const ownershipChecks: readonly Check[] = [
  {
    title: 'refuses the case of another account in every operation, before anything is sent',
    run: (suite) =>
      withLive(suite, async (bench) => {
        const id = await bench.live.seedCase('get');
        const calls = [...readCalls(bench), ...settleCalls(bench), ...(await writeCalls(bench))];
        const before = bench.live.requests();
        for (const call of calls)
          for (const foreign of foreignIdsOf(id)) await bench.failing('invalid-input', () => call(foreign));
        assert.deepEqual(bench.live.requests(), before, 'something was sent about a foreign case');
      }),
  },
];
