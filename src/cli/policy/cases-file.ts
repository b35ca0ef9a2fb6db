import { isMap, isNode, isSeq } from 'yaml';
import * as z from 'zod';
import { suggest } from '../../policy/document/suggest.js';
import { isWhen } from '../../policy/facts/moment.js';
import { UsageError } from '../exit-code.js';
import { noCase } from './no-case.js';
import { readYaml, type ReadYaml } from './read-yaml.js';

const plainObject = z.record(z.string(), z.unknown());
const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ minor: z.number(), currency: z.string() }),
]);

const moment = z
  .string({
    error: ({ input }) => `${input === undefined ? 'is missing; ' : ''}expected a day such as 2026-11-22, written as text`,
  })
  .refine(isWhen, 'expected a day such as 2026-11-22, or an instant such as 2026-11-22T10:00:00Z');

/** Of an expectation without a key nothing is held against the answer. */
const expectation = plainObject.refine(
  (expected) => Object.keys(expected).length > 0,
  'expected a part of a decision, such as { verdict: eligible }: what expects nothing cannot fail',
);

const sentence = z.strictObject({
  name: z.string().min(1),
  at: moment.optional(),
  facts: plainObject.optional(),
  expect: expectation.optional(),
});

const expectedRows = 'expected at least one row, a list of cells for the columns';
const expectedCases = `${noCase}; expected a list of cases`;

const table = z.strictObject({
  table: z.string().min(1),
  at: moment.optional(),
  facts: plainObject.optional(),
  expect: expectation.optional(),
  columns: z
    .array(z.string().regex(/^(facts|expect)\.[\w.-]+$/, 'expected a column such as facts.buyer.country or expect.verdict'))
    .min(1, 'expected at least one column, such as facts.buyer.country')
    .superRefine((columns, context) => {
      const twice = columns.find((column, index) => columns.indexOf(column) < index);
      if (twice !== undefined) context.addIssue({ code: 'custom', message: `two columns are called '${twice}'` });
    }),
  rows: z.array(z.array(cell), { error: expectedRows }).min(1, expectedRows),
});

const casesFileSchema = z.strictObject(
  {
    aftersale: z.literal('cases/v1', { error: "expected 'cases/v1', which a file of cases begins with" }),
    policies: z.array(z.string()).default([]),
    packs: z.strictObject({ countries: z.array(z.string()).optional(), sites: z.array(z.string()).optional() }).default({}),
    at: moment,
    facts: plainObject.default({}),
    cases: z
      .array(z.union([sentence, table], { error: 'expected a case with a name, or a table with columns and rows' }), {
        error: expectedCases,
      })
      .min(1, expectedCases),
  },
  { error: "expected a file of cases, which begins with 'aftersale: cases/v1'" },
);

export type CasesFile = z.output<typeof casesFileSchema>;

export interface LocatedCases {
  readonly content: CasesFile;
  /** The line on which each entry of `cases` begins. */
  readonly lines: readonly number[];
  /** Of each entry that is a table the lines of its rows. */
  readonly rowLines: readonly (readonly number[])[];
}

const lineOf = (node: unknown, lineCounter: ReadYaml['lineCounter']): number =>
  isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line : 1;

const itemsOf = (around: unknown, key: string): readonly unknown[] => {
  const list = isMap(around) ? around.get(key) : undefined;
  return isSeq(list) ? list.items : [];
};

const linesOf = ({ document, lineCounter }: ReadYaml): Pick<LocatedCases, 'lines' | 'rowLines'> => {
  const entries = itemsOf(document.contents, 'cases');
  return {
    lines: entries.map((entry) => lineOf(entry, lineCounter)),
    rowLines: entries.map((entry) => itemsOf(entry, 'rows').map((row) => lineOf(row, lineCounter))),
  };
};

const keys = [...new Set([sentence, table, casesFileSchema].flatMap(({ shape }) => Object.keys(shape)))];

const showKey = (key: string): string => {
  const near = suggest(key, keys);
  return near === null ? `there is no key '${key}' here` : `there is no key '${key}' here; did you mean '${near}'?`;
};

/** Each mistake with its place; a key that is not known at the key itself. */
const showIssues = ({ issues }: z.ZodError, placeOf: ReadYaml['placeOf']): string =>
  issues
    .flatMap((issue) => {
      const path = issue.path.join('.');
      const name = path === '' ? 'the file' : path;
      if (issue.code !== 'unrecognized_keys') return [`${placeOf(path)}: ${name}: ${issue.message}`];
      return issue.keys.map((key) => `${placeOf([...issue.path, key].join('.'))}: ${name}: ${showKey(key)}`);
    })
    .join('\n');

/**
 * Reads a file of cases; money may be written as `20.00 EUR`.
 *
 * @throws UsageError with the place of each mistake.
 */
export const readCasesFile = (text: string, file: string): LocatedCases => {
  const yaml = readYaml(text, file);
  const read = casesFileSchema.safeParse(yaml.content);
  if (!read.success) throw new UsageError(showIssues(read.error, yaml.placeOf));
  return { content: read.data, ...linesOf(yaml) };
};
