import { createRandom, type Random } from '../../random.js';
import { days, hours } from '../lifecycle/durations.js';
import type { ExternalReturn, FbaReturn, OrderRecord, ReturnRecord } from '../record.js';
import type { Marketplace, Seller } from '../sellers.js';
import { externalWays, makeExternalReturn, toExternalReturn } from './external-returns.js';
import { makeFbaReturn } from './fba-returns.js';
import { makeOrder, type OrderPlan } from './make-order.js';
import { makeReturn } from './make-return.js';
import { castOf, scenarioOf, type ScenarioName } from './scenarios.js';

export interface SellerSeed {
  readonly seed: number;
  readonly cases: number;
  readonly startsAt: number;
}

/** All that one seller's account holds when the sandbox starts. */
export interface SellerWorld {
  readonly orders: readonly OrderRecord[];
  readonly returns: readonly ReturnRecord[];
  readonly externalReturns: readonly ExternalReturn[];
  readonly fbaReturns: readonly FbaReturn[];
  /** Orders about which money is taken back although nobody asked for a return. */
  readonly disputed: readonly OrderRecord[];
}

interface Builder {
  readonly seller: Seller;
  readonly seed: SellerSeed;
  readonly random: Random;
  readonly orders: OrderRecord[];
}

const storeOf = ({ marketplaces, ordinal }: Seller, index: number): Marketplace => {
  const [first] = marketplaces;
  if (ordinal === 0 && index % 6 < 4) return first;
  return marketplaces[index % marketplaces.length] ?? first;
};

type OrderTraits = Omit<OrderPlan, 'seed' | 'seller' | 'index' | 'marketplace'> & { readonly marketplace?: Marketplace };

const addOrder = ({ seller, seed, orders }: Builder, traits: OrderTraits): OrderRecord => {
  const index = orders.length;
  const order = makeOrder({ marketplace: storeOf(seller, index), ...traits, seed: seed.seed, seller, index });
  orders.push(order);
  return order;
};

const packageStatusOf = (scenario: ScenarioName): string => {
  const { returnType } = scenarioOf(scenario);
  if (returnType === 'Rejected') return 'REJECTED_BY_BUYER';
  return returnType === 'Undelivered' ? 'UNDELIVERABLE' : 'DELIVERED';
};

/** The returns of one part: mostly one, two where a companion belongs to the story. */
const playPart = (builder: Builder, scenario: ScenarioName, index: number): readonly ReturnRecord[] => {
  const { seed, startsAt } = builder.seed;
  const { ageInHours, companion, isExternal } = scenarioOf(scenario);
  const [youngest, oldest] = ageInHours;
  const requestedAt = startsAt - hours(youngest + (oldest - youngest) * builder.random.next());
  const order = addOrder(builder, {
    createdAt: requestedAt - hours(builder.random.integer(96, 220)) - (companion === 'again' ? days(12) : 0),
    lines: companion === 'two-lines' ? 2 : 1,
    packageStatus: packageStatusOf(scenario),
    isExternal: isExternal ?? false,
    ...(companion === 'again' && { quantity: 2 }),
  });
  const [item, secondItem] = order.items;
  const plan = { seed, index, scenario, order, item, requestedAt };
  if (companion === 'again') {
    const earlier = makeReturn({ ...plan, scenario: 'refunded-by-seller', requestedAt: requestedAt - days(10), quantity: 1 });
    return [earlier, makeReturn({ ...plan, index: index + 1, quantity: 1 })];
  }
  const record = makeReturn(plan);
  if (secondItem === undefined) return [record];
  return [record, makeReturn({ ...plan, item: secondItem, rmaId: record.plannedRmaId })];
};

const replace = (builder: Builder, { order, requestedAt, resolution }: ReturnRecord): void => {
  if (resolution !== 'Replacement') return;
  addOrder(builder, { createdAt: requestedAt + hours(3), replaces: order.orderId, marketplace: order.marketplace });
};

const makeFbaReturns = (builder: Builder, count: number): readonly FbaReturn[] =>
  Array.from({ length: count }, (_, index) => {
    // Some are booked only after the start: the report is weeks behind.
    const processedAt = builder.seed.startsAt + days(4) - days((44 * index) / count) - hours(builder.random.integer(0, 20));
    const order = addOrder(builder, { createdAt: processedAt - days(25), fulfilledBy: 'AMAZON' });
    return makeFbaReturn(order, index, processedAt);
  });

const makeExternals = (builder: Builder, returns: readonly ReturnRecord[], count: number): readonly ExternalReturn[] => {
  const { seed, startsAt } = builder.seed;
  const linked = returns.filter(({ order }) => order.fulfillmentOrderId !== undefined);
  const own = Array.from({ length: count }, (_, index) =>
    makeExternalReturn(addOrder(builder, { createdAt: startsAt - days(20), isExternal: true }), index, startsAt),
  );
  return [...linked.map((record) => toExternalReturn(record, seed)), ...own];
};

export const seedSeller = (seller: Seller, seed: SellerSeed): SellerWorld => {
  const orders: OrderRecord[] = [];
  const random = createRandom('seller', seed.seed, seller.sellerId);
  const builder: Builder = { seller, seed, random, orders };
  const isFirst = seller.ordinal === 0;
  const cast = castOf(seller.ordinal, seed.cases);
  const returns: ReturnRecord[] = [];
  for (const [index, scenario] of cast.entries()) {
    const played = playPart(builder, scenario, index);
    // A companion counts as a case: the seed's number is the number of rows.
    returns.push(...(isFirst ? played.slice(0, seed.cases - returns.length) : played));
  }
  returns.forEach((record) => replace(builder, record));
  const isEmpty = cast.length === 0;
  const externals = isFirst ? externalWays : 3;
  return {
    returns,
    externalReturns: isEmpty ? [] : makeExternals(builder, returns, externals),
    fbaReturns: isEmpty ? [] : makeFbaReturns(builder, isFirst ? 8 : 3),
    disputed: isEmpty ? [] : [1, 2, 3].map(() => addOrder(builder, { createdAt: seed.startsAt - days(18) })),
    orders,
  };
};
