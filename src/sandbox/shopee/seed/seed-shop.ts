import type { ReturnRecord, Seconds } from '../record.js';
import type { Shop } from '../shops.js';
import { castOf } from './cast.js';
import { makeReturn } from './make-return.js';
import { play } from './play.js';
import { scenarioOf } from './scenarios.js';

export interface ShopSeed {
  readonly seed: number;
  readonly cases: number;
  readonly startsAt: Seconds;
}

/** One order can have several returns: the later of these two cases is the second return of the earlier one's order. */
const twins = { earlier: 1, later: 3 } as const;

/** The cases of a shop at the moment the sandbox starts, oldest first. */
export const seedShop = (shop: Shop, { seed, cases, startsAt }: ShopSeed): readonly ReturnRecord[] => {
  const records: ReturnRecord[] = [];
  for (const [index, part] of castOf(shop.region, shop.ordinal, cases).entries()) {
    const orderSn = index === twins.later ? records[twins.earlier]?.orderSn : undefined;
    const record = makeReturn({ seed, shop, index, part, startsAt, ...(orderSn !== undefined && { orderSn }) });
    play(record, scenarioOf(part.scenario), startsAt);
    records.push(record);
  }
  return records.sort((left, right) => left.createdAt - right.createdAt || (left.returnSn < right.returnSn ? -1 : 1));
};
