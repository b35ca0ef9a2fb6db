import type { RegionFacts } from '../regions.js';
import type { RequestType, Script, Solution, Validation } from '../record.js';
import type { RequestKind } from './reasons.js';

/** What the seller did before the sandbox started. */
export interface PlannedAct {
  readonly after: 'request' | 'delivery' | 'judging' | 'acceptance';
  readonly hours: number;
  readonly act: 'offer' | 'dispute' | 'upload-proof' | 'cancel-compensation';
}

/** A stage of life to show: how old the case is and what is fixed about it. The life before that stage is played, not invented. */
export interface Scenario {
  readonly kind: RequestKind;
  readonly ageInHours: (region: RegionFacts) => readonly [number, number];
  /** `returning`: Shopee agreed to the return by itself, as it does for most returns of goods. */
  readonly opens?: 'returning';
  readonly proposal?: Solution;
  readonly acts?: readonly PlannedAct[];
  readonly script?: Partial<Script>;
  readonly traits?: {
    readonly requestType?: RequestType;
    readonly validation?: Validation;
    readonly isIntegrated?: false;
    readonly isSellerArranged?: true;
    readonly isSellerRefundBarred?: true;
    readonly awaitsBuyerEvidence?: true;
  };
}

const between = (from: number, to: number) => (): readonly [number, number] => [from, to];
const fresh = ({ dueInHours }: RegionFacts): readonly [number, number] => [2, dueInHours - 18];
const nearlyDue = ({ dueInHours }: RegionFacts): readonly [number, number] => [dueInHours - 7, dueInHours - 2];
const sinceSilence =
  (from: number, to: number) =>
  (region: RegionFacts): readonly [number, number] => [region.dueInHours + from, region.dueInHours + to];
/** Either side of a fortnight without any case, so that a client meets a 15-day window that is empty and not the last. */
const recentPast = between(10 * 24, 14 * 24);
const longAgo = between(32 * 24, 58 * 24);

const disputed: readonly PlannedAct[] = [{ after: 'request', hours: 20, act: 'dispute' }];
const disputedOnReceipt: readonly PlannedAct[] = [{ after: 'delivery', hours: 20, act: 'dispute' }];
const askedForMoney: readonly PlannedAct[] = [{ after: 'acceptance', hours: 10, act: 'dispute' }];
const offered = (hours: number): readonly PlannedAct[] => [{ after: 'request', hours, act: 'offer' }];
const wayBack = { shipsAfterInHours: 24, transitInHours: 48 } as const;

const returning = { kind: 'return', opens: 'returning' } as const;
const warehouse = { ...returning, traits: { validation: 'warehouse_validation' } } as const;

/** Returns of goods. */
export const returnScenarios = {
  requested: { kind: 'return', ageInHours: fresh },
  inspection: { ...returning, ageInHours: between(76, 130), script: wayBack },
  'buyer-proposal': { kind: 'return', ageInHours: fresh, proposal: 'REFUND' },
  'requested-urgent': { kind: 'return', ageInHours: nearlyDue },
  'in-transit': { ...returning, ageInHours: between(30, 110), script: { shipsAfterInHours: 24, transitInHours: 90 } },
  'awaiting-shipment': { ...returning, ageInHours: between(4, 36), script: { shipsAfterInHours: 100, transitInHours: 50 } },
  'judging-evidence': { kind: 'return', ageInHours: between(42, 80), acts: disputed, script: { evidenceAsked: true } },
  accepted: { kind: 'return', ageInHours: recentPast },
  'offer-pending': { kind: 'return', ageInHours: between(12, 36), acts: offered(10), script: { answersOffer: 'accepts', answersAfterInHours: 30 } },
  'inspection-urgent': { ...returning, ageInHours: between(138, 142), script: wayBack },
  'closed-seller-won': { ...returning, ageInHours: longAgo, acts: disputedOnReceipt, script: { ...wayBack, ruling: 'seller', evidenceAsked: false } },
  'compensation-pending': { kind: 'return', ageInHours: sinceSilence(12, 140), script: { compensationOffered: true } },
  'buyer-proposal-return': { kind: 'return', ageInHours: fresh, proposal: 'RETURN_REFUND' },
  withdrawn: { kind: 'return', ageInHours: longAgo, script: { withdrawsAfterInHours: 15 } },
  'warehouse-inbound': { ...warehouse, ageInHours: between(88, 116), script: { shipsAfterInHours: 24, transitInHours: 60 } },
  'in-transit-request': { ...returning, ageInHours: between(10, 100), script: { transitInHours: 120 }, traits: { requestType: 1 } },
  'refused-at-door': { ...returning, ageInHours: between(44, 100), script: { transitInHours: 40 }, traits: { requestType: 2 } },
  'label-ready': { ...returning, ageInHours: between(26, 40), script: { shipsAfterInHours: 60, transitInHours: 50 } },
  'label-created': { ...returning, ageInHours: between(44, 58), script: { shipsAfterInHours: 60, transitInHours: 50 } },
  'parcel-lost': { ...returning, ageInHours: between(88, 128), script: { shipsAfterInHours: 24, transitInHours: 60, parcel: 'lost', compensationOffered: true } },
  'pickup-retried': { ...returning, ageInHours: between(40, 56), script: { shipsAfterInHours: 36, transitInHours: 50, parcel: 'pickup-retried' } },
  'disputed-on-receipt': { ...returning, ageInHours: between(94, 108), acts: disputedOnReceipt, script: { ...wayBack, reviewAfterInHours: 18 } },
  judging: { kind: 'return', ageInHours: between(45, 125), acts: disputed, script: { evidenceAsked: false } },
  'compensation-requested': { kind: 'return', ageInHours: sinceSilence(14, 70), acts: askedForMoney, script: { compensationOffered: true } },
  'never-shipped': { ...returning, ageInHours: longAgo, script: { shipsAfterInHours: undefined } },
  'warehouse-onward': { ...warehouse, ageInHours: between(160, 200), script: { shipsAfterInHours: 24, transitInHours: 60, warehouseAction: 2 } },
  'offer-countered': { kind: 'return', ageInHours: between(20, 44), acts: offered(8), script: { answersOffer: 'counters', answersAfterInHours: 10 } },
  'delivery-failed': { ...returning, ageInHours: between(76, 116), script: { ...wayBack, parcel: 'delivery-failed' } },
  'compensation-approved': { kind: 'return', ageInHours: recentPast, acts: askedForMoney, script: { compensationOffered: true, compensationRuling: 'APPROVED' } },
  'negotiation-failed': { kind: 'return', ageInHours: between(55, 70), acts: offered(5), script: { answersOffer: 'ignores' } },
  'refund-barred': { kind: 'return', ageInHours: fresh, traits: { isSellerRefundBarred: true } },
  'pickup-failed': { ...returning, ageInHours: between(40, 56), script: { shipsAfterInHours: 36, transitInHours: 50, parcel: 'pickup-failed' } },
  'not-integrated': { ...returning, ageInHours: between(36, 200), script: { shipsAfterInHours: 30 }, traits: { isIntegrated: false } },
  'warehouse-on-the-way': { ...warehouse, ageInHours: between(30, 70), script: { shipsAfterInHours: 24, transitInHours: 60 } },
  'offer-ignored': { kind: 'return', ageInHours: between(12, 40), acts: offered(10), script: { answersOffer: 'ignores' } },
  'judging-overdue': { kind: 'return', ageInHours: between(90, 130), acts: disputed, script: { evidenceAsked: true } },
  'accepted-after-inspection': { ...returning, ageInHours: longAgo, script: wayBack },
  'closed-buyer-won': { ...returning, ageInHours: longAgo, acts: disputedOnReceipt, script: { ...wayBack, ruling: 'buyer' } },
  'warehouse-done': { ...warehouse, ageInHours: longAgo, script: { ...wayBack, warehouseAction: 7 } },
  'seller-arranged': { ...returning, ageInHours: between(4, 60), traits: { isIntegrated: false, isSellerArranged: true } },
  'awaiting-buyer-evidence': { kind: 'return', ageInHours: fresh, traits: { awaitsBuyerEvidence: true } },
} as const satisfies Readonly<Record<string, Scenario>>; // prettier-ignore

/** Requests for money alone. */
export const refundOnlyScenarios = {
  'refund-requested': { kind: 'refund-only', ageInHours: fresh },
  'refund-requested-urgent': { kind: 'refund-only', ageInHours: nearlyDue },
  'refund-disputed': { kind: 'refund-only', ageInHours: between(22, 36), acts: disputed, script: { reviewAfterInHours: 18 } },
  'refund-accepted': { kind: 'refund-only', ageInHours: recentPast },
  'refund-judging': {
    kind: 'refund-only',
    ageInHours: between(50, 120),
    acts: [...disputed, { after: 'judging', hours: 8, act: 'upload-proof' }],
    script: { evidenceAsked: true },
  },
  'refund-proposed': { kind: 'refund-only', ageInHours: fresh, proposal: 'REFUND' },
  'refund-closed-seller-won': { kind: 'refund-only', ageInHours: longAgo, acts: disputed, script: { ruling: 'seller', evidenceAsked: false } },
  'refund-about-to-be-withdrawn': { kind: 'refund-only', ageInHours: between(5, 20), script: { withdrawsAfterInHours: 40 } },
  'refund-withdrawn': { kind: 'refund-only', ageInHours: recentPast, script: { withdrawsAfterInHours: 9 } },
  'refund-offer-pending': { kind: 'refund-only', ageInHours: between(12, 36), acts: offered(10), script: { answersOffer: 'counters', answersAfterInHours: 30 } },
  'refund-compensation-rejected': { kind: 'refund-only', ageInHours: longAgo, acts: askedForMoney, script: { compensationOffered: true, compensationRuling: 'REJECTED' } },
  'refund-compensation-canceled': {
    kind: 'refund-only',
    ageInHours: longAgo,
    acts: [...askedForMoney, { after: 'acceptance', hours: 20, act: 'cancel-compensation' }],
    script: { compensationOffered: true },
  },
} as const satisfies Readonly<Record<string, Scenario>>; // prettier-ignore

export type ScenarioName = keyof typeof returnScenarios | keyof typeof refundOnlyScenarios;

const scenarios: Readonly<Record<ScenarioName, Scenario>> = { ...returnScenarios, ...refundOnlyScenarios };

export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name];
