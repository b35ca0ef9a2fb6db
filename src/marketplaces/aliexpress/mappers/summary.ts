import type { CaseItem, CaseSummary } from '../../../core/case.js';
import { present } from '../../../core/present.js';
import type { WireRow } from '../wire/issues.js';
import { epoch, type MappingContext } from './case.js';
import { toReason } from './reason.js';
import { isEnded } from './status.js';
import { toIdentifier, toText, toTime } from './values.js';

/**
 * What a list of issues knows. It carries neither a deadline nor an outcome nor whose move it is: `client.hydrate` reads the details.
 * `kind` is `claim` and `phase` is `unknown` for an open issue until then, and nothing is said of what is asked but that it is money.
 */
export interface AliExpressCaseSummary extends Omit<
  CaseSummary,
  'deadlines' | 'outcome' | 'native' | 'requested' | 'site' | 'programme'
> {
  readonly kind: Extract<CaseSummary['kind'], 'claim' | 'not-received'>;
  readonly native: { readonly status: string };
  readonly requested: { readonly remedy: 'refund' };
}

/** One line: the child order. How many pieces are asked back is told by the detail only. */
const toItem = (row: WireRow): CaseItem => ({ id: toIdentifier(row.order_id) ?? '', quantity: 1 });

export const toSummary = (
  row: WireRow,
  { account, toId, reasons }: Pick<MappingContext, 'account' | 'toId' | 'reasons'>,
): AliExpressCaseSummary => {
  const status = toText(row.issue_status) ?? '';
  const reason = toReason({ texts: [row.reason_english, row.reason_chinese] }, reasons);
  const openedAt = toTime(row.gmt_create) ?? epoch;
  return present({
    id: toId(toIdentifier(row.issue_id) ?? ''),
    account: account.sellerId,
    marketplace: account.marketplace,
    kind: reason.unified === 'not-received' ? ('not-received' as const) : ('claim' as const),
    phase: isEnded(status) ? ('closed' as const) : ('unknown' as const),
    waitingOn: isEnded(status) ? ('nobody' as const) : ('unknown' as const),
    native: { status },
    reason,
    order: { id: toIdentifier(row.parent_order_id) ?? toIdentifier(row.order_id) ?? '' },
    items: [toItem(row)],
    requested: { remedy: 'refund' as const },
    openedAt,
    updatedAt: toTime(row.gmt_modified) ?? openedAt,
  });
};
