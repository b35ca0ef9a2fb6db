import * as z from 'zod/mini';
import { isCountry } from '../calendar/country-zones.js';
import { parseCivilDay } from '../calendar/civil-day.js';
import { isTimeZone } from '../calendar/zone.js';
import { categories, traits } from '../facts/goods.js';
import { conditionFlags } from '../guards/dimensions.js';
import { sellerTriggers } from '../rules/span.js';
import { goodsConditions } from '../rules/terms.js';
import { duties, onMisses, reasonClasses, reasons, remedies, waivableFindings } from './words.js';
import { parseAmount, parsePercent } from './amounts.js';
import { isKnownCurrency } from './currencies.js';

/** The grammar of a seller's document (`aftersale: policy/v1`). Strict: a key or word it does not know is an error. */

/** A text the check accepts; the message says what was expected. */
const text = (check: (value: string) => boolean, expected: string): z.ZodMiniString<string> =>
  z.string({ error: expected }).check(z.refine(check, expected));

const day = text((value) => parseCivilDay(value) !== null, 'a calendar day such as 2026-11-01');
const amount = text((value) => parseAmount(value) !== null, "an amount with its currency such as '20.00 EUR'");
const percent = text((value) => parsePercent(value) !== null, "a percentage from 0% to 200% such as '15%'");
const country = text(isCountry, 'an ISO 3166 country such as DE');
const place = text(
  (value) => /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(value) && isCountry(value.slice(0, 2)),
  'an ISO 3166 country or subdivision such as DE or US-CA',
);
const timeZone = text(isTimeZone, 'an IANA time zone such as Europe/Berlin');
const identifier = text((value) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(value), 'an id of small letters, digits and hyphens');
const word = text((value) => value.trim() !== '' && value.length <= 100, 'a word');
const count = z.int({ error: 'a whole number from 0 to 36500' }).check(z.minimum(0), z.maximum(36_500));

/** One word or a list of words: a list means any of them. */
const oneOrMany = <Item extends z.ZodMiniType<string>>(item: Item): z.ZodMiniUnion<[Item, z.ZodMiniArray<Item>]> =>
  z.union([item, z.array(item).check(z.minLength(1))]);

const optional = z.optional;
const trigger = z.enum(sellerTriggers);
const span = {
  days: optional(count),
  businessDays: optional(count),
  months: optional(count),
  hours: optional(count),
  from: optional(trigger),
};

const windowObject = z.strictObject({
  ...span,
  until: optional(day),
  unlimited: optional(z.literal(true)),
  roll: optional(z.enum(['none', 'next-business-day'])),
});
const window = z.union([z.literal('unlimited'), windowObject]);
const extension = z.strictObject({ ...span, until: optional(day), unlimited: optional(z.literal(true)) });

const dayRange = z.strictObject({ from: optional(day), to: optional(day) });
const conditionFacts = z.partialRecord(z.enum(conditionFlags), z.boolean());

const when = z.strictObject({
  country: optional(oneOrMany(place)),
  sellerCountry: optional(oneOrMany(country)),
  marketplace: optional(oneOrMany(word)),
  site: optional(oneOrMany(country)),
  reason: optional(oneOrMany(z.enum(reasons))),
  reasonClass: optional(oneOrMany(z.enum(reasonClasses))),
  category: optional(oneOrMany(z.enum(categories))),
  traits: optional(oneOrMany(z.enum(traits))),
  tags: optional(oneOrMany(word)),
  condition: optional(conditionFacts),
  soldAs: optional(oneOrMany(z.enum(['new', 'refurbished', 'used']))),
  price: optional(z.strictObject({ from: optional(amount), to: optional(amount) })),
  placed: optional(dayRange),
  delivered: optional(dayRange),
  requested: optional(dayRange),
  isInternational: optional(z.boolean()),
  memberTier: optional(oneOrMany(word)),
  inspection: optional(z.enum(['passed', 'failed'])),
});

const payer = z.enum(['buyer', 'seller', 'shared']);
const fee = z.strictObject({
  kind: z.enum(['restocking', 'fixed-fee', 'use', 'return-shipping']),
  percent: optional(percent),
  amount: optional(amount),
  cap: optional(amount),
});

const terms = {
  when: optional(when),
  window: optional(window),
  extend: optional(extension),
  exclude: optional(identifier),
  review: optional(identifier),
  conditions: optional(z.array(z.enum(goodsConditions))),
  otherwise: optional(
    z.union([
      z.literal('refuse'),
      z.strictObject({ deduct: z.strictObject({ kind: z.enum(['diminished-value', 'use']), upTo: percent }) }),
    ]),
  ),
  pays: optional(
    z.strictObject({ outbound: optional(payer), return: optional(payer), replacement: optional(payer), cap: optional(amount) }),
  ),
  refund: optional(
    z.strictObject({
      item: optional(percent),
      outbound: optional(z.enum(['none', 'cheapest', 'full'])),
      form: optional(z.enum(['original-means', 'store-credit', 'exchange'])),
      fees: optional(z.array(fee)),
    }),
  ),
  remedies: optional(z.array(z.enum(remedies))),
};

const plainRule = z.strictObject({ id: identifier, ...terms });

/** A rule as written. `except` holds narrower cases, in which only the named fields change; a bare id gives way to that rule. */
export interface PolicyRule extends z.infer<typeof plainRule> {
  except?: (string | PolicyRule)[] | undefined;
}

const rule = z.strictObject({
  ...plainRule.shape,
  get except(): z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniType<string | PolicyRule>>> {
    return z.optional(z.array(z.union([identifier, rule])));
  },
});

const duty = z.strictObject({
  ...span,
  onMiss: optional(z.enum(onMisses)),
  strength: optional(z.enum(['hard', 'recommended'])),
  satisfiedBy: optional(z.enum(['sent', 'received', 'opened', 'done'])),
});
const dutyTable = z.partialRecord(z.enum(duties), duty);

const longestReason = 500;
const waiverReason = text(
  (value) => value.trim() !== '' && value.length <= longestReason,
  `the reason why it is accepted, in at most ${String(longestReason)} characters`,
);
const waiver = z.strictObject({
  finding: z.enum(waivableFindings),
  rule: optional(word),
  country: optional(oneOrMany(place)),
  reason: waiverReason,
  until: optional(day),
});

export const policyDocumentSchema = z.strictObject({
  aftersale: z.literal('policy/v1'),
  id: identifier,
  seller: optional(z.strictObject({ country: optional(country), timeZone: optional(timeZone), calendar: optional(place) })),
  currency: optional(text(isKnownCurrency, 'an ISO 4217 currency such as EUR')),
  valid: optional(
    z.strictObject({
      from: optional(day),
      to: optional(day),
      selectedBy: optional(z.enum(['order', 'delivered', 'requested'])),
    }),
  ),
  rules: z.array(rule),
  promises: optional(dutyTable),
  'buyer-duties': optional(dutyTable),
  waive: optional(z.array(waiver)),
});

/** A seller's policy as written: YAML, JSON or TypeScript with the same keys. */
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
export type PolicyWhen = z.infer<typeof when>;
export type PolicyPeriod = z.infer<typeof extension>;
export type PolicyDuty = z.infer<typeof duty>;
/** A finding of the analysis that the seller accepts, with the reason and, where it is not for ever, the last day of it. */
export type PolicyWaiver = z.infer<typeof waiver>;

const keysOf = (schema: { readonly shape: object }): readonly string[] => Object.keys(schema.shape);

/** The keys each part of a document may have, by the key the part stands under; `''` is the document itself. */
const partKeys: Readonly<Record<string, readonly string[]>> = {
  '': keysOf(policyDocumentSchema),
  rules: keysOf(rule),
  except: keysOf(rule),
  when: keysOf(when),
  window: keysOf(windowObject),
  extend: keysOf(extension),
  condition: conditionFlags,
  otherwise: ['deduct'],
  deduct: ['kind', 'upTo'],
  refund: ['item', 'outbound', 'form', 'fees'],
  fees: keysOf(fee),
  pays: ['outbound', 'return', 'replacement', 'cap'],
  price: ['from', 'to'],
  placed: keysOf(dayRange),
  delivered: keysOf(dayRange),
  requested: keysOf(dayRange),
  seller: ['country', 'timeZone', 'calendar'],
  valid: ['from', 'to', 'selectedBy'],
  waive: keysOf(waiver),
  promises: duties,
  'buyer-duties': duties,
};

/** The keys the part at a path may have. The whole path tells a duty from a part of a rule: both have a `refund`. */
export const knownKeysAt = (path: readonly PropertyKey[]): readonly string[] => {
  const [table] = path;
  if (path.length > 1 && (table === 'promises' || table === 'buyer-duties')) return keysOf(duty);
  const parent = path.filter((key) => typeof key === 'string').at(-1) ?? '';
  return partKeys[parent] ?? [];
};

/** The document as written, typed, for policies kept in TypeScript. It is checked by `compilePolicy`. */
export const definePolicy = (document: PolicyDocument): PolicyDocument => document;
