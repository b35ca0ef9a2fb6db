import type { Case, CaseShipment } from '../core/case.js';
import type { Money } from '../core/money.js';
import type { CasePhase, Duty } from '../core/vocabulary.js';

/** The phases in which a duty of the process is still open. A duty not listed does not end with a phase. */
const openPhases: Readonly<Partial<Record<Duty, readonly CasePhase[]>>> = {
  answer: ['requested', 'negotiating'],
  'answer-offer': ['requested', 'negotiating'],
  'authorise-return': ['requested', 'negotiating'],
  'provide-label': ['requested', 'negotiating', 'awaiting-label'],
  'provide-address': ['requested', 'negotiating', 'awaiting-label'],
  'dispatch-back': ['awaiting-label', 'awaiting-shipment'],
  'collect-goods': ['awaiting-label', 'awaiting-shipment'],
  'confirm-receipt': ['in-transit', 'inspection'],
  inspect: ['in-transit', 'inspection'],
};

/** Duties whose turn the case itself names. */
const turnDuties: ReadonlySet<Duty> = new Set(['answer', 'answer-offer', 'authorise-return']);

/** What is owed at least: what the buyer asks for or what the rules come to, whichever is less. `null` where neither is known. */
const leastOwed = ({ requested }: Case, byRules: Money | null): Money | null => {
  const asked = requested.amount;
  if (byRules === null || asked?.currency !== byRules.currency) return asked ?? byRules;
  return asked.minor < byRules.minor ? asked : byRules;
};

/** Paid to the buyer, and not a part of it only: a first sum of goodwill ends no duty. */
const isRefunded = (found: Case, byRules: Money | null): boolean => {
  const paid = found.refunds.filter(({ state, to }) => state === 'paid' && to === 'buyer');
  const owed = leastOwed(found, byRules);
  if (owed === null || paid.some(({ amount }) => amount.currency !== owed.currency)) return paid.length > 0;
  return paid.length > 0 && paid.reduce((sum, { amount }) => sum + amount.minor, 0) >= owed.minor;
};

/** What the parcel itself shows as done. */
const isDoneByParcel = ({ shipments }: Case, duty: Duty): boolean => {
  const parcels = shipments.filter(({ direction }) => direction === 'outbound');
  const isDone = ({ shippedAt, deliveredAt, status }: CaseShipment): boolean =>
    deliveredAt !== undefined || status.unified === 'delivered' || (duty === 'ship' && shippedAt !== undefined);
  return (duty === 'deliver' || duty === 'ship') && parcels.length > 0 && parcels.every(isDone);
};

/**
 * Whether a duty that was computed from dates alone is still owed in the case as it stands. The dates do not tell that a request
 * has been answered or goods have arrived; the phase and the parcels do. `byRules` is the refund that the rules come to.
 */
export const isStillOwed = (found: Case, duty: Duty, byRules: Money | null = null): boolean => {
  if (found.phase === 'closed' || isDoneByParcel(found, duty)) return false;
  if (duty === 'refund' && isRefunded(found, byRules)) return false;
  if (turnDuties.has(duty) && found.waitingOn !== 'seller' && found.waitingOn !== 'unknown') return false;
  const phases = openPhases[duty];
  return phases === undefined || found.phase === 'unknown' || phases.includes(found.phase);
};
