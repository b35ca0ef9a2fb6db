import * as z from 'zod';
import type { Case } from '../../../core/case.js';
import { parties } from '../../../core/vocabulary.js';

const money = z.looseObject({ minor: z.int(), currency: z.string() });
const translated = z.looseObject({ unified: z.string() });

const item = z.looseObject({
  id: z.string(),
  quantity: z.number(),
  price: money.optional(),
  refund: money.optional(),
});

/** What `toFacts` reads of a case. Whether the words make sense, the decision says. */
const shape = z.looseObject({
  id: z.string(),
  marketplace: z.string(),
  kind: z.string(),
  reason: translated,
  order: z.looseObject({ id: z.string(), placedAt: z.string().optional() }),
  items: z.array(item),
  requested: z.looseObject({ remedy: z.string(), amount: money.optional() }),
  openedAt: z.string(),
  updatedAt: z.string(),
  deadlines: z.array(z.looseObject({ duty: z.string(), party: z.enum(parties), by: z.string(), certainty: z.string() })),
  evidence: z.array(z.looseObject({ kind: z.string(), from: z.enum(parties) })),
  shipments: z.array(z.looseObject({ direction: z.string() })),
  refunds: z.array(z.looseObject({ amount: money, state: z.string(), to: z.string() })),
  buyer: z.looseObject({ country: z.string().optional() }).optional(),
  site: z.string().optional(),
});

const isCase = (value: unknown): value is Case => shape.safeParse(value).success;

/** Reads a case as the client gives it; answers what is wrong with it otherwise. */
export const readCase = (value: unknown): Case | string => {
  if (isCase(value)) return value;
  const [issue] = shape.safeParse(value).error?.issues ?? [];
  return `not a case: ${issue === undefined ? 'unknown shape' : `${issue.path.join('.')}: ${issue.message}`}`;
};

/** Facts have neither; every case has both. */
export const looksLikeCase = (value: object): boolean => 'phase' in value && 'openedAt' in value;
