import type { PackException, PackWhen, Validity } from '../../src/policy/packs/types.js';
import type { Bound, Period, SpanUnit } from '../../src/policy/rules/span.js';
import type { DeadlineTerm, Fee, LateRefund, RefundTerms, RemedyStep, RuleTerms } from '../../src/policy/rules/terms.js';
import type { Money } from '../../src/core/money.js';
import { code } from './markdown.js';

const units: Readonly<Record<SpanUnit, string>> = {
  hours: 'hours',
  'elapsed-days': 'times 24 hours',
  days: 'days',
  'business-days': 'business days',
  'business-days-and-saturdays': 'business days, Saturdays among them',
  months: 'months',
  years: 'years',
};

const startOf = (from: Extract<Bound, { kind: 'span' }>['from']): string =>
  typeof from === 'string' ? from.replace('told:', 'being told: ').replaceAll('-', ' ') : `the end of ${boundInWords(from)}`;

const spanInWords = ({ amount, unit, from, firstDay }: Extract<Bound, { kind: 'span' }>): string => {
  const start = startOf(from);
  if (amount === 0) return `the day of ${start}`;
  const counted = `${String(amount)} ${units[unit]} from ${start}`;
  return firstDay === 'included' ? `${counted}, which is the first day` : counted;
};

const joined = (bounds: readonly Bound[], word: string): string => bounds.map(boundInWords).join(` ${word} `);

const boundInWords = (bound: Bound): string => {
  switch (bound.kind) {
    case 'span':
      return spanInWords(bound);
    case 'until':
      return `until ${bound.day}`;
    case 'unlimited':
      return 'without end';
    case 'unknown':
      return '**not known**';
    case 'own-window':
      return 'with the window';
    case 'first-known':
      return joined(bound.bounds, 'or, where that is not known,');
    case 'any-of':
      return `${joined(bound.bounds, 'or')} (**not settled**)`;
    case 'earliest-of':
      return `the earlier of ${joined(bound.bounds, 'and')}`;
    case 'latest-of': {
      const known = bound.bounds.filter(({ kind }) => kind !== 'unknown');
      return known.length < bound.bounds.length
        ? `at least ${joined(known, 'and')}, the end is **not known**`
        : `the later of ${joined(bound.bounds, 'and')}`;
    }
  }
};

const rolls = {
  none: '',
  'next-working-day': '; a last day off work moves to the next working day',
  unknown: '; whether a last day off work moves is **not known**',
} as const;

const periodInWords = ({ opens, closes, roll = 'none' }: Period): string =>
  `${opens === undefined ? '' : `opens ${boundInWords(opens)}; `}${boundInWords(closes)}${rolls[roll]}`;

const share = (basisPoints: number): string => `${String(basisPoints / 100)} %`;

const feeInWords = ({ kind, percent, amount, cap }: Fee): string => {
  const size = percent === undefined ? undefined : share(percent);
  const money = (value: Fee['amount']): string | undefined =>
    value === undefined ? undefined : `${value.currency} ${String(value.minor / 100)}`;
  const known = size ?? money(amount) ?? (kind === 'return-shipping' ? 'its cost' : '**not known**');
  return `${kind} ${known}${cap === undefined ? '' : `, at most ${money(cap) ?? ''}`}`;
};

const lateInWords = ({ line, steps }: LateRefund): string =>
  `${line} ${steps
    .map(({ lastDayLate, percent }) => {
      const size = percent === 'unknown' ? '**not known**' : share(percent);
      return lastDayLate === undefined ? `${size} later` : `${size} up to ${String(lastDayLate)} days late`;
    })
    .join(', ')}`;

const refundInWords = ({ item, outbound, fees, late }: RefundTerms): readonly string[] => [
  ...(item === undefined ? [] : [item === 'unknown' ? 'price **not known**' : `price ${share(item)}`]),
  ...(outbound === undefined ? [] : [outbound === 'unknown' ? 'first delivery **not known**' : `first delivery ${outbound}`]),
  ...(fees?.length === 0 ? ['no fee'] : (fees ?? []).map((fee) => `less ${feeInWords(fee)}`)),
  ...(late === undefined ? [] : [lateInWords(late)]),
];

const remediesInWords = (remedies: readonly RemedyStep[]): string =>
  remedies.map(({ remedy, chosenBy, step }) => `${String(step)}. ${remedy} (${chosenBy})`).join(', ');

const deadlineInWords = ({ duty, party, period, strength, onMiss }: DeadlineTerm): string => {
  const marks = [
    strength === 'recommended' ? 'recommended' : '',
    onMiss === undefined || onMiss === 'none' ? '' : `else ${onMiss}`,
  ];
  const shown = marks.filter((mark) => mark !== '').join(', ');
  return `${code(duty)} by the ${party}: ${periodInWords(period)}${shown === '' ? '' : ` (${shown})`}`;
};

const payerInWords = (payer: string): string => (payer === 'unknown' ? '**not known**' : payer);

const conditionsInWords = ({ conditions, otherwise }: RuleTerms): readonly string[] => {
  const wanted = conditions === undefined ? [] : [conditions.length === 0 ? 'no condition' : `goods ${conditions.join(', ')}`];
  if (otherwise === undefined) return wanted;
  const result = otherwise.kind === 'refuse' ? 'no return' : `less ${otherwise.line} up to ${share(otherwise.upTo)}`;
  return [...wanted, `otherwise ${result}`];
};

/** What a rule says, one sentence for each term. */
export const termsInWords = (terms: RuleTerms): readonly string[] => [
  ...(terms.exclude === undefined ? [] : [`no right: ${code(terms.exclude)}`]),
  ...(terms.review === undefined ? [] : [`for a person: ${code(terms.review)}`]),
  ...(terms.window === undefined ? [] : [`window ${periodInWords(terms.window)}`]),
  ...(terms.extend === undefined ? [] : [`extended to ${boundInWords(terms.extend)}`]),
  ...conditionsInWords(terms),
  ...Object.entries(terms.pays ?? {}).map(([leg, { payer }]) => `${leg} paid by: ${payerInWords(payer)}`),
  ...(terms.refund === undefined ? [] : refundInWords(terms.refund)),
  ...(terms.remedies === undefined ? [] : [remediesInWords(terms.remedies)]),
  ...(terms.deadlines ?? []).map(deadlineInWords),
  ...(terms.requirements ?? []).map(({ code: name, isRequired }) => `${code(name)} ${isRequired ? 'required' : 'not required'}`),
];

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'minor' in value;

const rangeInWords = (range: object): string =>
  Object.entries(range)
    .map(([end, value]) => `${end} ${isMoney(value) ? `${value.currency} ${String(value.minor / 100)}` : String(value)}`)
    .join(' ');

const valueInWords = (value: unknown): string => {
  if (isList(value)) return value.join(', ');
  return typeof value === 'object' && value !== null ? rangeInWords(value) : String(value);
};

/** When a rule applies, in the words of the facts. Consumers at a distance are the ordinary case and left out. */
export const guardInWords = (when: PackWhen): string =>
  Object.entries(when)
    .filter(
      ([name, value]) =>
        name !== 'isConsumer' && !(name === 'channel' && isList(value) && value.some((word) => word === 'distance')),
    )
    .map(([name, value]) => `${code(name)} ${valueInWords(value)}`)
    .join(' and ');

const selectors: Readonly<Record<Validity['selectedBy'], string>> = {
  contract: 'contracts',
  placed: 'orders',
  delivered: 'deliveries',
  requested: 'requests',
};

/** The days on which a rule holds. */
export const validityInWords = (valid: PackException['valid']): string => {
  if (valid === undefined) return '';
  const { from, to, selectedBy } = valid;
  return [selectors[selectedBy], from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`]
    .filter((word) => word !== '')
    .join(' ');
};
