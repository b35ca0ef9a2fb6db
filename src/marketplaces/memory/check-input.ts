import type * as z from 'zod';
import { ConfigurationError, InvalidInputError, type Issue } from '../../core/errors/caller-errors.js';

const issuesOf = (error: z.ZodError): readonly Issue[] =>
  error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));

/** Refuses a wrong call before anything happens, naming each wrong place. */
export const checkInput = (schema: z.ZodType, input: unknown, operation: string): void => {
  const checked = schema.safeParse(input);
  if (!checked.success)
    throw new InvalidInputError(operation, { issues: issuesOf(checked.error), marketplace: 'memory', operation });
};

/** Refuses wrong settings when the adapter is made. */
export const checkSettings = (schema: z.ZodType, settings: unknown): void => {
  const checked = schema.safeParse(settings);
  if (!checked.success)
    throw new ConfigurationError('memory adapter', { issues: issuesOf(checked.error), marketplace: 'memory' });
};
