import { parseCivilDay, weekdayOf } from '../../calendar/civil-day.js';
import type { Because } from '../../decision.js';
import type { CaseFacts } from '../../facts/case-facts.js';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Sat 7 Nov 2026`. */
export const showDay = (text: string): string => {
  const day = parseCivilDay(text.slice(0, 10));
  if (day === null) return text;
  const month = months[Number(text.slice(5, 7)) - 1] ?? '';
  return `${weekdays[weekdayOf(day)]} ${String(Number(text.slice(8, 10)))} ${month} ${text.slice(0, 4)}`;
};

/** `DE, delivered Sat 7 Nov 2026, asked Mon 23 Nov 2026`. */
export const showCase = ({ buyer, order, requestedAt }: CaseFacts): string => {
  const place = buyer.subdivision?.endsWith('-ZZ') === true ? buyer.country : (buyer.subdivision ?? buyer.country);
  const arrival =
    order.deliveredAt === undefined
      ? `due ${showDay(order.estimatedDeliveryAt ?? '')}`
      : `delivered ${showDay(order.deliveredAt)}`;
  return [place, arrival, ...(requestedAt === undefined ? [] : [`asked ${showDay(requestedAt)}`])].join(', ');
};

/** Who says so: `CRD 9(1)`, or the rule where no source is named. */
export const showSource = (because: Because): string => because[0]?.source ?? 'the rule';
