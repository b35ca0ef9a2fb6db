import { NotFoundError } from '../../../core/errors/api-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';
import { issueStatuses, type IssueStatus } from '../endpoints/issue-reads.js';
import { pageSize, readIssuePage } from './read-page.js';

/** The bound of a scan: so many pages of each status, the newest issues first. */
const scannedPages = 20;

interface Scan {
  readonly context: AliExpressContext;
  readonly id: CaseId;
  readonly options: CallOptions | undefined;
}

/** How many pages to go back, because so many issues have left the list since the page before was read that others moved up unseen. */
const pagesMissed = (before: number | undefined, now: number | undefined): number =>
  before === undefined || now === undefined ? 0 : Math.ceil(Math.max(0, before - now) / pageSize);

/** The list has the newest issues first, and those of `processing` leave it while it is read. */
const scanStatus = async ({ context, id, options }: Scan, status: IssueStatus): Promise<string | undefined> => {
  let total: number | undefined;
  for (let page = 1, reads = 1; reads <= scannedPages; reads += 1) {
    const read = await readIssuePage(context, { status, page }, options);
    const found = await context.buyers.read(id);
    if (found !== undefined) return found;
    const missed = Math.min(pagesMissed(total, read.total), page - 1);
    if (missed === 0 && page >= read.lastPage) return undefined;
    page += missed === 0 ? 1 : -missed;
    total = read.total;
  }
  return undefined;
};

/**
 * Who opened the issue: from the index, else by reading the list until it shows the issue, 60 calls at most. An issue beyond that is
 * found once its buyer is told to `native.rememberBuyer`.
 */
export const findBuyer = async (context: AliExpressContext, id: CaseId, options?: CallOptions): Promise<string> => {
  const known = await context.buyers.read(id);
  if (known !== undefined) return known;
  for (const status of issueStatuses) {
    const found = await scanStatus({ context, id, options }, status);
    if (found !== undefined) return found;
  }
  const scanned = `the newest ${scannedPages * pageSize} issues of each status`;
  throw new NotFoundError(`aliexpress: ${id} is neither in the case index nor among ${scanned}`, { marketplace });
};
