import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, isBoxWithin, type Box } from '../../../../src/policy/analysis/space/box.js';
import { createBudget } from '../../../../src/policy/analysis/space/budget.js';
import type { Space } from '../../../../src/policy/analysis/space/space.js';
import { representFacts } from '../../../../src/policy/analysis/space/representative.js';
import { findDifferences, type DocumentDifferences } from '../../../../src/policy/analysis/diff/find-differences.js';
import { isPartDifferent } from '../../../../src/policy/analysis/diff/part-of-answer.js';
import { differenceParts, type DifferencePart } from '../../../../src/policy/analysis/diff/policy-diff.js';
import { openSide, type Side } from '../../../../src/policy/analysis/diff/side.js';
import { formatCivilDay } from '../../../../src/policy/calendar/civil-day.js';
import { decide, PolicyDocumentError } from '../../../../src/policy/index.js';

const days = { from: 20_454, to: 21_184 };
const delivered = Math.floor((days.from + days.to) / 2);
/** Both sides of every end that a policy below can have. */
const askedAfter = [0, 7, 8, 14, 15, 30, 31, 400];

const terms = fc.record(
  {
    window: fc.constantFrom({ days: 7 }, { days: 14 }, { days: 30 }, 'unlimited'),
    pays: fc.constantFrom({ return: 'buyer' }, { return: 'seller' }, { return: 'seller', outbound: 'seller' }),
    refund: fc.constantFrom({ item: '100%' }, { item: '50%' }, { item: '100%', form: 'store-credit' }),
    remedies: fc.constantFrom(['refund'], ['refund', 'exchange'], ['exchange']),
    conditions: fc.constantFrom(['unused'], ['unused', 'complete']),
    otherwise: fc.constantFrom('refuse', { deduct: { kind: 'use', upTo: '40%' } }),
    exclude: fc.constant('no-return'),
    review: fc.constant('look-first'),
  },
  { requiredKeys: [] },
);

const when = fc.constantFrom(
  { country: 'DE' },
  { country: ['DE', 'FR'] },
  { category: 'electronics' },
  { traits: ['custom-made'] },
  { price: { to: '20.00 EUR' } },
  { country: 'DE', category: ['electronics', 'toys'] },
  { reason: 'does-not-fit' },
);

const policy = fc
  .record({
    base: terms,
    exceptions: fc.array(fc.record({ when, terms }), { maxLength: 3 }),
    answer: fc.option(fc.constantFrom(2, 3), { nil: undefined }),
  })
  .map(({ base, exceptions, answer }) => ({
    aftersale: 'policy/v1',
    id: 'random',
    currency: 'EUR',
    rules: [
      {
        id: 'base',
        when: { reasonClass: 'withdrawal' },
        window: { days: 14 },
        refund: { item: '100%' },
        ...base,
        except: exceptions.map((each, index) => ({ id: `e${String(index)}`, when: each.when, ...each.terms })),
      },
    ],
    ...(answer === undefined ? {} : { promises: { answer: { days: answer, from: 'requested' } } }),
  }));

const open = (document: object): Side | null => {
  try {
    return openSide([document], []);
  } catch (error) {
    // Random rules contradict each other now and then: such a policy decides nothing.
    if (PolicyDocumentError.isInstance(error)) return null;
    throw error;
  }
};

/** Every combination of one class of each axis. */
const cellsOf = (space: Space): readonly Box[] =>
  space.axes.reduce<readonly Box[]>(
    (boxes, { whole }) => boxes.flatMap((box) => bitsOf(whole).map((bit) => [...box, 1n << BigInt(bit)])),
    [[]],
  );

type Found = ReadonlySet<string>;

const key = (part: DifferencePart, box: Box, offset: number | 'some'): string => `${part} ${box.join()} ${String(offset)}`;

/** What differs, by asking both policies about every cell on every day that matters. */
const bruteForce = (before: Side, after: Side, { comparison, setting }: DocumentDifferences): Found => {
  const found = new Set<string>();
  for (const box of cellsOf(comparison.space)) {
    for (const offset of askedAfter) {
      const timeline = { contract: delivered - 3, placed: delivered - 3, delivered, requested: delivered + offset };
      const facts = representFacts(comparison.space, box, { setting, timeline });
      if (facts === null) continue;
      const at = { at: formatCivilDay(timeline.requested) };
      const [old, recent] = [decide(before.own, facts, at), decide(after.own, facts, at)];
      for (const part of differenceParts)
        if (isPartDifferent(part, old, recent)) found.add(key(part, box, part === 'verdict' ? offset : 'some'));
    }
  }
  return found;
};

/** The same from the regions. Terms other than the verdict are said of a case, whatever the day. */
const fromRegions = ({ comparison, regions }: DocumentDifferences): Found => {
  const found = new Set<string>();
  for (const box of cellsOf(comparison.space)) {
    for (const { region, boxes, days: ofDays } of regions) {
      if (!boxes.some((outer) => isBoxWithin(box, outer))) continue;
      if (region.part !== 'verdict') found.add(key(region.part, box, 'some'));
      else
        for (const offset of askedAfter)
          if (ofDays === null || (offset >= ofDays.from && offset <= ofDays.to)) found.add(key('verdict', box, offset));
    }
  }
  return found;
};

describe('the differences of two random policies', () => {
  it('are exactly those that asking about every cell finds', () => {
    fc.assert(
      fc.property(policy, policy, (old, recent) => {
        const [before, after] = [open(old), open(recent)];
        fc.pre(before !== null && after !== null);
        const found = findDifferences(before, after, { days, budget: createBudget(100_000) });
        fc.pre(cellsOf(found.comparison.space).length <= 300);
        expect([...fromRegions(found)].sort()).toEqual([...bruteForce(before, after, found)].sort());
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
