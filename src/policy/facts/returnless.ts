import type { Reason, ReasonClass } from '../vocabulary.js';
import type { CaseFacts } from './case-facts.js';

/** Whether the buyer keeps the goods: both sides agreed so, or the marketplace says so. */
export const isReturnless = ({ agreed, platformStates }: CaseFacts): boolean =>
  agreed?.keepsGoods === true || platformStates?.isReturnless === true;

/** Goods that did not reach the buyer and are carried back: a way that somebody pays. */
const carriedBack: ReadonlySet<Reason> = new Set<Reason>([
  'customs-refused-or-duty-unpaid',
  'delivery-failed-address',
  'delivery-refused',
]);

/** The buyer's return is on its way, or here. */
export const isSentBack = ({ events }: CaseFacts): boolean => (events?.dispatchedBackAt ?? events?.goodsReturnedAt) !== undefined;

interface Grounds {
  readonly facts: CaseFacts;
  /** `null`: the reason alone does not say. */
  readonly reasonClass: ReasonClass | null;
}

/** The fact by which nothing is sent back: the goods stay with the buyer, never came, or are no things. `null` where they travel. */
export const whyNothingReturns = ({ facts, reasonClass }: Grounds): string | null => {
  const { category, traits } = facts.item;
  if (isReturnless(facts)) return facts.agreed?.keepsGoods === true ? 'agreed.keepsGoods' : 'platformStates.isReturnless';
  if (reasonClass === 'non-delivery' && !carriedBack.has(facts.reason) && !isSentBack(facts)) return 'reason';
  if (category === 'service' || category === 'digital-content') return 'item.category';
  return traits?.includes('digital') === true ? 'item.traits' : null;
};
