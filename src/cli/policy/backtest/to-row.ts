import * as z from 'zod';
import type { Case } from '../../../core/case.js';
import type { Order } from '../../../core/order.js';
import { toFacts, type CaseFacts } from '../../../policy/index.js';
import { looksLikeCase, readCase } from './case-shape.js';
import { nameOfLine, wrongLine, type CaseRow, type SourceSettings } from './case-row.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only that they are an object: what is wrong inside, the decision says with its path. */
export const isFacts = (value: unknown): value is CaseFacts => isObject(value);

const wrapped = z.strictObject({ facts: z.custom<CaseFacts>(isFacts), at: z.string().optional(), id: z.string().optional() });

/** Keys nobody reads may be mistyped ones: a day that is not looked at would be another answer. */
const unknownKeys = ({ issues }: z.ZodError): string => {
  const keys = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return keys.length === 0 ? '' : `no key beside the facts is called ${keys.join(', ')}; `;
};

export const undated = 'no requestedAt: nobody can tell on which day to judge it; add it, or name a day for all with --at';

interface Told {
  readonly facts: CaseFacts;
  readonly at?: string | undefined;
  readonly name?: string | undefined;
}

/** Facts on one line of a file as a case to decide. */
export const factsRow = ({ facts, at, name }: Told, line: number, settings: SourceSettings): CaseRow => {
  const judgedAt = settings.at ?? at ?? facts.requestedAt;
  if (typeof judgedAt !== 'string') return wrongLine(line, undated);
  return { kind: 'case', past: { name: name ?? nameOfLine(line), facts, at: judgedAt }, line };
};

/** A marketplace's case as it was on the day it was opened. */
export const pastCase = (found: Case, order: Order | undefined, { at }: SourceSettings): Extract<CaseRow, { kind: 'case' }> => ({
  kind: 'case',
  past: { name: found.id, facts: toFacts(found, order), at: at ?? found.openedAt },
});

/** Reads one value of a JSONL file: facts, facts with their own `at` and `id`, or a case of the client. */
export const toRow = (value: unknown, line: number, settings: SourceSettings): CaseRow => {
  if (!isFacts(value)) return wrongLine(line, 'expected an object: the facts of a case, or a case');
  if (looksLikeCase(value)) {
    const found = readCase(value);
    return typeof found === 'string' ? wrongLine(line, found) : { ...pastCase(found, undefined, settings), line };
  }
  if (!('facts' in value)) return factsRow({ facts: value }, line, settings);
  const told = wrapped.safeParse(value);
  if (!told.success) return wrongLine(line, `${unknownKeys(told.error)}expected { "facts": …, "at"?: …, "id"?: … }`);
  return factsRow({ facts: told.data.facts, at: told.data.at, name: told.data.id }, line, settings);
};
