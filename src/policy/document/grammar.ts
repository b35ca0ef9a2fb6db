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
import { again, countUpTo, either, group, listOf, oneOf, oneOrMany, optional, tableOf, text, yesNo, type Part } from './part.js';
import type {
  DayRange,
  Deduction,
  PolicyDocument,
  PolicyDuty,
  PolicyFee,
  PolicyPays,
  PolicyPeriod,
  PolicyRefund,
  PolicyRule,
  PolicySeller,
  PolicyValidity,
  PolicyWaiver,
  PolicyWhen,
  PolicyWindow,
  PriceRange,
} from './schema.js';

/** The grammar of a seller's document (`aftersale: policy/v1`). Strict: a key or word it does not know is an error. */

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
const count = countUpTo(36_500);

const trigger = oneOf(...sellerTriggers);
const span = {
  days: optional(count),
  businessDays: optional(count),
  months: optional(count),
  hours: optional(count),
  from: optional(trigger),
};

const windowGroup = group<PolicyWindow>({
  ...span,
  until: optional(day),
  unlimited: optional(oneOf(true)),
  roll: optional(oneOf('none', 'next-business-day')),
});
const window = either(oneOf('unlimited'), windowGroup);
const extension = group<PolicyPeriod>({ ...span, until: optional(day), unlimited: optional(oneOf(true)) });

const dayRange = group<DayRange>({ from: optional(day), to: optional(day) });
const conditionFacts = tableOf(conditionFlags, yesNo);

const when = group<PolicyWhen>({
  country: optional(oneOrMany(place)),
  sellerCountry: optional(oneOrMany(country)),
  marketplace: optional(oneOrMany(word)),
  site: optional(oneOrMany(country)),
  reason: optional(oneOrMany(oneOf(...reasons))),
  reasonClass: optional(oneOrMany(oneOf(...reasonClasses))),
  category: optional(oneOrMany(oneOf(...categories))),
  traits: optional(oneOrMany(oneOf(...traits))),
  tags: optional(oneOrMany(word)),
  condition: optional(conditionFacts),
  soldAs: optional(oneOrMany(oneOf('new', 'refurbished', 'used'))),
  price: optional(group<PriceRange>({ from: optional(amount), to: optional(amount) })),
  placed: optional(dayRange),
  delivered: optional(dayRange),
  requested: optional(dayRange),
  isInternational: optional(yesNo),
  memberTier: optional(oneOrMany(word)),
  inspection: optional(oneOf('passed', 'failed')),
});

const payer = oneOf('buyer', 'seller', 'shared');
const fee = group<PolicyFee>({
  kind: oneOf('restocking', 'fixed-fee', 'use', 'return-shipping'),
  percent: optional(percent),
  amount: optional(amount),
  cap: optional(amount),
});

const rule: Part<PolicyRule> = again(() => wholeRule);

/** What the word `rule` of the grammar stands for. */
export const wholeRule: Part<PolicyRule> = group<PolicyRule>({
  id: identifier,
  when: optional(when),
  window: optional(window),
  extend: optional(extension),
  exclude: optional(identifier),
  review: optional(identifier),
  conditions: optional(listOf(oneOf(...goodsConditions))),
  otherwise: optional(
    either(
      oneOf('refuse'),
      group<Deduction>({ deduct: group<Deduction['deduct']>({ kind: oneOf('diminished-value', 'use'), upTo: percent }) }),
    ),
  ),
  pays: optional(
    group<PolicyPays>({
      outbound: optional(payer),
      return: optional(payer),
      replacement: optional(payer),
      cap: optional(amount),
    }),
  ),
  refund: optional(
    group<PolicyRefund>({
      item: optional(percent),
      outbound: optional(oneOf('none', 'cheapest', 'full')),
      form: optional(oneOf('original-means', 'store-credit', 'exchange')),
      fees: optional(listOf(fee)),
    }),
  ),
  remedies: optional(listOf(oneOf(...remedies))),
  except: optional(listOf(either(identifier, rule))),
});

const duty = group<PolicyDuty>({
  ...span,
  onMiss: optional(oneOf(...onMisses)),
  strength: optional(oneOf('hard', 'recommended')),
  satisfiedBy: optional(oneOf('sent', 'received', 'opened', 'done')),
});
const dutyTable = tableOf(duties, duty);

const longestReason = 500;
const waiverReason = text(
  (value) => value.trim() !== '' && value.length <= longestReason,
  `the reason why it is accepted, in at most ${String(longestReason)} characters`,
);
const waiver = group<PolicyWaiver>({
  finding: oneOf(...waivableFindings),
  rule: optional(word),
  country: optional(oneOrMany(place)),
  reason: waiverReason,
  until: optional(day),
});

export const documentGrammar = group<PolicyDocument>({
  aftersale: oneOf('policy/v1'),
  id: identifier,
  seller: optional(group<PolicySeller>({ country: optional(country), timeZone: optional(timeZone), calendar: optional(place) })),
  currency: optional(text(isKnownCurrency, 'an ISO 4217 currency such as EUR')),
  valid: optional(
    group<PolicyValidity>({
      from: optional(day),
      to: optional(day),
      selectedBy: optional(oneOf('order', 'delivered', 'requested')),
    }),
  ),
  rules: listOf(rule),
  promises: optional(dutyTable),
  'buyer-duties': optional(dutyTable),
  waive: optional(listOf(waiver)),
});
