import { NotFoundError } from '../../../core/errors/api-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';
import { issueStatuses } from '../endpoints/issue-reads.js';
import { pageSize, readIssuePage } from './read-page.js';

/** The bound of a scan: so many pages of each status, the newest issues first. */
const scannedPages = 20;

/**
 * Who opened the issue: from the index, else by reading the list until it shows the issue, 60 calls at most. An issue beyond that is
 * found once its buyer is told to `native.rememberBuyer`.
 */
export const findBuyer = async (context: AliExpressContext, id: CaseId, options?: CallOptions): Promise<string> => {
  const known = await context.buyers.read(id);
  if (known !== undefined) return known;
  for (const status of issueStatuses) {
    for (let page = 1, last = 1; page <= last; page += 1) {
      const { lastPage } = await readIssuePage(context, { status, page }, options);
      const found = await context.buyers.read(id);
      if (found !== undefined) return found;
      last = Math.min(lastPage, scannedPages);
    }
  }
  const scanned = `the newest ${scannedPages * pageSize} issues of each status`;
  throw new NotFoundError(`aliexpress: ${id} is neither in the case index nor among ${scanned}`, { marketplace });
};
