import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import { marketplace } from '../classify.js';

export const downloadOperation = 'reports.download';

/** A document that is not what it should be. The text never quotes from it: reports hold personal data. */
export const documentError = (what: string): UnexpectedResponseError =>
  new UnexpectedResponseError(`amazon: ${what}`, { marketplace, operation: downloadOperation });
