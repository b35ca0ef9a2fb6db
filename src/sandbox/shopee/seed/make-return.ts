import { createRandom, type Random } from '../../random.js';
import { hours } from '../lifecycle/durations.js';
import type { Claim, Item, Parcel, ReturnRecord, Seconds } from '../record.js';
import { regions } from '../regions.js';
import type { Shop } from '../shops.js';
import type { Part } from './cast.js';
import { makeBuyer, makeImages, makeItems } from './goods.js';
import { toOrderSn, toReturnSn } from './identifiers.js';
import { makeQuirks } from './quirks.js';
import { makeScript } from './make-script.js';
import { scenarioOf, type Scenario } from './scenarios.js';
import { complaintOf } from './words.js';

export interface ReturnPlan {
  readonly seed: number;
  readonly shop: Shop;
  readonly index: number;
  readonly part: Part;
  /** When the sandbox starts. */
  readonly startsAt: Seconds;
  /** The order of another return, where this one is its second. */
  readonly orderSn?: string;
}

const noNegotiation = (countersLeft: number): ReturnRecord['negotiation'] => ({
  status: '',
  solution: '',
  amountMinor: 0,
  creator: '',
  countersLeft,
  offeredAt: 0,
  dueAt: 0,
});

const total = (items: readonly Item[], amountOf: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + amountOf(item), 0);

const makeIdentity = ({ shop, index, part, startsAt, orderSn }: ReturnPlan, random: Random) => {
  const [youngest, oldest] = scenarioOf(part.scenario).ageInHours(regions[shop.region]);
  const createdAt = startsAt - hours(youngest + (oldest - youngest) * random.next());
  const serial = { ordinal: shop.ordinal, index, random };
  const orderedAt = createdAt - hours(random.integer(96, 220));
  return {
    createdAt,
    orderedAt,
    returnSn: toReturnSn({ ...serial, at: createdAt }),
    orderSn: orderSn ?? toOrderSn({ ...serial, at: orderedAt }),
  };
};

const makeClaim = ({ shop, part }: ReturnPlan, orderedAt: Seconds, random: Random): Claim => {
  const items = makeItems(shop.region, random);
  const { traits = {} }: Scenario = scenarioOf(part.scenario);
  const { isIntegrated = true, isSellerRefundBarred = false } = traits;
  return {
    orderedAt,
    reason: part.reason,
    textReason: complaintOf(shop.region, random),
    reassessedReason: random.chance(0.1) ? 'ITEM_MISSING' : 'NONE',
    images: makeImages(random),
    buyer: makeBuyer(shop, random, shop.region === 'TW' && !isIntegrated ? 'hidden' : 'shown'),
    items,
    currency: regions[shop.region].currency,
    beforeDiscountMinor: total(items, ({ priceMinor, quantity }) => priceMinor * quantity),
    requestedMinor: total(items, ({ refundMinor }) => refundMinor),
    requestType: traits.requestType ?? 0,
    validation: traits.validation ?? 'seller_validation',
    refundType: isSellerRefundBarred || random.chance(0.2) ? 'RRAOC' : 'RRBOC',
    isIntegrated,
    isSellerArranged: traits.isSellerArranged ?? false,
    isSellerRefundBarred,
    awaitsBuyerEvidence: traits.awaitsBuyerEvidence ?? false,
  };
};

const noParcel = (status: string): Parcel => ({ status, updatedAt: 0, trackingNumber: '', events: [] });

/** One literal, no spreads: an object of this size put together from parts is ten times slower to make. */
export const makeReturn = (plan: ReturnPlan): ReturnRecord => {
  const { seed, shop, index, part } = plan;
  const random = createRandom(seed, shop.shopId, index);
  const scenario: Scenario = scenarioOf(part.scenario);
  const { createdAt, orderedAt, returnSn, orderSn } = makeIdentity(plan, random);
  const claim = makeClaim(plan, orderedAt, random);
  return {
    returnSn,
    orderSn,
    shop,
    scenario: part.scenario,
    claim,
    script: makeScript(scenario, random),
    quirks: makeQuirks(random),
    createdAt,
    updatedAt: createdAt,
    status: 'REQUESTED',
    solution: scenario.kind === 'return' ? 'RETURN_REFUND' : 'REFUND',
    refundMinor: claim.requestedMinor,
    paidMinor: 0,
    // A second short of the whole days, as the reference's sample and a live row have it.
    dueAt: createdAt + hours(regions[shop.region].dueInHours) - 1,
    shipDueAt: 0,
    sellerDueAt: 0,
    processingSince: 0,
    deliveredAt: 0,
    acceptedAt: 0,
    judgingSince: 0,
    negotiation: noNegotiation(random.integer(2, 3)),
    proof: { status: '', dueAt: 0, photos: [], description: '' },
    compensation: { status: 'INITIAL_STAGE', dueAt: 0, requestedAt: 0, amountMinor: 0 },
    parcel: noParcel(shop.region === 'BR' || random.chance(0.4) ? 'LOGISTICS_NOT_STARTED' : ''),
    onwardParcel: noParcel(''),
    warehouse: claim.validation === 'warehouse_validation' ? { arrival: 1, action: undefined } : undefined,
    dispute: undefined,
    isShippingProofUploaded: false,
    revision: 0,
  };
};
