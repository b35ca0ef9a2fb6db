import type { WriteOptions } from './attempt.js';
import { fingerprintOf, type Case } from './case.js';
import { ConflictError } from './errors/api-errors.js';
import { InvalidInputError, type Issue } from './errors/caller-errors.js';
import { checkShape, type InputName } from './input-shapes.js';
import type { WriteOperationName } from './operations.js';

/** What each write of a marketplace checks, once the case was read again and before anything is sent. */
export interface WriteChecks {
  /** The case is not what the caller saw, or cannot take this now. Nothing was sent. */
  readonly conflict: (operation: WriteOperationName, what: string) => ConflictError;
  /** The call itself is wrong. Nothing was sent. */
  readonly invalid: (operation: WriteOperationName, issues: readonly Issue[]) => InvalidInputError;
  /** Raises `InvalidInputError` for what has another shape than the types say, as plain JavaScript or a queue may bring it. */
  readonly requireShape: (operation: InputName, input: unknown) => void;
  /** Raises `ConflictError` when the caller decided on another state of the case than the one just read. */
  readonly requireSeen: (operation: WriteOperationName, found: Case, options: WriteOptions | undefined) => void;
  /** Raises `ConflictError` when the case does not offer this operation now. */
  readonly requireOffered: (operation: WriteOperationName, found: Case) => void;
}

export const createWriteChecks = (marketplace: string): WriteChecks => {
  const conflict: WriteChecks['conflict'] = (operation, what) =>
    new ConflictError(`${marketplace}: ${what}. Read the case again, then decide again`, { marketplace, operation });

  const invalid: WriteChecks['invalid'] = (operation, issues) =>
    new InvalidInputError(`${marketplace}: ${operation} cannot be sent`, { marketplace, operation, issues });

  return {
    conflict,
    invalid,
    requireShape: (operation, input) => {
      const issues = checkShape(operation, input);
      if (issues.length > 0) throw invalid(operation, issues);
    },
    requireSeen: (operation, found, options) => {
      if (options?.seen !== undefined && options.seen !== fingerprintOf(found))
        throw conflict(operation, 'the case has changed since it was read');
    },
    requireOffered: (operation, found) => {
      if (!found.actions.some((action) => action.operation === operation))
        throw conflict(operation, `this case is ${found.phase} and does not offer '${operation}'`);
    },
  };
};
