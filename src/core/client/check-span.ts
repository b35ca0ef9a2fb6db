import { InvalidInputError } from '../errors/caller-errors.js';

/** Refuses what is no span of time: a NaN would never be due, and would make a watch read without a pause. */
export const checkSpan = (operation: string, path: string, span: number | undefined): void => {
  if (span === undefined || span >= 0) return;
  throw new InvalidInputError(operation, {
    issues: [{ path, message: `expected milliseconds, zero or more, got ${String(span)}` }],
  });
};
