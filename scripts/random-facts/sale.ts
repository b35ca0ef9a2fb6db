import { categories, traits } from '../../src/policy/facts/goods.js';
import { filled, some, type Random } from './random.js';

export const currencies = filled(['EUR', 'USD', 'GBP', 'JPY', 'ILS', 'KWD', 'XXX']);
const amounts = filled([0, 1, 99, 100, 1999, 200_000, 2 ** 31, Number.MAX_SAFE_INTEGER]);

export const millisecondsPerDay = 86_400_000;

/** A day as facts write it: with a time, with an offset, or the day alone. */
export const when = (random: Random, day: number): string => {
  const instant = new Date(day * millisecondsPerDay + random.between(0, millisecondsPerDay - 1)).toISOString();
  if (random.happens(0.5)) return instant.slice(0, 10);
  return random.happens(0.1) ? instant.replace('Z', random.pick(['+05:30', '-08:00', '+14:00'])) : instant;
};

export const moneyIn = (random: Random, currency: string): { readonly minor: number; readonly currency: string } => ({
  minor: random.happens(0.2) ? random.pick(amounts) : random.between(0, 500_000),
  currency: random.happens(0.95) ? currency : random.pick(currencies),
});

export const flag = (random: Random): boolean => random.happens(0.5);

/** The days of one sale in their order, between 2008 and 2032. */
export interface Days {
  readonly placed: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly requested: number;
}

const firstDay = Date.UTC(2008, 0, 1) / millisecondsPerDay;
const lastDay = Date.UTC(2032, 11, 31) / millisecondsPerDay;
const busyDay = Date.UTC(2026, 10, 2) / millisecondsPerDay;

export const daysOf = (random: Random): Days => {
  const placed = random.happens(0.5) ? random.between(firstDay, lastDay) : busyDay - random.between(0, 400);
  const shipped = placed + random.between(0, 20);
  const delivered = shipped + random.between(0, 60);
  return {
    placed,
    shipped,
    delivered,
    requested: random.happens(0.9) ? delivered + random.between(0, 60) : placed + random.between(0, 1200),
  };
};

export interface Told {
  readonly currency: string;
  /** The share of the facts that is told. */
  readonly known: number;
}

export const orderOf = (random: Random, days: Days, { currency, known }: Told): object => ({
  ...some(random, known - 0.05, {
    placedAt: when(random, days.placed),
    deliveredAt: when(random, days.delivered),
    shippedAt: when(random, days.shipped),
  }),
  ...some(random, 0.15, {
    estimatedDeliveryAt: when(random, days.shipped + random.between(0, 40)),
    agreedDeliveryBy: when(random, days.shipped + random.between(0, 40)),
    completedAt: when(random, days.delivered + random.between(0, 10)),
    installedAt: when(random, days.delivered + random.between(0, 10)),
    deliveryPattern: random.pick(['single', 'separate-goods', 'lots', 'regular']),
    carrierChosenBy: random.pick(['buyer', 'seller']),
    deliveryMode: random.pick(['standard', 'express', 'pickup-point', 'in-person', 'electronic']),
    incoterm: random.pick(['DDP', 'DAP', 'DDU']),
    dutiesPaid: moneyIn(random, currency),
    taxPaid: moneyIn(random, currency),
    isWhole: flag(random),
    parcels: [
      some(random, 0.7, { shippedAt: when(random, days.shipped), deliveredAt: when(random, days.delivered) }),
      some(random, 0.5, { isPending: flag(random), shippedAt: when(random, days.placed + 1) }),
    ],
  }),
  ...(flag(random)
    ? { shipping: { paid: moneyIn(random, currency), ...some(random, 0.5, { cheapestStandard: moneyIn(random, currency) }) } }
    : {}),
});

const conditionOf = (random: Random, currency: string): object =>
  some(random, 0.25, {
    isSealedAtDelivery: flag(random),
    isUnsealed: flag(random),
    isUsed: flag(random),
    isWashed: flag(random),
    isDamagedByBuyer: flag(random),
    isActivated: flag(random),
    isIncomplete: flag(random),
    isOriginalPackagingMissing: flag(random),
    isHandledBeyondTesting: flag(random),
    valueLoss: moneyIn(random, currency),
  });

export const itemOf = (random: Random, currency: string): object => {
  const quantity = random.between(1, 4);
  return {
    price: moneyIn(random, currency),
    quantity,
    ...some(random, 0.3, {
      sku: 'SKU-1',
      quantityOrdered: quantity + random.between(0, 2),
      category: random.pick(filled(categories)),
      traits: [random.pick(filled(traits)), random.pick(filled(traits))],
      brand: random.pick(['Apple', 'nobody', 'constructor']),
      tags: [random.pick(['sale', '__proto__', 'gift'])],
      soldAs: random.pick(['new', 'refurbished', 'used']),
      condition: conditionOf(random, currency),
      hasFreeReturns: flag(random),
      listedReturnPayer: random.pick(['buyer', 'seller']),
    }),
  };
};
