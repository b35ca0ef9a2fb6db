import * as z from 'zod';
import { withRaw, type Case } from '../../../core/case.js';
import { NotFoundError } from '../../../core/errors/api-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import { toInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import { getIssueDetail, type IssueInput } from '../endpoints/issue-reads.js';
import { toCase } from '../mappers/case.js';
import { toSolutions, type Solution } from '../mappers/solutions.js';
import type { WireDetail } from '../wire/issues.js';
import { findBuyer } from './find-buyer.js';

export interface ReadCase {
  readonly found: Case;
  readonly wire: WireDetail;
  readonly solutions: readonly Solution[];
  /** What the next call about the issue is addressed by. */
  readonly issue: { readonly issueId: string; readonly buyerLoginId: string };
}

const inputOf = async (context: AliExpressContext, id: CaseId, options?: CallOptions): Promise<IssueInput> => {
  const issueId = issueIdOf(context, id);
  return { issueId, buyerLoginId: await findBuyer(context, id, options), channelSellerId: context.channelSellerId };
};

const requireIssue = (wire: WireDetail | undefined, id: CaseId): WireDetail => {
  if (wire !== undefined) return wire;
  throw new NotFoundError(`aliexpress has no issue ${id}`, { marketplace, operation: getIssueDetail.name });
};

/** One call, once the buyer is known. */
export const readDetail = async (context: AliExpressContext, id: CaseId, options?: CallOptions): Promise<ReadCase> => {
  const input = await inputOf(context, id, options);
  const wire = requireIssue(await context.transport.send(getIssueDetail, input, options), id);
  const { issueId, buyerLoginId } = input;
  return { found: toCase(issueId, wire, context.mapping), wire, solutions: toSolutions(wire), issue: { issueId, buyerLoginId } };
};

const rawDetail = { ...getIssueDetail, response: z.unknown(), parse: (body: unknown) => body };

/**
 * The answer as it came, and checked. When the check fails, the call is made again in the usual way, which leaves out and reports what
 * is not essential or says what is wrong.
 */
const readRaw = async (context: AliExpressContext, id: CaseId, options?: CallOptions): Promise<Case> => {
  const input = await inputOf(context, id, options);
  const body = await context.transport.send(rawDetail, input, options);
  const checked = getIssueDetail.response.safeParse(body);
  const wire = checked.success
    ? getIssueDetail.parse(checked.data, input)
    : await context.transport.send(getIssueDetail, input, options);
  const found = toCase(input.issueId, requireIssue(wire, id), context.mapping);
  return withRaw(found, [{ source: getIssueDetail.name, readAt: toInstant(context.clock.now()), body }]);
};

/** `get`: the detail alone. */
export const getCase = async (context: AliExpressContext, id: CaseId, options?: CallOptions): Promise<Case> =>
  options?.includeRaw === true ? readRaw(context, id, options) : (await readDetail(context, id, options)).found;
