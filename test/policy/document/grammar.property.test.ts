import { policyJsonSchema } from 'aftersale/policy';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toJSONSchema } from 'zod/mini';
import { findMistakes, fits } from '../../../src/policy/document/check-part.js';
import { documentGrammar } from '../../../src/policy/document/grammar.js';
import { inZod } from './grammar-in-zod.js';
import { problemsByZod, type ZodProblem } from './problems-by-zod.js';
import { sampleDocument } from './sample-document.js';

const schema = inZod(documentGrammar);

interface Edit {
  readonly path: readonly PropertyKey[];
  readonly change: 'replace' | 'leave-out' | 'misspell' | 'add' | 'wrap';
  readonly value: unknown;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const pathsOf = (value: unknown, path: readonly PropertyKey[] = []): readonly (readonly PropertyKey[])[] => {
  const inside = isList(value) ? [...value.entries()] : isGroup(value) ? Object.entries(value) : [];
  return [path, ...inside.flatMap(([key, entry]) => pathsOf(entry, [...path, key]))];
};

const onGroup = (value: Readonly<Record<string, unknown>>, { change, value: given }: Edit, key: string): unknown => {
  const kept = Object.entries(value).filter(([name]) => change === 'add' || name !== key);
  const changed: readonly (readonly [string, unknown])[] =
    change === 'leave-out'
      ? []
      : change === 'misspell'
        ? [[`${key.slice(0, -1)}x`, value[key]]]
        : change === 'wrap'
          ? [[key, [value[key]]]]
          : [[change === 'add' ? 'surplus' : key, given]];
  return Object.fromEntries([...kept, ...changed]);
};

const edited = (value: unknown, edit: Edit): unknown => {
  const [step, ...rest] = edit.path;
  if (step === undefined) return edit.change === 'replace' ? edit.value : value;
  if (isList(value)) {
    if (rest.length > 0) return value.map((entry, index) => (index === step ? edited(entry, { ...edit, path: rest }) : entry));
    if (edit.change === 'leave-out') return value.filter((_, index) => index !== step);
    return value.map((entry, index) => (index === step ? edit.value : entry));
  }
  if (!isGroup(value)) return value;
  const key = String(step);
  if (rest.length === 0) return onGroup(value, edit, key);
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, name === key ? edited(entry, { ...edit, path: rest }) : entry]),
  );
};

const junk = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'unlimited', 'DE', 'XX', '15%', '20.00 EUR', '2026-02-30', 'refnd', [], {}, true),
  fc.constantFrom<unknown>(-1, 0, 1.5, 36_500, 36_501, NaN, Infinity, [[]], ['DE', 5], { days: -1, dayz: 2 }, [{}], {
    deduct: {},
  }),
  // A document with such a key is refused before it is read.
  fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('__proto__')),
);

const edit: fc.Arbitrary<Edit> = fc.record({
  path: fc.constantFrom(...pathsOf(sampleDocument)),
  change: fc.constantFrom('replace', 'leave-out', 'misspell', 'add', 'wrap'),
  value: junk,
});

const documents = fc.array(edit, { maxLength: 4 }).map((edits) => edits.reduce(edited, structuredClone<unknown>(sampleDocument)));

const ours = (document: unknown): readonly ZodProblem[] =>
  findMistakes(documentGrammar, document).map(({ path, expected, found }) => ({
    path: path.join('.'),
    expected: found.startsWith('the key ') ? 'another key' : expected,
  }));

/** zod says twice that a number is too large to be a whole one. */
const once = (problems: readonly ZodProblem[]): readonly ZodProblem[] =>
  problems.filter(({ path }, index) => problems.findIndex((other) => other.path === path) === index);

it('finds in a document what zod finds by the same grammar, in the same order', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const parsed = schema.safeParse(document);
      expect(fits(documentGrammar, document)).toBe(parsed.success);
      expect(ours(document)).toEqual(parsed.success ? [] : once(problemsByZod(parsed.error.issues)));
      if (parsed.success) expect(parsed.data).toEqual(document);
    }),
    { numRuns: 60 },
  );
});

it('is the JSON Schema that zod writes of the same grammar', async () => {
  expect(await policyJsonSchema()).toEqual(toJSONSchema(schema));
});
