import { createRandom, type Random } from '../../random.js';
import type { OrderItem, OrderRecord, ReturnRecord, Script } from '../record.js';
import { toRmaId, toTrackingId } from './identifiers.js';
import { returnReasons, undeliveredReasons } from './reasons.js';
import { scenarioOf, type Scenario, type ScenarioName } from './scenarios.js';

export interface ReturnPlan {
  readonly seed: number;
  readonly index: number;
  readonly scenario: ScenarioName;
  readonly order: OrderRecord;
  readonly item: OrderItem;
  readonly requestedAt: number;
  readonly quantity?: number;
  /** The RMA of another line of the same request. */
  readonly rmaId?: string;
}

const makeScript = ({ script }: Scenario, random: Random): Script => ({
  authorizedAfterInHours: 1,
  authorization: 'Approved',
  shipsAfterInHours: random.integer(16, 60),
  transitInHours: random.integer(30, 70),
  sellerRefunds: undefined,
  claimsAfterInHours: undefined,
  claimRuling: 'granted',
  chargesBackAfterInHours: undefined,
  safeT: undefined,
  ...script,
});

const payers = ['Customer', 'Seller', 'Amazon'] as const;

const labelOf = (scenario: Scenario, index: number, random: Random) => {
  const payer = payers[index % payers.length] ?? 'Customer';
  const isPrepaid = payer !== 'Customer';
  return {
    labelPayer: payer,
    labelType: scenario.labelType ?? (isPrepaid ? 'AmazonPrePaidLabel' : 'AmazonUnPaidLabel'),
    labelCostMinor: isPrepaid ? random.integer(350, 1200) : 0,
  };
};

const reasonOf = ({ returnType }: Scenario, index: number): string => {
  const reasons = returnType === undefined ? returnReasons : undeliveredReasons;
  return reasons[index % reasons.length] ?? 'CR-NO_REASON_GIVEN';
};

/** What the buyer asked for and under which conditions: fixed when the request is made. */
const makeRequest = (plan: ReturnPlan, random: Random) => {
  const scenario = scenarioOf(plan.scenario);
  return {
    order: plan.order,
    item: plan.item,
    scenario: plan.scenario,
    quantity: plan.quantity ?? plan.item.quantity,
    reason: reasonOf(scenario, plan.index),
    requestedAt: plan.requestedAt,
    isInPolicy: scenario.isInPolicy ?? true,
    returnType: scenario.returnType ?? 'C-Returns',
    resolution: scenario.resolution ?? 'StandardRefund',
    ...labelOf(scenario, plan.index, random),
    carrier: plan.order.carrier,
    plannedTrackingId: toTrackingId(random),
    plannedRmaId: plan.rmaId ?? toRmaId(random),
    merchantRmaId: random.chance(0.2) ? `M-${random.integer(1000, 9999)}` : '',
    invoiceNumber: random.chance(0.3) ? `INV-${random.integer(10_000, 99_999)}` : '',
    showsRefundEarly: random.chance(0.15),
    script: makeScript(scenario, random),
  };
};

export const makeReturn = (plan: ReturnPlan): ReturnRecord => ({
  ...makeRequest(plan, createRandom('return', plan.seed, plan.order.orderId, plan.item.orderItemId, plan.index)),
  status: 'PendingApproval',
  amazonRmaId: '',
  trackingId: '',
  authorizedAt: 0,
  shippedAt: 0,
  deliveredAt: 0,
  refundDueAt: 0,
  refundedAt: 0,
  refundedMinor: 0,
  refundedBy: '',
  claim: 'none',
  claimedAt: 0,
  safeT: undefined,
  isChargedBack: false,
  updatedAt: plan.requestedAt,
  revision: 0,
});
