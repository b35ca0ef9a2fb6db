import { formatCivilDay } from '../../src/policy/calendar/civil-day.js';
import type { CaseFacts } from '../../src/policy/index.js';

/** The same numbers on every machine (a linear congruential generator, Numerical Recipes). */
const createDice = (seed: number): ((sides: number) => number) => {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

const reasons = ['no-reason', 'does-not-fit', 'defective', 'not-as-described', 'arrived-late', 'not-received'] as const;
const countries = ['DE', 'FR', 'PL', 'CZ', 'NL'] as const;
const categories = ['fashion', 'electronics', 'toys', 'kitchen', 'phones'] as const;
const traits = [[], [], ['custom-made'], ['hygiene-sealed']] as const;

const pick = <Item>(items: readonly [Item, ...Item[]], dice: (sides: number) => number): Item =>
  items[dice(items.length)] ?? items[0];

const firstDay = 20_730;
const instantOf = (day: number, dice: (sides: number) => number): string =>
  `${formatCivilDay(day)}T${String(dice(24)).padStart(2, '0')}:${String(dice(60)).padStart(2, '0')}:00.000Z`;

const createCase = (dice: (sides: number) => number): CaseFacts => {
  const placed = firstDay + dice(120);
  const delivered = placed + 2 + dice(6);
  const reason = pick(reasons, dice);
  return {
    buyer: { country: pick(countries, dice) },
    order: {
      placedAt: instantOf(placed, dice),
      shippedAt: instantOf(placed + 1, dice),
      estimatedDeliveryAt: formatCivilDay(placed + 6),
      ...(reason === 'not-received' ? {} : { deliveredAt: instantOf(delivered, dice) }),
      shipping: { paid: { minor: 490, currency: 'EUR' } },
      isWhole: true,
    },
    item: {
      sku: `S-${String(dice(100_000))}`,
      price: { minor: 500 + dice(80_000), currency: 'EUR' },
      quantity: 1 + dice(3),
      category: pick(categories, dice),
      traits: pick(traits, dice),
      soldAs: dice(5) === 0 ? 'refurbished' : 'new',
      condition: { isUnsealed: dice(2) === 0 },
    },
    reason,
    requestedAt: instantOf(delivered + 1 + dice(45), dice),
  };
};

/** Cases as a shop has them, made as a parser makes them: every rule has something to say about some of them. */
export const createCases = (count: number): readonly CaseFacts[] => {
  const dice = createDice(7);
  return Array.from({ length: count }, () => structuredClone(createCase(dice)));
};

/** Long after all of them. */
export const at = { at: '2027-06-01T12:00:00.000Z' };

const zones: Readonly<Record<string, string>> = {
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  NL: 'Europe/Amsterdam',
};

/** The same case with what the law asks besides, so that no rule hangs on a fact nobody told. */
export const toldInFull = (facts: CaseFacts): CaseFacts => {
  const { buyer, order } = facts;
  const { paid } = order.shipping ?? { paid: { minor: 0, currency: 'EUR' } };
  return structuredClone({
    ...facts,
    seller: { country: 'DE', timeZone: 'Europe/Berlin' },
    buyer: {
      ...buyer,
      timeZone: zones[buyer.country] ?? 'Europe/Berlin',
      ...(buyer.country === 'DE' ? { subdivision: 'DE-BY' } : {}),
      isConsumer: true,
    },
    order: { ...order, shipping: { paid, cheapestStandard: paid }, deliveryMode: 'standard', carrierChosenBy: 'seller' },
    disclosures: {
      withdrawalRight: true,
      returnCost: true,
      exclusion: true,
      digitalConsent: true,
      withdrawalFunction: true,
      writtenConfirmation: true,
      requiredInformation: true,
    },
  });
};
