import { addMonths, formatCivilDay, parseCivilDay } from '../../src/policy/calendar/civil-day.js';
import type { ReturnDecision } from '../../src/policy/index.js';
import type { PreparedCase } from './prepared-case.js';

/** What is compared: every engine must come to the same. */
export interface Answer {
  readonly verdict: string;
  readonly lastDay: string | null;
  readonly returnPayer: string;
  readonly refundInMinor: number | null;
  readonly remedy: string | null;
  readonly answerBy: string | null;
}

export const answerIn = ({ verdict, window, pays, refund, remedies, deadlines }: ReturnDecision): Answer => ({
  verdict,
  lastDay: window?.lastDay ?? null,
  returnPayer: pays.return,
  refundInMinor: refund.total?.minor ?? null,
  remedy: remedies[0]?.remedy ?? null,
  answerBy: deadlines.find(({ duty }) => duty === 'answer')?.lastDay ?? null,
});

export type Applies = (rule: string) => boolean;

const christmas = parseCivilDay('2027-01-31') ?? 0;

const lastDayOf = (found: PreparedCase, applies: Applies): number | null => {
  if (applies('lost')) return found.promisedDay + 60;
  if (found.deliveredDay === null) return null;
  if (applies('faulty')) return addMonths(found.deliveredDay, 24);
  const counted = found.deliveredDay + (applies('electronics') ? 14 : 30);
  return applies('christmas') ? Math.max(counted, christmas) : counted;
};

const refundOf = (found: PreparedCase, applies: Applies): number => {
  const goods = found.priceInMinor * found.quantity;
  if (applies('lost') || applies('faulty')) return goods + found.shippingInMinor;
  return applies('refurbished') ? goods - Math.round(goods * 0.15) : goods;
};

const returnPayerOf = (applies: Applies): string => {
  if (applies('lost')) return 'nobody';
  return applies('faulty') || applies('poland') ? 'seller' : 'buyer';
};

const remedyOf = (applies: Applies): string => {
  if (applies('lost')) return 'reship';
  if (applies('faulty')) return applies('cheap') ? 'keep-and-refund' : 'replacement';
  return 'refund';
};

/** From the rules that apply to the answer, by hand: a peer only has to say which rules apply. */
export const answerFrom = (found: PreparedCase, applies: Applies): Answer => {
  const lastDay = lastDayOf(found, applies);
  const isExcluded = applies('made-to-order') || applies('opened-hygiene');
  const isLost = isExcluded || (lastDay !== null && found.requestedDay > lastDay);
  const isOpen = lastDay === null || applies('expensive');
  return {
    verdict: isLost ? 'ineligible' : isOpen ? 'needs-review' : 'eligible',
    lastDay: isExcluded || lastDay === null ? null : formatCivilDay(lastDay),
    returnPayer: isLost ? 'nobody' : returnPayerOf(applies),
    refundInMinor: isLost ? 0 : refundOf(found, applies),
    remedy: isLost ? null : remedyOf(applies),
    answerBy: formatCivilDay(found.answerDay),
  };
};
