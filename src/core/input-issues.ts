import type * as z from 'zod';
import type { Issue } from './errors/caller-errors.js';

/** Where in what was given; a name that could be data is left out. */
export const toPath = (parts: readonly PropertyKey[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'number' || /^[A-Za-z_][\w-]{0,63}$/.test(String(part)) ? String(part) : '*'))
    .join('.');

/** The findings on what a caller passed. The author of the schema wrote the message, so it may be shown; values still may not. */
export const toInputIssues = (issues: readonly z.core.$ZodIssue[], prefix = ''): readonly Issue[] =>
  issues.slice(0, 20).map((issue) => ({
    path: toPath([prefix, ...issue.path]),
    message: issue.message.replace(/^Invalid (?:input|option|string|key|element): /, ''),
  }));
