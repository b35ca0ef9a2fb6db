import assert from 'node:assert/strict';
import type { AdapterSuite, Check } from '../suite.js';

const namesMissing = (wanted: readonly string[], found: readonly string[]): readonly string[] =>
  wanted.filter((name) => !found.includes(name));

const answered = ({ fixtures }: AdapterSuite): readonly string[] =>
  fixtures.filter(({ expected }) => expected !== undefined).map(({ endpoint }) => endpoint);

/** Whether there are fixtures enough to prove anything. */
export const coverageCheck: Check = {
  title: 'has fixtures for every endpoint and every operation, for a refusal and for status words',
  run: (suite) => {
    const { fixtures, endpoints = [], operations } = suite;
    const names = endpoints.map(({ name }) => name);
    const found = answered(suite);
    assert.deepEqual(
      namesMissing(
        fixtures.map(({ endpoint }) => endpoint),
        names,
      ),
      [],
      'fixtures of endpoints that are not declared',
    );
    assert.deepEqual(namesMissing(names, found), [], 'endpoints without a fixture that has `expected`');
    const served = endpoints.flatMap((endpoint) => endpoint.operations);
    assert.deepEqual(namesMissing(operations, served), [], 'operations that no endpoint serves');
    assert.ok(
      fixtures.some(({ error }) => error !== undefined),
      'no fixture shows a refusal',
    );
    assert.ok(
      fixtures.some(({ openWords = [] }) => openWords.length > 0),
      'no fixture names its status words in openWords',
    );
    return Promise.resolve();
  },
};
