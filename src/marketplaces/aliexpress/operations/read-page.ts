import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';
import type { IssuePage } from '../endpoints/issue-page.js';
import { getIssueList, type IssueListInput } from '../endpoints/issue-reads.js';
import { toIdentifier, toText } from '../mappers/values.js';

/** The most that AliExpress allows. */
export const pageSize = 50;
/** Half a million issues: a number beyond it is none that a list can have. */
const mostPages = 10_000;

export type PageInput = Pick<IssueListInput, 'status' | 'page' | 'createdFrom' | 'createdUntil'>;

export interface ReadPage extends IssuePage {
  readonly lastPage: number;
}

const lastPageOf = ({ total, rows, unreadable }: IssuePage, page: number): number => {
  if (total === undefined) return rows.length + unreadable.length < pageSize ? page : page + 1;
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last <= mostPages) return last;
  const operation = getIssueList.name;
  throw new UnexpectedResponseError(`aliexpress answered ${operation} with a number of issues that no list has`, {
    marketplace,
    operation,
    issues: [{ path: 'total_item', message: `expected at most ${mostPages * pageSize}` }],
  });
};

/** One page of the list. Each buyer's name in it is remembered, because no later call finds the issue without it. */
export const readIssuePage = async (context: AliExpressContext, input: PageInput, options?: CallOptions): Promise<ReadPage> => {
  const { transport, mapping, buyers, channelSellerId } = context;
  const page = await transport.send(getIssueList, { ...input, pageSize, channelSellerId }, options);
  for (const path of page.dropped) mapping.drift.report({ operation: getIssueList.name, kind: 'unexpected-shape', path });
  for (const row of page.rows) {
    const [issueId, buyer] = [toIdentifier(row.issue_id), toText(row.buyer_login_id)];
    if (issueId !== undefined && buyer !== undefined) await buyers.remember(mapping.toId(issueId), buyer);
  }
  return { ...page, lastPage: lastPageOf(page, input.page) };
};
