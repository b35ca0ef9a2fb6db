import * as z from 'zod';
import { isChance } from '../solutions/chance.js';
import { solutionKinds, type Chances, type Costs } from '../solutions/types.js';

type Fields<Value> = Readonly<Record<keyof Value, z.ZodType>>;

/** Far above any sale, far below what sums of a handful of lines could make inexact. */
const most = 1_000_000_000_000;

const amount = z.strictObject({
  minor: z.number().int('expected whole minor units').min(0, 'expected an amount of zero or more').max(most),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters of ISO 4217'),
});

const chance = z
  .string("expected decimal text such as '0.35'")
  .refine(isChance, "expected decimal text between 0 and 1 with at most six decimals, such as '0.35'")
  .optional();

const chances = z.strictObject({
  arrives: chance,
  replacementFails: chance,
  partialAccepted: chance,
  goodsSaved: chance,
  carrierPays: chance,
} satisfies Fields<Chances>);

const costs = z.strictObject({
  refund: amount.optional(),
  goods: amount.optional(),
  shipping: z.strictObject({ return: amount.optional(), replacement: amount.optional() }).optional(),
  partialRefund: amount.optional(),
  compensation: amount.optional(),
  handling: amount.optional(),
  feesKept: amount.optional(),
  carrierCompensation: amount.optional(),
  metricDamage: z.partialRecord(z.enum(solutionKinds), amount).optional(),
  chances: chances.optional(),
} satisfies Fields<Costs>);

const currenciesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) =>
    key === 'currency' && typeof entry === 'string' ? [entry] : currenciesIn(entry),
  );
};

/** Amounts of different currencies have no order, and no rate is guessed. */
export const costsShape = costs.refine(
  (given) => new Set(currenciesIn(given)).size < 2,
  'expected all amounts in one currency: convert them before',
);
