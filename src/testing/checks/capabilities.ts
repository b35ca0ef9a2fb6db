import assert from 'node:assert/strict';
import { capabilitiesOf, requireOperation, supports } from '../../core/capabilities.js';
import { toCaseId } from '../../core/ids.js';
import { operationNames, writeOperations } from '../../core/operations.js';
import { withAdapter } from '../bench.js';
import type { Check } from '../suite.js';

/** The methods present are the capability table, and what is left out says why. */
export const capabilityChecks: readonly Check[] = [
  {
    title: 'has exactly the operations it is meant to have',
    run: (suite) =>
      withAdapter(suite, ({ adapter }) => {
        const meant = [...suite.operations].sort();
        const methods = Object.entries(adapter.cases).filter(([, method]) => typeof method === 'function');
        assert.deepEqual(methods.map(([name]) => name).sort(), meant, 'the methods on `cases` differ from `operations`');
        const capabilities = capabilitiesOf(adapter);
        const supported = operationNames.filter((name) => capabilities[name].supported);
        assert.deepEqual([...supported].sort(), meant, 'capabilitiesOf differs from `operations`');
        return Promise.resolve();
      }),
  },
  {
    title: 'gives a reason and a page for every operation it leaves out, and for no other',
    run: (suite) =>
      withAdapter(suite, async ({ adapter, failing }) => {
        const missing = operationNames.filter((name) => !suite.operations.includes(name));
        assert.deepEqual(
          Object.keys(adapter.absent).sort(),
          [...missing].sort(),
          '`absent` names other operations than those missing',
        );
        for (const name of missing) {
          const { reason = '', documentation = '' } = adapter.absent[name] ?? {};
          assert.ok(reason.trim() !== '', `absent.${name} has no reason`);
          assert.match(documentation, /^https?:\/\//, `absent.${name} names no page`);
          assert.equal(supports(adapter, name), false, `supports says ${name} is there`);
          const error = await failing('unsupported-operation', () => requireOperation(adapter, name));
          assert.ok(error.message.includes(reason), `the error for ${name} does not give the reason`);
        }
      }),
  },
  {
    title: 'can settle whatever it can write, and read what it can settle',
    run: (suite) =>
      withAdapter(suite, ({ adapter }) => {
        const writes = writeOperations.filter((name) => supports(adapter, name));
        assert.ok(writes.length === 0 || supports(adapter, 'settle'), `it writes (${writes.join(', ')}) and cannot settle`);
        assert.ok(supports(adapter, 'list') && supports(adapter, 'get'), 'list and get are not optional');
        return Promise.resolve();
      }),
  },
  {
    title: 'names itself so that case ids can be made of it',
    run: (suite) =>
      withAdapter(suite, ({ adapter }) => {
        const { marketplace, environment, sellerId, clock } = adapter;
        assert.ok(toCaseId({ marketplace, environment, sellerId, nativeId: '1' }).startsWith(`${marketplace}:`));
        assert.ok(Number.isFinite(clock.now()), 'its clock does not tell the time');
        return Promise.resolve();
      }),
  },
];
