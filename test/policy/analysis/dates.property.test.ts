import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, decide, PolicyDocumentError, type CaseFacts, type Pack, type Policy } from 'aftersale/policy';
import { checkPolicy, diffPolicies, type DifferencePart } from 'aftersale/policy/analysis';
import { withdrawal } from './small-policy.js';
import { formatCivilDay, parseCivilDay } from '../../../src/policy/calendar/civil-day.js';

const horizon = { from: '2026-01-01', to: '2027-06-30' } as const;

const ranges = [
  { from: '2026-11-01', to: '2026-12-31' },
  { from: '2027-02-03', to: '2027-02-20' },
  { from: '2026-03-01', to: '2026-03-05' },
  { from: '2027-01-01' },
  { to: '2026-06-30' },
] as const;

const dayOf = (text: string): number => parseCivilDay(text) ?? Number.NaN;

const edges = ranges.flatMap((range) => Object.values(range)).map(dayOf);
const asked = [0, 5, 6, 14, 15, 30, 31];
/** Deliveries from which each end of a range is met on each of those days. */
const deliveries = [...new Set(edges.flatMap((edge) => asked.map((days) => edge - days)))];

const casesOn = (delivered: number): readonly CaseFacts[] =>
  asked.flatMap((days) =>
    delivered - 3 < dayOf(horizon.from) || delivered + days > dayOf(horizon.to)
      ? []
      : [
          {
            buyer: { country: 'DE', timeZone: 'Europe/Berlin' },
            seller: { country: 'DE', timeZone: 'Europe/Berlin' },
            order: { placedAt: formatCivilDay(delivered - 3), deliveredAt: formatCivilDay(delivered), isWhole: true },
            item: { price: { minor: 8000, currency: 'EUR' }, quantity: 1, quantityOrdered: 1 },
            reason: 'no-longer-needed',
            requestedAt: formatCivilDay(delivered + days),
          },
        ],
  );

const cases = deliveries.flatMap(casesOn);

const range = fc.constantFrom(...ranges);
const window = fc.constantFrom(
  { days: 5 },
  { days: 14 },
  { days: 30 },
  { days: 14, from: 'placed' },
  { months: 1 },
  { businessDays: 10 },
  { days: 400 },
);
const when = fc.oneof(
  fc.record({ requested: range }),
  fc.record({ placed: range }),
  fc.record({ delivered: range }),
  fc.record({ delivered: range, requested: range }),
  fc.record({ country: fc.constant('DE'), requested: range }),
);
const terms = fc.oneof(
  fc.record({ window }),
  fc.constantFrom(
    { exclude: 'closed' },
    { pays: { return: 'buyer' } },
    { refund: { item: '50%' } },
    { extend: { until: '2027-01-31' } },
    { review: 'look-first' },
  ),
);
const exception = fc.record({ when, terms });

const shop = (base: object, exceptions: readonly { readonly when: object; readonly terms: object }[]): object => ({
  aftersale: 'policy/v1',
  id: 'shop',
  currency: 'EUR',
  seller: { country: 'DE', timeZone: 'Europe/Berlin' },
  rules: [
    {
      id: 'base',
      when: { reasonClass: 'withdrawal' },
      window: base,
      pays: { return: 'seller' },
      refund: { item: '100%' },
      remedies: ['refund'],
      except: exceptions.map((each, index) => ({ id: `e${String(index)}`, when: each.when, ...each.terms })),
    },
  ],
});

/** Random rules contradict each other now and then: such a policy decides nothing. */
const compiled = (document: object, packs: readonly Pack[] = []): Policy | null => {
  try {
    return compilePolicy([document], { packs });
  } catch (error) {
    if (PolicyDocumentError.isInstance(error)) return null;
    throw error;
  }
};

const answersTo = (policy: Policy, facts: CaseFacts): ReturnType<typeof decide> =>
  decide(policy, facts, { at: facts.requestedAt ?? '' });

const differingParts = (old: Policy, recent: Policy): ReadonlySet<DifferencePart> => {
  const parts = new Set<DifferencePart>();
  for (const facts of cases) {
    const [before, after] = [answersTo(old, facts), answersTo(recent, facts)];
    if (before.verdict !== after.verdict) parts.add('verdict');
    if (before.verdict !== 'eligible' || after.verdict !== 'eligible') continue;
    if (before.pays.return !== after.pays.return) parts.add('return');
    if (before.refund.total?.minor !== after.refund.total?.minor) parts.add('refund');
  }
  return parts;
};

const law: Pack = {
  layer: 'law',
  id: 'law:XX',
  countries: ['DE'],
  rules: [withdrawal({ pays: { return: { payer: 'seller' } } })],
};

/** What some case shows the policy to give less of than the law. */
const brokenParts = (policy: Policy): ReadonlySet<string> => {
  const parts = new Set<string>();
  for (const facts of cases) {
    const { rights } = answersTo(policy, facts);
    const [own, other] = ['seller', 'law'].map((wanted) => rights.find(({ layer }) => layer === wanted));
    if (other?.verdict !== 'eligible') continue;
    if (own?.verdict === 'ineligible') parts.add('verdict');
    if (own?.verdict === 'eligible' && own.pays.return === 'buyer') parts.add('return');
  }
  return parts;
};

describe('rules for some days only', () => {
  it('differ in no part that the differences leave out', () => {
    fc.assert(
      fc.property(window, window, fc.boolean(), exception, fc.option(exception), (base, otherBase, isSame, added, shared) => {
        const common = shared === null ? [] : [shared];
        const documents = [shop(base, common), shop(isSame ? base : otherBase, [...common, added])] as const;
        const [old, recent] = [compiled(documents[0]), compiled(documents[1])];
        fc.pre(old !== null && recent !== null);
        const { differences, hidden } = diffPolicies([documents[0]], [documents[1]], { packs: [], horizon });
        const found = new Set([...differences, ...hidden].map(({ part }) => part));
        expect([...differingParts(old, recent)].filter((part) => !found.has(part))).toEqual([]);
      }),
      { numRuns: 15, seed: 17 },
    );
  });

  it('give less than the law in no part that the findings leave out', () => {
    fc.assert(
      fc.property(window, fc.array(exception, { minLength: 1, maxLength: 2 }), (base, exceptions) => {
        const document = shop(base, exceptions);
        const policy = compiled(document, [law]);
        fc.pre(policy !== null);
        const { findings } = checkPolicy([document], { packs: [law], horizon });
        const found = new Set(findings.filter(({ code }) => code === 'floor').map(({ part }) => part));
        expect([...brokenParts(policy)].filter((part) => ![...found].includes(part as never))).toEqual([]);
      }),
      { numRuns: 15, seed: 19 },
    );
  });
});
