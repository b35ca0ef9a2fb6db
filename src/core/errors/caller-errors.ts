import { hasMark, mark, MarketplaceError, type ErrorContext } from './marketplace-error.js';

/** One thing that is wrong, where, and what was expected there. */
export interface Issue {
  /** Dotted path, `''` for the whole value: `items.0.amount`. */
  readonly path: string;
  readonly message: string;
}

const listIssues = (issues: readonly Issue[]): string =>
  issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');

type IssueContext = ErrorContext & { readonly issues?: readonly Issue[] };

/** What was given is wrong in places that have names. */
abstract class GivenWrongError extends MarketplaceError {
  readonly issues: readonly Issue[];

  protected constructor(summary: string, context: IssueContext) {
    const issues = context.issues ?? [];
    super(issues.length === 0 ? summary : `${summary}: ${listIssues(issues)}`, context, { isRetryable: false });
    this.issues = issues;
  }
}

/** Settings are wrong; thrown when the adapter or client is made. Fix the code or the environment. */
export class ConfigurationError extends GivenWrongError {
  override readonly name = 'ConfigurationError';
  override readonly code = 'configuration';

  constructor(summary: string, context: IssueContext = {}) {
    super(summary, context);
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is ConfigurationError {
    return hasMark(error, 'ConfigurationError');
  }
}

/** The call itself is wrong and nothing was sent. `issues` name each place. */
export class InvalidInputError extends GivenWrongError {
  override readonly name = 'InvalidInputError';
  override readonly code = 'invalid-input';

  constructor(summary: string, context: IssueContext = {}) {
    super(summary, context);
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is InvalidInputError {
    return hasMark(error, 'InvalidInputError');
  }
}

/** This marketplace cannot do that at all. Ask `supports` first; the reason and its documentation are in the message. */
export class UnsupportedOperationError extends MarketplaceError {
  override readonly name = 'UnsupportedOperationError';
  override readonly code = 'unsupported-operation';
  readonly reason: string;
  readonly documentation: string | undefined;

  constructor(absence: { readonly reason: string; readonly documentation?: string | undefined }, context: ErrorContext = {}) {
    const where = context.marketplace ?? 'this marketplace';
    const source = absence.documentation === undefined ? '' : ` See ${absence.documentation}`;
    super(`${where} does not support ${context.operation ?? 'this operation'}: ${absence.reason}${source}`, context, {
      isRetryable: false,
    });
    this.reason = absence.reason;
    this.documentation = absence.documentation;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is UnsupportedOperationError {
    return hasMark(error, 'UnsupportedOperationError');
  }
}
