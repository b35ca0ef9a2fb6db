import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compilePolicy, decide, explain, explanationLocales, type ReturnDecision } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/policy/explain/messages/en.js';
import { dimensionNames, dimensionOf } from '../../../src/policy/guards/dimensions.js';
import { validFacts } from '../arbitrary-facts.js';

const policy = compilePolicy([], { packs: allPacks });
const terms = policy.sources.flatMap(({ rules }) => rules.map((rule) => rule.terms));

const wordless = (table: Readonly<Record<string, string>>, names: Iterable<string>): readonly string[] =>
  [...new Set(names)].filter((name) => !Object.hasOwn(table, name)).sort();
const withoutWords = (codes: Iterable<string>): readonly string[] =>
  wordless(
    english.codes,
    [...codes].map((code) => code.replace(/:.*/, '')),
  );

const saidBy = ({ reasons, warnings, requirements, rights }: ReturnDecision): readonly string[] => [
  ...reasons.map(({ code }) => code),
  ...warnings.map(({ code }) => code),
  ...requirements.map(({ code }) => code),
  ...rights.flatMap((right) => [...right.reasons, ...(right.lostTo === null ? [] : [right.lostTo])]),
];

const engine = path.resolve(import.meta.dirname, '../../../src/policy');

/** Codes as they stand in the engine's own sources. */
const writtenInTheEngine = (): readonly string[] =>
  [...readdirSync(path.join(engine, 'merge')).map((file) => `merge/${file}`), 'outcome.ts', 'decide.ts', 'worlds/summarize.ts']
    .map((file) => readFileSync(path.join(engine, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/\bcode: (?:[^,\n]*\? )?['`]([a-z-]+)/g)].map(([, code = '']) => code));

/** The language files have the same keys, which the compiler and test/policy/explain/messages.test.ts see to. */
describe('every code has words', () => {
  it('what ends a right or leaves it to a person, in every pack', () => {
    expect(withoutWords(terms.flatMap(({ exclude, review }) => [exclude ?? [], review ?? []].flat()))).toEqual([]);
  });

  it('what a pack requires', () => {
    expect(withoutWords(terms.flatMap(({ requirements }) => (requirements ?? []).map(({ code }) => code)))).toEqual([]);
  });

  it('what the engine itself says', () => {
    const written = writtenInTheEngine();
    expect(written).toContain('window-closed');
    expect(withoutWords(written)).toEqual([]);
  });

  it('what a guard can ask for', () => {
    expect(
      wordless(
        english.facts,
        dimensionNames.map((name) => dimensionOf(name).fact),
      ),
    ).toEqual([]);
  });

  it('whatever comes up in the answers to random cases, and the texts are whole in both languages', () => {
    fc.assert(
      fc.property(validFacts, (facts) => {
        const decision = decide(policy, facts, { at: '2026-11-20T12:00:00Z' });
        expect(withoutWords(saidBy(decision))).toEqual([]);
        expect(
          wordless(
            english.facts,
            decision.missing.map(({ fact }) => fact),
          ),
        ).toEqual([]);
        expect(
          wordless(
            english.vocabulary.presumed,
            decision.missing.flatMap(({ presumed }) => presumed ?? []),
          ),
        ).toEqual([]);
        for (const locale of explanationLocales)
          expect(explain(decision, { locale, requestedAt: facts.requestedAt ?? '2026-11-20' })).not.toMatch(
            /[{}]|undefined|null|NaN/,
          );
      }),
      { numRuns: 25 },
    );
  });
});
