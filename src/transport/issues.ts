import type * as z from 'zod';
import type { Issue } from '../core/errors/caller-errors.js';
import { toPath } from '../core/input-issues.js';

type WireIssue = z.core.$ZodIssue;

/** A schema's findings as paths and expectations. No value is included, and no name that could be data. */
export const toWireIssues = (error: z.ZodError): readonly Issue[] =>
  error.issues.slice(0, 20).map((issue) => ({ path: toPath(issue.path), message: expectationOf(issue) }));

const expectationOf = (issue: WireIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'invalid_value':
      return 'expected one of the documented values';
    case 'invalid_format':
      return `expected the format ${issue.format}`;
    case 'too_big':
    case 'too_small':
      return `expected another size of ${issue.origin}`;
    case 'unrecognized_keys':
      return 'unexpected fields';
    case 'invalid_union':
      return 'expected one of several shapes';
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return 'not valid';
  }
};
