import { describe, expect, it } from 'vitest';
import { InvalidInputError } from 'aftersale';
import { applyWaivers, checkPolicy, diffPolicies } from 'aftersale/policy/analysis';
import { europeanUnion } from '../../../src/policy/packs/law/eu/index.js';

const house = (days = 30): object => ({
  aftersale: 'policy/v1',
  id: 'house',
  currency: 'EUR',
  rules: [{ id: 'base', window: { days, from: 'delivered' } }],
});

/** As plain JavaScript calls them: whatever it has, in whatever place. */
const plain =
  (call: (...given: never[]) => unknown, ...given: readonly unknown[]): (() => unknown) =>
  () => {
    const answer: unknown = Reflect.apply(call, undefined, given);
    return answer;
  };

const pathsIn = (call: () => unknown): readonly string[] => {
  try {
    call();
    return [];
  } catch (error) {
    if (!InvalidInputError.isInstance(error)) throw error;
    return error.issues.map(({ path }) => path);
  }
};

const wrongOptions = [
  { title: 'none at all', options: undefined, paths: ['options'] },
  { title: 'no packs', options: {}, paths: ['packs'] },
  { title: 'packs still being loaded', options: { packs: Promise.resolve([]) }, paths: ['packs'] },
  { title: 'what is no pack among packs', options: { packs: [europeanUnion, null, house()] }, paths: ['packs.1', 'packs.2'] },
  { title: 'a misspelled name', options: { packs: [], horizont: {} }, paths: ['horizont'] },
  { title: 'a horizon of nothing', options: { packs: [], horizon: null }, paths: ['horizon'] },
  { title: 'a horizon with other ends', options: { packs: [], horizon: { until: '2026-11-22' } }, paths: ['horizon.until'] },
  { title: 'a day that is none', options: { packs: [], horizon: { from: '2026-02-30' } }, paths: ['horizon.from'] },
  { title: 'an instant for a day', options: { packs: [], horizon: { to: '2026-11-22T00:00:00Z' } }, paths: ['horizon.to'] },
  { title: 'days out of order', options: { packs: [], horizon: { from: '2027-01-01', to: '2026-01-01' } }, paths: ['horizon'] },
  { title: 'a budget that is no number', options: { packs: [], cellBudget: Number.NaN }, paths: ['cellBudget'] },
  { title: 'a budget of nothing', options: { packs: [], cellBudget: 0 }, paths: ['cellBudget'] },
  {
    title: 'several at once',
    options: { packs: [], cellBudget: '10', horizon: { from: 5 } },
    paths: ['cellBudget', 'horizon.from'],
  },
];

describe('the options of an analysis', () => {
  it.each(wrongOptions)('are refused by place: $title', ({ options, paths }) => {
    expect(pathsIn(plain(checkPolicy, [house()], options))).toEqual(paths);
    expect(pathsIn(plain(diffPolicies, [house()], [house(14)], options))).toEqual(paths);
  });

  it('name the floors there are, which only a check has', () => {
    expect(pathsIn(plain(checkPolicy, [house()], { packs: [], against: ['law', 'laws'] }))).toEqual(['against.1']);
    expect(pathsIn(plain(checkPolicy, [house()], { packs: [], against: 'law' }))).toEqual(['against']);
    expect(pathsIn(plain(diffPolicies, [house()], [house()], { packs: [], against: ['law'] }))).toEqual(['against']);
  });

  it('name places there are, of which there is at least one', () => {
    const given = (countries: unknown): readonly string[] => pathsIn(plain(checkPolicy, [house()], { packs: [], countries }));
    expect(given(['DE', 'XX', 'us-ca', 7])).toEqual(['countries.1', 'countries.2', 'countries.3']);
    expect([given([]), given('DE')]).toEqual([['countries'], ['countries']]);
  });

  it('say what was expected and what was found', () => {
    expect(plain(checkPolicy, [house()], { packs: [], horizon: { from: 'soon' } })).toThrow(
      "checkPolicy: horizon.from: expected a calendar day, such as 2026-11-22, got 'soon'",
    );
  });

  it('may be left out where they have a default, and lift the budget', () => {
    const options = { packs: [], horizon: undefined, cellBudget: Number.POSITIVE_INFINITY, against: [] };
    expect(plain(checkPolicy, [house()], options)()).toMatchObject({ findings: [], isComplete: true });
  });
});

describe('an analysis of nothing', () => {
  it('is refused: it would find nothing wrong', () => {
    expect(pathsIn(() => checkPolicy([], { packs: [] }))).toEqual(['documents']);
    expect(pathsIn(() => diffPolicies([], [], { packs: [] }))).toEqual(['documents']);
  });

  it('is none where one side has a document: a first policy differs from having none', () => {
    expect(diffPolicies([], [house()], { packs: [] }).differences).not.toEqual([]);
  });
});

describe('the settings of waivers', () => {
  const wrong = [
    { title: 'no day', settings: {}, paths: ['at', 'isComplete'] },
    { title: 'an instant', settings: { at: '2026-11-22T10:00:00.000Z', isComplete: true }, paths: ['at'] },
    { title: 'a word', settings: { at: 'tomorrow', isComplete: true }, paths: ['at'] },
    { title: 'nothing', settings: undefined, paths: ['options'] },
  ];

  it.each(wrong)('are refused by place, and let no waiver pass or end: $title', ({ settings, paths }) => {
    expect(pathsIn(plain(applyWaivers, [], [], settings))).toEqual(paths);
  });
});
