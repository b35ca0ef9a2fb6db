import { formatCivilDay, parseCivilDay } from '../../../policy/calendar/civil-day.js';
import { disclosureNames } from '../../../policy/facts/case-facts.js';
import { conditionFlags } from '../../../policy/guards/dimensions.js';
import type { CaseFacts, OrderFacts, Policy } from '../../../policy/index.js';
import type { ColumnPlan } from './columns.js';

/** Where a case is bought. */
export interface Place {
  readonly country: string;
  /** `amazon:DE`, or a marketplace alone; `null` = outside of marketplaces. */
  readonly soldOn: string | null;
}

const dayBefore = (at: string, days: number): string => formatCivilDay((parseCivilDay(at) ?? 0) - days);

/** Ordered ten days ago. What came, came today; what did not come was promised for today. */
const orderOf = ({ reasonClass }: ColumnPlan, at: string, currency: string): OrderFacts => ({
  placedAt: dayBefore(at, 10),
  shippedAt: dayBefore(at, 8),
  estimatedDeliveryAt: reasonClass === 'late' ? dayBefore(at, 4) : at,
  ...(reasonClass === 'non-delivery' ? {} : { deliveredAt: at }),
  deliveryPattern: 'single',
  deliveryMode: 'standard',
  isWhole: true,
  shipping: { paid: { minor: 500, currency }, cheapestStandard: { minor: 500, currency } },
});

/** The marketplace and its site, as facts name them. */
export const soldAt = (soldOn: string | null): Pick<CaseFacts, 'marketplace' | 'site'> => {
  const [marketplace, site] = soldOn?.split(':') ?? [];
  return { ...(marketplace === undefined ? {} : { marketplace }), ...(site === undefined ? {} : { site }) };
};

const currencyOf = ({ documents }: Policy): string => documents.flatMap(({ currency }) => currency ?? []).sort()[0] ?? 'EUR';

/** The case a cell is decided for: a consumer who was told everything, bought one new, ordinary thing and has not opened it. */
export const ordinaryCase = (policy: Policy, column: ColumnPlan, { at, place }: { at: string; place: Place }): CaseFacts => {
  const currency = currencyOf(policy);
  return {
    ...soldAt(place.soldOn),
    buyer: { country: place.country, isConsumer: true, attributes: [], hadConversation: false },
    ...(Object.keys(policy.seller).length === 0 ? {} : { seller: policy.seller }),
    contract: { channel: 'distance', concludedAt: dayBefore(at, 10) },
    order: orderOf(column, at, currency),
    item: {
      price: { minor: 10_000, currency },
      quantity: 1,
      quantityOrdered: 1,
      category: 'general',
      traits: [],
      tags: [],
      soldAs: 'new',
      condition: Object.fromEntries(conditionFlags.map((flag) => [flag, false])),
    },
    reason: column.reason,
    requestedAt: at,
    disclosures: Object.fromEntries(disclosureNames.map((name) => [name, true])),
  };
};

/** The day from which a cell's window is counted in its words: the delivery, or the day it was promised for. */
export const startOf = ({ order }: CaseFacts): string => order.deliveredAt ?? order.estimatedDeliveryAt ?? '';
