import type { ShopeeRegion } from '../regions.js';
import { reasonsOf, vietnameseReason, type RequestKind } from './reasons.js';
import { refundOnlyScenarios, returnScenarios, scenarioOf, type ScenarioName } from './scenarios.js';

/** Which case plays which part. */
export interface Part {
  readonly scenario: ScenarioName;
  readonly reason: string;
}

const isReturnScenario = (name: string): name is keyof typeof returnScenarios => Object.hasOwn(returnScenarios, name);
const isRefundScenario = (name: string): name is keyof typeof refundOnlyScenarios => Object.hasOwn(refundOnlyScenarios, name);

/** Scenarios of a single site only: the first shop does not play them. */
const local: ReadonlySet<string> = new Set(['seller-arranged', 'awaiting-buyer-evidence']);

const byKind: Readonly<Record<RequestKind, readonly ScenarioName[]>> = {
  return: Object.keys(returnScenarios)
    .filter(isReturnScenario)
    .filter((name) => !local.has(name)),
  'refund-only': Object.keys(refundOnlyScenarios).filter(isRefundScenario),
};

/** Finished cases: what most of a large history is. */
const finished: readonly ScenarioName[] = [
  'accepted',
  'accepted-after-inspection',
  'withdrawn',
  'refund-accepted',
  'closed-seller-won',
  'never-shipped',
  'refund-withdrawn',
  'closed-buyer-won',
  'warehouse-done',
];

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

/** Three returns of goods to one request for money alone; both walk through their scenarios and their reasons. */
const mainPart = (index: number): Part => {
  const isRefundOnly = index % 4 === 2;
  const kind: RequestKind = isRefundOnly ? 'refund-only' : 'return';
  const refundsBefore = Math.floor((index + 1) / 4);
  const position = isRefundOnly ? refundsBefore : index - refundsBefore;
  const isHistory = index >= 60 && index % 10 !== 0;
  const played = isHistory ? at(finished, index) : at(byKind[kind], position);
  const scenario = played ?? 'requested';
  const reasons = reasonsOf(scenarioOf(scenario).kind);
  return { scenario, reason: at(reasons, position) ?? 'OTHER' };
};

const part = (scenario: ScenarioName, reason: string): Part => ({ scenario, reason });

const elsewhere: readonly Part[] = [
  part('requested', 'CHANGE_MIND'),
  part('inspection', 'FUNCTIONAL_DMG'),
  part('refund-requested-urgent', 'NOT_RECEIPT'),
  part('judging-evidence', 'WRONG_ITEM'),
  part('withdrawn', 'ITEM_NOT_FIT'),
];

const localParts: Partial<Record<ShopeeRegion, readonly Part[]>> = {
  TW: [
    part('seller-arranged', 'ITEM_NOT_FIT'),
    part('requested', 'CHANGE_MIND'),
    part('not-integrated', 'WRONG_ITEM'),
    part('inspection', 'NO_REASON'),
    part('refund-accepted', 'ITEM_MISSING'),
  ],
  BR: [
    part('seller-arranged', 'BROKEN_PRODUCTS'),
    part('inspection', 'DAMAGED_OTHERS'),
    part('refund-requested', 'NOT_RECEIPT'),
    part('refund-accepted', 'NOT_RECEIPT'),
    part('compensation-approved', 'CHANGE_MIND'),
  ],
  TH: [
    part('inspection', 'FUNCTIONAL_DMG'),
    part('awaiting-buyer-evidence', 'PHYSICAL_DMG'),
    part('requested', 'ITEM_DAMAGED'),
    part('judging-evidence', 'ITEM_FAKE'),
    part('withdrawn', 'CHANGE_MIND'),
  ],
  VN: [
    part('requested', vietnameseReason),
    part('inspection', 'SLIGHT_SCRATCH_DENTS'),
    part('refund-requested', 'LONG_DELIVERY_TIME'),
    part('offer-countered', 'OUTER_DAMAGED_PACKAGE'),
    part('accepted', 'SPOILED_ROTTEN'),
  ],
};

/** The parts of one shop. The first shop plays everything, the others what is theirs. */
export const castOf = (region: ShopeeRegion, ordinal: number, cases: number): readonly Part[] =>
  ordinal === 0 ? Array.from({ length: cases }, (_, index) => mainPart(index)) : (localParts[region] ?? elsewhere);
