import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { CaseId } from '../../../core/ids.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { cancelDispute } from '../endpoints/return-writes.js';
import { toAxes } from '../mappers/axes.js';
import { readDetail } from './read-case.js';
import { emailIssues } from './reject-checks.js';
import { conflict, invalid, requireSeen, sendOnce } from './write.js';

const operation = 'withdrawRejection';

/** Takes back a dispute about compensation, the only kind Shopee lets a seller take back. */
export const withdrawDispute =
  (context: ShopeeContext) =>
  async (id: CaseId, options?: WriteOptions): Promise<Receipt> => {
    const returnSn = returnSnOf(context, id);
    const { operatorEmail: email } = context;
    const issues = emailIssues(email, 'settings.operatorEmail');
    if (issues.length > 0 || email === undefined) throw invalid(operation, issues);
    const { found, wire } = await readDetail(context, id, options);
    requireSeen(operation, found, options);
    const { status, compensation } = toAxes(wire);
    if (status !== 'ACCEPTED' || compensation !== 'REQUESTED')
      throw conflict(operation, 'only a dispute about compensation that is not decided yet can be taken back');
    return sendOnce(context, {
      operation,
      id,
      found,
      endpoint: cancelDispute,
      input: { returnSn, email },
      remember: null,
      nativeRef: returnSn,
      options,
    });
  };
