import type { Deadline } from '../../../core/deadline.js';
import type { OnMiss } from '../../../core/vocabulary.js';
import type { WireDetail } from '../wire/issues.js';
import type { Axes } from './axes.js';
import { requestOf, type Solution } from './solutions.js';
import { toStanding } from './status.js';
import { toTime } from './values.js';

type Terms = Pick<Deadline, 'duty' | 'party'> & Partial<Pick<Deadline, 'onMiss'>>;

/** Silence carries out what the buyer asks; the platform marks such a solution `seller_reponse_timeout`. */
const onSilence = (solutions: readonly Solution[]): OnMiss => {
  const goods = requestOf(solutions)?.goods;
  if (goods === undefined) return 'unknown';
  return goods === 'returned' ? 'auto-approved' : 'auto-refunded';
};

const answering = ({ detail, status }: Axes, solutions: readonly Solution[]): Terms => {
  if (detail === 'wait_for_seller_response') return { duty: 'answer', party: 'seller', onMiss: onSilence(solutions) };
  if (detail === 'wait_for_your_evidence') return { duty: 'submit-evidence', party: 'seller', onMiss: 'platform-decides' };
  const { waitingOn } = toStanding({ status, detail });
  if (waitingOn === 'buyer') return { duty: 'answer-offer', party: 'buyer' };
  if (waitingOn === 'marketplace') return { duty: 'platform-decides', party: 'marketplace', onMiss: 'none' };
  // A new word may mean that it is the seller's move: a deadline too many does less harm than one too few.
  return { duty: waitingOn === 'seller' ? 'answer-offer' : 'answer', party: 'seller' };
};

const termsOf = (axes: Axes, solutions: readonly Solution[]): Terms | undefined => {
  switch (axes.timeout) {
    case 'WAIT_SOLUTION_TIMEOUT':
      return answering(axes, solutions);
    case 'WAIT_SELLER_FILL_ADDRESS_TIMEOUT':
      return { duty: 'provide-address', party: 'seller' };
    case 'WAIT_RECEIVE_ITEM_TIMEOUT':
      return { duty: 'confirm-receipt', party: toStanding(axes).waitingOn === 'marketplace' ? 'marketplace' : 'seller' };
    default:
      return undefined;
  }
};

export const knownTimeouts: ReadonlySet<string> = new Set([
  '',
  'WAIT_SOLUTION_TIMEOUT',
  'WAIT_SELLER_FILL_ADDRESS_TIMEOUT',
  'WAIT_RECEIVE_ITEM_TIMEOUT',
]);

/** The one date the platform states, as long as the issue is open. Nothing is computed: the lengths are published nowhere. */
export const toDeadlines = (wire: WireDetail, axes: Axes, solutions: readonly Solution[]): readonly Deadline[] => {
  const by = axes.status === 'processing' ? toTime(wire.timeout_trigger_time) : undefined;
  const terms = termsOf(axes, solutions);
  if (by === undefined || terms === undefined) return [];
  return [{ onMiss: 'unknown', ...terms, by, source: 'marketplace', certainty: 'stated' }];
};
