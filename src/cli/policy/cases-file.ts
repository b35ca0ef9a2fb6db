import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import { UsageError } from '../exit-code.js';
import { withMoney } from './money-words.js';

const plainObject = z.record(z.string(), z.unknown());
const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ minor: z.number(), currency: z.string() }),
]);

const sentence = z.strictObject({
  name: z.string().min(1),
  at: z.string().optional(),
  facts: plainObject.optional(),
  expect: plainObject.optional(),
});

const table = z.strictObject({
  table: z.string().min(1),
  at: z.string().optional(),
  facts: plainObject.optional(),
  expect: plainObject.optional(),
  columns: z.array(
    z.string().regex(/^(facts|expect)\.[\w.-]+$/, 'expected a column such as facts.buyer.country or expect.verdict'),
  ),
  rows: z.array(z.array(cell)).min(1),
});

const casesFileSchema = z.strictObject({
  aftersale: z.literal('cases/v1'),
  policies: z.array(z.string()).default([]),
  packs: z.strictObject({ countries: z.array(z.string()).optional(), sites: z.array(z.string()).optional() }).default({}),
  at: z.string(),
  facts: plainObject.default({}),
  cases: z.array(z.union([sentence, table], { error: 'expected a case with a name, or a table with columns and rows' })).min(1),
});

export type CasesFile = z.output<typeof casesFileSchema>;

export interface LocatedCases {
  readonly content: CasesFile;
  /** The line on which each entry of `cases` begins. */
  readonly lines: readonly number[];
}

const linesOf = (document: Document, counter: LineCounter): readonly number[] => {
  const list = isMap(document.contents) ? document.contents.get('cases') : undefined;
  if (!isSeq(list)) return [];
  return list.items.map((item) => (isMap(item) && item.range ? counter.linePos(item.range[0]).line : 1));
};

const firstIssue = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return issue === undefined ? 'not a cases file' : `${issue.path.join('.') || 'the file'}: ${issue.message}`;
};

/** Reads a file of cases; money may be written as `20.00 EUR`. */
export const readCasesFile = (text: string, file: string): LocatedCases => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax !== undefined) throw new UsageError(`${file}:${String(lineCounter.linePos(syntax.pos[0]).line)}: ${syntax.message}`);
  const read = casesFileSchema.safeParse(withMoney(document.toJS({ maxAliasCount: 50 })));
  if (!read.success) throw new UsageError(`${file}: ${firstIssue(read.error)}`);
  return { content: read.data, lines: linesOf(document, lineCounter) };
};
