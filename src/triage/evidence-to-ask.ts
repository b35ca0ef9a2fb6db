import type { Reason } from '../core/reason.js';
import type { Party } from '../core/vocabulary.js';
import type { FactsOfEvidence } from '../policy/facts/case-facts.js';

/** What it has to show. */
export type EvidenceSubject =
  | 'address-in-the-order'
  | 'box-and-packing'
  | 'opinion-of-the-brand'
  | 'scans-of-the-carrier'
  | 'customs-notice'
  | 'date-on-the-goods'
  | 'fault'
  | 'fault-in-use'
  | 'goods-as-received'
  | 'goods-as-returned'
  | 'label-of-the-goods'
  | 'label-of-the-parcel'
  | 'listing'
  | 'opening-of-the-parcel'
  | 'recall-notice'
  | 'signature-or-place'
  | 'weight-at-hand-over';

/** One piece of evidence that would decide a case with this reason. */
export interface EvidenceRequest {
  readonly kind: FactsOfEvidence['kind'];
  readonly shows: EvidenceSubject;
  readonly askOf: Party;
  /** Whether evidence of that kind from that party is in the case already. */
  readonly isThere: boolean;
}

type Wanted = Omit<EvidenceRequest, 'isThere'>;

const photo = (shows: EvidenceSubject, askOf: Party = 'buyer'): Wanted => ({ kind: 'photo', shows, askOf });
const video = (shows: EvidenceSubject): Wanted => ({ kind: 'video', shows, askOf: 'buyer' });
const listing: Wanted = { kind: 'other', shows: 'listing', askOf: 'seller' };
const scans: Wanted = { kind: 'tracking', shows: 'scans-of-the-carrier', askOf: 'carrier' };
const weight: Wanted = { kind: 'weight', shows: 'weight-at-hand-over', askOf: 'carrier' };
const unboxing: Wanted = { kind: 'unboxing', shows: 'opening-of-the-parcel', askOf: 'buyer' };
const proof: Wanted = { kind: 'proof-of-delivery', shows: 'signature-or-place', askOf: 'carrier' };
const address: readonly Wanted[] = [
  { kind: 'other', shows: 'address-in-the-order', askOf: 'marketplace' },
  photo('label-of-the-parcel', 'carrier'),
  scans,
];
const customs: Wanted = { kind: 'other', shows: 'customs-notice', askOf: 'carrier' };
const inspection: readonly Wanted[] = [
  photo('goods-as-returned', 'seller'),
  { kind: 'weight', shows: 'weight-at-hand-over', askOf: 'carrier' },
];

const wanted: Readonly<Record<Reason, readonly Wanted[]>> = {
  'no-reason': [],
  'no-longer-needed': [],
  'ordered-by-mistake': [],
  'better-price': [],
  'does-not-fit': [photo('label-of-the-goods')],
  'style-or-colour': [],
  'not-compatible': [listing],
  'quality-below-expectation': [photo('fault')],
  defective: [photo('fault'), video('fault-in-use')],
  'not-as-described': [photo('goods-as-received'), listing],
  'wrong-item': [photo('goods-as-received'), photo('label-of-the-parcel')],
  'missing-parts': [photo('goods-as-received'), unboxing, weight],
  'short-quantity': [photo('goods-as-received'), unboxing, weight],
  'extra-item': [photo('goods-as-received')],
  'damaged-in-transit': [photo('fault'), photo('box-and-packing'), unboxing],
  expired: [photo('date-on-the-goods')],
  counterfeit: [photo('goods-as-received'), { kind: 'authentication', shows: 'opinion-of-the-brand', askOf: 'buyer' }],
  'unsafe-or-recall': [{ kind: 'other', shows: 'recall-notice', askOf: 'seller' }],
  'arrived-late': [scans],
  'not-received': [scans],
  'delivered-not-received': [proof, { kind: 'signature', shows: 'signature-or-place', askOf: 'carrier' }],
  'empty-box': [unboxing, photo('box-and-packing'), weight],
  'customs-hold': [customs],
  'customs-refused-or-duty-unpaid': [customs, scans],
  'returned-before-export': [scans],
  'delivery-failed-address': address,
  'delivery-refused': [scans],
  'cancelled-after-dispatch': [scans],
  'out-of-stock': [],
  'unauthorised-purchase': [],
  'mutual-agreement': [],
  'warranty-repair': [photo('fault'), video('fault-in-use')],
  'buyer-returned-wrong-item': inspection,
  'returned-used-or-damaged': inspection,
  'malicious-or-abuse': [],
  other: [],
  unknown: [],
};

const isGiven = (one: Wanted, evidence: readonly FactsOfEvidence[]): boolean =>
  evidence.some(({ kind, from }) => kind === one.kind && from === one.askOf);

/**
 * The evidence that decides a case with this reason, the most telling first: a photo of the fault, a video of it in use, the opening of
 * the parcel. A change of mind needs none. What it shows is for a person to judge.
 */
export const evidenceToAsk = (reason: Reason, given: readonly FactsOfEvidence[] = []): readonly EvidenceRequest[] =>
  wanted[reason].map((one) => ({ ...one, isThere: isGiven(one, given) }));
