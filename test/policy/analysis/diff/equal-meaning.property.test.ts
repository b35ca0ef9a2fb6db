import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, decide, PolicyDocumentError } from 'aftersale/policy';
import { diffPolicies, type DifferencePart, type PolicyDiff } from 'aftersale/policy/analysis';
import { isPartDifferent } from '../../../../src/policy/analysis/diff/part-of-answer.js';

interface Terms {
  readonly window?: { readonly days?: number; readonly months?: number; readonly from?: string };
  readonly pays?: object;
  readonly refund?: object;
  readonly remedies?: readonly string[];
  readonly exclude?: string;
}

interface Exception extends Terms {
  readonly id: string;
  readonly when: Readonly<Record<string, unknown>>;
}

/** A base rule that decides at least about books, which no exception names. */
interface Plan {
  readonly base: Required<Omit<Terms, 'exclude'>>;
  readonly exceptions: readonly Exception[];
}

const windows = [{ days: 14 }, { days: 30 }, { months: 1 }, { months: 12 }] as const;
const payers = [{ return: 'buyer' }, { return: 'seller' }] as const;
const refunds = [{ item: '100%' }, { item: '50%' }] as const;
const remedies = [['refund'], ['refund', 'exchange']] as const;

const when = fc.constantFrom(
  { country: ['DE', 'FR'] },
  { country: ['DE', 'FR', 'IT'], category: ['toys'] },
  { category: ['electronics', 'toys'] },
  { traits: ['custom-made'] },
  { reason: ['does-not-fit', 'ordered-by-mistake'], category: ['fashion'] },
);

const terms = {
  window: fc.constantFrom(...windows),
  pays: fc.constantFrom(...payers),
  refund: fc.constantFrom(...refunds),
  remedies: fc.constantFrom(...remedies),
};

const plan: fc.Arbitrary<Plan> = fc
  .record({
    base: fc.record(terms),
    exceptions: fc.array(fc.tuple(when, fc.record({ ...terms, exclude: fc.constant('no-return') }, { requiredKeys: [] })), {
      maxLength: 3,
    }),
  })
  .map(({ base, exceptions }) => ({
    base,
    exceptions: exceptions.map(([box, own], index) => ({ id: `e${String(index)}`, when: box, ...own })),
  }));

const documentOf = ({ base, exceptions }: Plan): object => ({
  aftersale: 'policy/v1',
  id: 'plain',
  currency: 'EUR',
  rules: [{ id: 'base', when: { reasonClass: 'withdrawal' }, ...base, except: exceptions }],
});

/** One exception for each country or category in turn: the same cases, rule by rule. */
const splitList = (exception: Exception): readonly Exception[] => {
  const [key, words] = Object.entries(exception.when)[0] ?? [];
  if (key === undefined || !Array.isArray(words) || key === 'traits') return [exception];
  return words.map((word: unknown, index) => ({
    ...exception,
    id: `${exception.id}-${String(index)}`,
    when: { ...exception.when, [key]: word },
  }));
};

const reversedKeys = (value: object): object => Object.fromEntries(Object.entries(value).reverse());

/** The same policy as another author would have written it. */
const rewritten = ({ base, exceptions }: Plan): object => {
  const split = exceptions.flatMap(splitList).reverse();
  const window = { from: 'delivered', ...base.window };
  const ruleFor = (id: string, placed: object): object =>
    reversedKeys({
      id,
      when: { placed, reasonClass: ['withdrawal'] },
      ...base,
      window,
      except: split.map((each, index) => reversedKeys({ ...each, id: `${id}-${String(index)}` })),
    });
  return {
    currency: 'EUR',
    id: 'other-name',
    aftersale: 'policy/v1',
    rules: [ruleFor('second-half', { from: '2026-07-01' }), ruleFor('first-half', { to: '2026-06-30' })],
  };
};

const isCompiled = (document: object): boolean => {
  try {
    compilePolicy([document]);
    return true;
  } catch (error) {
    // Random rules contradict each other now and then.
    if (PolicyDocumentError.isInstance(error)) return false;
    throw error;
  }
};

const horizon = { from: '2026-01-01', to: '2026-12-31' } as const;
const diff = (before: object, after: object): PolicyDiff => diffPolicies([before], [after], { packs: [], horizon });

describe('a policy written in another way', () => {
  it('differs in nothing: other ids and orders, lists split into rules, defaults written out', () => {
    fc.assert(
      fc.property(plan, (each) => {
        const [plain, other] = [documentOf(each), rewritten(each)];
        fc.pre(isCompiled(plain));
        expect(isCompiled(other)).toBe(true);
        for (const report of [diff(plain, other), diff(other, plain)])
          expect(report).toMatchObject({ differences: [], hidden: [], isComplete: true });
      }),
      { numRuns: 10, seed: 5 },
    );
  });
});

interface Change {
  readonly part: DifferencePart;
  readonly of: (base: Plan['base']) => Plan['base'];
}

const other = <Value>(all: readonly Value[], value: unknown): Value =>
  all.find((each) => JSON.stringify(each) !== JSON.stringify(value)) ?? all[0]!;

const changes: readonly Change[] = [
  { part: 'verdict', of: (base) => ({ ...base, window: { days: (base.window.days ?? 400) + 1 } }) },
  { part: 'return', of: (base) => ({ ...base, pays: other(payers, base.pays) }) },
  { part: 'refund', of: (base) => ({ ...base, refund: other(refunds, base.refund) }) },
  { part: 'remedies', of: (base) => ({ ...base, remedies: other(remedies, base.remedies) }) },
];

describe('one real change among many of words', () => {
  it('is always found, with cases that both policies decide as the difference says', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...changes), (each, change) => {
        const [before, after] = [documentOf(each), rewritten({ ...each, base: change.of(each.base) })];
        fc.pre(isCompiled(before) && isCompiled(after));
        const { differences } = diff(before, after);
        expect(differences.map(({ part }) => part)).toContain(change.part);
        const [old, recent] = [compilePolicy([before]), compilePolicy([after])];
        for (const { part, witness } of differences) {
          const [left, right] = [old, recent].map((policy) => decide(policy, witness.facts, { at: witness.at }));
          expect(left !== undefined && right !== undefined && isPartDifferent(part, left, right)).toBe(true);
        }
      }),
      { numRuns: 6, seed: 9 },
    );
  });
});
