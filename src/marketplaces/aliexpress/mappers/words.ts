import type { DriftReporter } from '../../../transport/drift.js';
import type { Axes } from './axes.js';
import { knownTimeouts } from './deadlines.js';
import { knownDetails, knownStatuses } from './status.js';

/** Tells the user which words this version does not know; the case is still delivered, with `unknown` in their place. */
export const reportUnknownWords = (drift: DriftReporter, { status, detail, timeout }: Axes): void => {
  const report = (path: string, word: string): void =>
    drift.report({ operation: 'aliexpress.issue.detail.get', kind: 'unknown-word', path: `result_object.${path}`, word });
  if (!knownStatuses.has(status)) report('issue_status', status);
  if (detail !== '' && !knownDetails.has(detail)) report('reverse_detail_status', detail);
  if (!knownTimeouts.has(timeout)) report('timeout_type', timeout);
};
