import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, decide, type CaseFacts, type Pack, type PolicyDocument } from 'aftersale/policy';
import { checkPolicy, type AnalysisFinding } from 'aftersale/policy/analysis';
import { horizon, house, withdrawal } from './small-policy.js';

type Rule = PolicyDocument['rules'][number];

const countries = ['DE', 'FR', 'US'] as const;
const categories = ['general', 'toys'] as const;
const flags = [false, true] as const;

/** Every case of the small world the policies below speak of: one day of delivery, asked on each of the days that can matter. */
interface SmallCase {
  readonly country: (typeof countries)[number];
  readonly category: (typeof categories)[number];
  readonly isUsed: boolean;
}

const cases: readonly SmallCase[] = countries.flatMap((country) =>
  categories.flatMap((category) => flags.map((isUsed) => ({ country, category, isUsed }))),
);

/** Delivered on 9 March: days 1, 7, 8, 14, 15, 20 and 21 after it. Between them nothing can change. */
const days = ['10', '16', '17', '23', '24', '29', '30'].map((day) => `2026-03-${day}`);

const factsOf = ({ country, category, isUsed }: SmallCase, requestedAt: string): CaseFacts => ({
  buyer: { country, timeZone: 'UTC' },
  seller: { country: 'CN', timeZone: 'Asia/Shanghai' },
  order: { placedAt: '2026-03-06', deliveredAt: '2026-03-09' },
  item: { price: { minor: 8000, currency: 'EUR' }, quantity: 1, quantityOrdered: 1, category, condition: { isUsed } },
  reason: 'no-longer-needed',
  requestedAt,
});

const law: Pack = {
  layer: 'law',
  id: 'law:XX',
  countries: ['DE', 'US'],
  rules: [
    withdrawal({ pays: { return: { payer: 'seller' } } }),
    {
      id: 'german-toys',
      rights: ['withdrawal'],
      source: 'Law 3',
      confidence: 'text',
      when: { country: ['DE'], category: ['toys'] },
      terms: {
        window: { closes: { kind: 'span', amount: 14, unit: 'days', from: 'delivered' }, roll: 'none' },
        pays: { return: { payer: 'seller' } },
      },
    },
    {
      id: 'toys',
      rights: ['withdrawal'],
      source: 'Law 2',
      confidence: 'text',
      when: { country: ['US'], category: ['toys'] },
      terms: { exclude: 'toys' },
    },
  ],
};

const when: fc.Arbitrary<NonNullable<Rule['when']>> = fc.record(
  {
    country: fc.subarray([...countries], { minLength: 1 }),
    category: fc.constantFrom(...categories),
    condition: fc.record({ isUsed: fc.boolean() }),
  },
  { requiredKeys: [] },
);

const terms: fc.Arbitrary<Partial<Rule>> = fc.oneof(
  fc.record({ window: fc.record({ days: fc.constantFrom(7, 14, 20), from: fc.constant('delivered' as const) }) }),
  fc.record({ exclude: fc.constant('excluded') }),
  fc.record({ pays: fc.record({ return: fc.constantFrom('buyer' as const, 'seller' as const) }) }),
);

const policy: fc.Arbitrary<PolicyDocument> = fc.array(fc.record({ when, terms }), { minLength: 2, maxLength: 4 }).map((rules) =>
  house(
    rules.map((rule, index) => ({
      id: `rule-${String(index)}`,
      when: { ...rule.when, reasonClass: 'withdrawal' },
      ...rule.terms,
    })),
  ),
);

const isCompiled = (document: PolicyDocument): boolean => {
  try {
    compilePolicy([document], { packs: [law] });
    return true;
  } catch {
    return false;
  }
};

const name = ({ country, category, isUsed }: SmallCase): string => `${country} ${category} ${isUsed ? 'used' : 'unused'}`;

type Fault = 'gap' | 'refused' | 'return' | 'worse-off';

/** Asks `decide` about every case and day. */
const bruteForce = (document: PolicyDocument): ReadonlyMap<Fault, ReadonlySet<string>> => {
  const compiled = compilePolicy([document], { packs: [law] });
  const found = new Map<Fault, Set<string>>([
    ['gap', new Set()],
    ['refused', new Set()],
    ['return', new Set()],
    ['worse-off', new Set()],
  ]);
  const answers = (each: SmallCase) => days.map((at) => decide(compiled, factsOf(each, at), { at }).rights);
  for (const each of cases) {
    for (const [day, rights] of answers(each).entries()) {
      const own = rights.find(({ layer }) => layer === 'seller');
      const other = rights.find(({ layer }) => layer === 'law');
      if (own === undefined) found.get('gap')?.add(name(each));
      if (own?.verdict === 'ineligible' && other?.verdict === 'eligible') found.get('refused')?.add(name(each));
      if (own?.verdict === 'eligible' && other?.verdict === 'eligible' && own.pays.return === 'buyer')
        found.get('return')?.add(name(each));
      const worse = each.isUsed ? undefined : answers({ ...each, isUsed: true })[day]?.find(({ layer }) => layer === 'seller');
      const isRefused = own?.verdict === 'ineligible' && worse?.verdict === 'eligible';
      const isDearer =
        own?.verdict === 'eligible' &&
        worse?.verdict === 'eligible' &&
        own.pays.return === 'buyer' &&
        worse.pays.return === 'seller';
      if (isRefused || isDearer) found.get('worse-off')?.add(name(each));
    }
  }
  return found;
};

/** Countries stand first: `DE, FR, toys`, `every country but US, used goods`. */
const countryList = /^(?<but>every country but )?(?<codes>[A-Z]{2}(?:(?:, | or )[A-Z]{2})*)(?:, | and |$)/;

const isInCountry = (text: string, country: string): boolean => {
  const { but, codes } = countryList.exec(text)?.groups ?? {};
  return codes === undefined || codes.split(/, | or /).includes(country) === (but === undefined);
};

const isOfGoods = (word: string, { category, isUsed }: SmallCase): boolean => {
  if (word === 'used goods' || word === 'unused goods') return isUsed === (word === 'used goods');
  const named = word.replace(/^not /, '').split(' or ');
  const isAboutCategory = named.some((each) => each === 'general' || each === 'toys');
  return !isAboutCategory || named.includes(category) !== word.startsWith('not ');
};

/** What all cases have in common is told with commas, what they differ in with `and` between alternatives. */
const holdsIn = (text: string, between: string, each: SmallCase): boolean =>
  isInCountry(text, each.country) &&
  text
    .replace(countryList, '')
    .split(between)
    .every((word) => isOfGoods(word, each));

/** Whether the region of a finding holds the case, read from its words alone. */
const holds = ({ region }: AnalysisFinding, each: SmallCase): boolean =>
  region
    .split('; also ')
    .some((kind) =>
      kind
        .split('; ')
        .every((part) =>
          part.includes(', or ')
            ? part.split(', or ').some((alternative) => holdsIn(alternative, ' and ', each))
            : holdsIn(part, ', ', each),
        ),
    );

const faultOf = ({ code, witness, region }: AnalysisFinding): Fault | null => {
  if (code === 'gap') return region.includes('change of mind') ? 'gap' : null;
  if (code === 'monotonicity') return 'worse-off';
  if (code !== 'floor') return null;
  return witness?.demands?.startsWith('yes') === true ? 'refused' : 'return';
};

describe('the findings about a small policy', () => {
  it('are exactly those that asking about every case and day finds', () => {
    fc.assert(
      fc.property(policy, (document) => {
        fc.pre(isCompiled(document));
        const { findings } = checkPolicy([document], { packs: [law], horizon });
        for (const [fault, expected] of bruteForce(document)) {
          const about = findings.filter((finding) => faultOf(finding) === fault);
          const said = cases.filter((each) => about.some((finding) => holds(finding, each))).map(name);
          expect({ fault, cases: said }).toEqual({ fault, cases: cases.map(name).filter((each) => expected.has(each)) });
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it('have witnesses that decide as they say', () => {
    fc.assert(
      fc.property(policy, (document) => {
        fc.pre(isCompiled(document));
        const compiled = compilePolicy([document], { packs: [law] });
        for (const { code, witness } of checkPolicy([document], { packs: [law], horizon }).findings) {
          if (code !== 'floor' || witness === null) continue;
          const { rights } = decide(compiled, witness.facts, { at: witness.at });
          const own = rights.find(({ layer }) => layer === 'seller');
          expect(rights.find(({ layer }) => layer === 'law')?.verdict).toBe('eligible');
          if (witness.says.startsWith('no')) expect(own?.verdict).toBe('ineligible');
          else expect(own?.pays.return).toBe('buyer');
        }
      }),
      { numRuns: 10, seed: 11 },
    );
  });
});
