import assert from 'node:assert/strict';
import { InvalidInputError } from '../core/errors/caller-errors.js';
import { withLive, withWire } from './bench.js';
import type { AdapterSuite, Check, Skippable } from './suite.js';

const skippable: readonly Skippable[] = [
  'wire',
  'live',
  'changeCase',
  'loseNextResponse',
  'dropNextRequest',
  'seedUnknownStatus',
  'prepareTooLate',
  'reopen',
];

const partsLeftOut = ({ skip = {} }: AdapterSuite): readonly Skippable[] => skippable.filter((part) => skip[part] !== undefined);

/** Refuses a suite that would prove nothing, when it is described and not when it is run. */
export const checkSuite = (suite: AdapterSuite): void => {
  const { skip = {}, operations } = suite;
  const silent = partsLeftOut(suite).filter((part) => skip[part]?.trim() === '');
  const issues = [
    ...silent.map((part) => ({ path: `skip.${part}`, message: 'say why it cannot be checked' })),
    ...(skip.wire !== undefined && skip.live !== undefined
      ? [{ path: 'skip', message: 'with both tiers left out nothing is checked' }]
      : []),
    ...(operations.length === 0 ? [{ path: 'operations', message: 'name the operations the adapter is meant to have' }] : []),
  ];
  if (issues.length > 0) throw new InvalidInputError('describeAdapter', { issues });
};

const isReallyAbsent = async (suite: AdapterSuite, part: Skippable): Promise<void> => {
  if (part === 'wire') assert.equal(suite.fixtures.length + (suite.endpoints ?? []).length, 0, 'there are fixtures or endpoints');
  else if (part === 'live') await withWire(suite, () => Promise.resolve());
  else {
    await withLive(suite, ({ live }) => {
      assert.equal(live[part], undefined, `live.${part} is there`);
      return Promise.resolve();
    });
  }
};

/** Shows what was left out and why; fails when the part could be checked after all. */
export const leftOutChecksOf = (suite: AdapterSuite): readonly Check[] =>
  partsLeftOut(suite).map((part) => ({
    title: `${part} is not checked: ${suite.skip?.[part] ?? ''}`,
    run: () => isReallyAbsent(suite, part),
  }));
