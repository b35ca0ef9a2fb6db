import { exponentOf } from '../../../core/money.js';
import { formatCivilDay } from '../../calendar/civil-day.js';
import { reasonClasses } from '../../document/words.js';
import type { DimensionName } from '../../guards/dimensions.js';
import type { Money, ReasonClass } from '../../vocabulary.js';
import { elsewhere, pairsOf } from '../space/universe.js';

/** An amount as merchants write it: `20.00 EUR`. */
export const showMoney = ({ minor, currency }: Money): string => {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${whole}${fraction} ${currency}`;
};

const classWords: Readonly<Record<ReasonClass, string>> = {
  withdrawal: 'change of mind',
  conformity: 'faulty or wrong goods',
  'non-delivery': 'goods that never came',
  late: 'late deliveries',
  agreement: 'returns by agreement',
  abuse: 'suspected abuse',
};

export const showReasonClass = (reasonClass: ReasonClass): string => classWords[reasonClass];

/** Reasons by class where all of a class are meant: `change of mind, defective`. */
export const showReasons = (pairs: readonly string[]): string => {
  const whole = reasonClasses.filter((each) => pairsOf(each).every((pair) => pairs.includes(pair)));
  const rest = pairs.filter((pair) => !whole.some((each) => pair.endsWith(`/${each}`)));
  return [...whole.map(showReasonClass), ...new Set(rest.map((pair) => pair.slice(0, pair.indexOf('/'))))].join(', ');
};

const flags: Readonly<Partial<Record<DimensionName, readonly [yes: string, no: string]>>> = {
  'condition.isSealedAtDelivery': ['goods delivered sealed', 'goods delivered unsealed'],
  'condition.isUnsealed': ['opened goods', 'unopened goods'],
  'condition.isUsed': ['used goods', 'unused goods'],
  'condition.isWashed': ['washed goods', 'unwashed goods'],
  'condition.isDamagedByBuyer': ['goods the buyer damaged', 'undamaged goods'],
  'condition.isActivated': ['activated goods', 'goods not activated'],
  'condition.isIncomplete': ['incomplete goods', 'complete goods'],
  'condition.isOriginalPackagingMissing': ['goods without their packaging', 'goods in their packaging'],
  'condition.isHandledBeyondTesting': ['goods handled beyond testing', 'goods only tested'],
  isInternational: ['international returns', 'returns inside the country'],
  hasFreeReturns: ['listings with free returns', 'listings without free returns'],
  listsReturns: ['listings that accept returns', 'listings without returns'],
  isRegularDelivery: ['subscriptions', 'single orders'],
  hadConversation: ['after a talk in person', 'without a talk in person'],
  sellerCollects: ['goods the seller collects', 'goods the seller does not collect'],
  designatedCarrier: ['sent with the named carrier', 'not sent with the named carrier'],
  isConsumer: ['consumers', 'business buyers'],
};

const prefixes: Readonly<Partial<Record<string, string>>> = {
  site: 'site',
  sellerCountry: 'seller in',
  memberTier: 'member tier',
  soldAs: 'sold as',
  channel: 'sold by',
  inspection: 'inspection',
  brand: 'brand',
  programme: 'programme',
  remedy: 'asked for',
  incoterm: 'incoterm',
  deliveryMode: 'delivered by',
  carrierChosenBy: 'carrier chosen by the',
  offersLocalReturnAddress: 'local return address:',
  listedReturnPayer: 'way back by the listing paid by the',
  returnMode: 'sent back by',
};

const showMarketplaces = (words: readonly string[]): string => {
  const named = words.filter((word) => word !== 'none' && word !== elsewhere);
  const on = [...named, ...(words.includes(elsewhere) ? ['another marketplace'] : [])].join(' or ');
  const places = [...(on === '' ? [] : [`on ${on}`]), ...(words.includes('none') ? ['outside of marketplaces'] : [])];
  return `sold ${places.join(' or ')}`;
};

/** Words of a dimension that holds one word at a time. */
export const showWords = (name: DimensionName, words: readonly string[]): string => {
  const flag = flags[name];
  if (flag !== undefined) return words.includes('true') ? flag[0] : flag[1];
  if (name === 'marketplace') return showMarketplaces(words);
  const prefix = prefixes[name];
  const text = words.join(' or ');
  return prefix === undefined ? text : `${prefix} ${text}`;
};

const dayWords: Readonly<Partial<Record<string, string>>> = {
  placed: 'ordered',
  contract: 'bought',
  delivered: 'delivered',
  requested: 'asked',
};

/** `day 8–14`, `day 1`. */
export const showDayNumbers = (from: number, to: number): string =>
  to === Infinity ? `from day ${String(from)} on` : from === to ? `day ${String(from)}` : `day ${String(from)}–${String(to)}`;

/** An interval of a dimension of numbers; an end that is `null` is open. */
export const showInterval = (name: DimensionName, from: number | null, to: number | null): string => {
  if (name === 'daysSinceDelivery' || name === 'daysInHand') return showDayNumbers(from ?? 0, to ?? Infinity);
  const currency = name.startsWith('price:') ? name.slice('price:'.length) : null;
  const show = (value: number): string => (currency === null ? formatCivilDay(value) : showMoney({ minor: value, currency }));
  const what = currency === null ? (dayWords[name] ?? name) : 'price';
  const until = currency === null ? 'until' : 'up to';
  if (from !== null && from === to) return `${what} ${currency === null ? 'on ' : ''}${show(from)}`;
  return [
    what,
    ...(from === null ? [] : [`from ${show(from)}`]),
    ...(to === null ? [] : [`${from === null ? until : 'to'} ${show(to)}`]),
  ].join(' ');
};
