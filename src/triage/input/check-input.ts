import type * as z from 'zod';
import { InvalidInputError, type Issue } from '../../core/errors/caller-errors.js';

const issuesIn = (error: z.ZodError, where: string): readonly Issue[] =>
  error.issues.map(({ path, message }) => ({ path: [where, ...path.map(String)].join('.'), message }));

/** Refuses what the caller gave when it is wrong, naming each wrong place. */
export const checkInput = (schema: z.ZodType, input: unknown, where: string): void => {
  const checked = schema.safeParse(input);
  if (!checked.success) throw new InvalidInputError('triage cannot begin', { issues: issuesIn(checked.error, where) });
};
