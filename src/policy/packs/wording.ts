import type { Bound, Period, Roll, SpanUnit, Trigger } from '../rules/span.js';
import type { PayerTerm, RemedyStep, RuleTerms } from '../rules/terms.js';
import type { Payer, Remedy } from '../vocabulary.js';
import type { PackRule, PackWhen, Validity } from './types.js';

/** The words packs are written in: each makes one piece of plain data. */
type Start = Trigger | Bound;

const span =
  (unit: SpanUnit) =>
  (amount: number, from: Start): Bound => ({ kind: 'span', amount, unit, from });

export const hours = span('hours');
export const elapsedDays = span('elapsed-days');
export const days = span('days');
export const businessDays = span('business-days');
export const months = span('months');
export const years = span('years');

/** Business days of a law of which it is not known whether Saturdays are among them. */
export const businessDaysOrSaturdays = (amount: number, from: Start): Bound =>
  anyOf(businessDays(amount, from), span('business-days-and-saturdays')(amount, from));

export const earliestOf = (...bounds: readonly Bound[]): Bound => ({ kind: 'earliest-of', bounds });
export const latestOf = (...bounds: readonly Bound[]): Bound => ({ kind: 'latest-of', bounds });
export const anyOf = (...bounds: readonly Bound[]): Bound => ({ kind: 'any-of', bounds });
export const firstKnown = (...bounds: readonly Bound[]): Bound => ({ kind: 'first-known', bounds });
export const until = (day: string): Bound => ({ kind: 'until', day });
export const unlimited: Bound = { kind: 'unlimited' };
export const unknownEnd: Bound = { kind: 'unknown' };
export const endOfWindow: Bound = { kind: 'own-window' };

/** Certain up to there, and not known beyond. */
export const atLeast = (bound: Bound): Bound => latestOf(bound, unknownEnd);

export const closing = (closes: Bound, roll: Roll = 'none'): Period => ({ closes, roll });

export const paidBy = (payer: Payer): PayerTerm => ({ payer });
export const everythingPaidBy = (payer: Payer): NonNullable<RuleTerms['pays']> => ({
  outbound: { payer },
  return: { payer },
  replacement: { payer },
});

export const whole = 10_000;
/** Shares of the price, in hundredths of a percent. */
export const percent = (share: number): number => share * 100;

const chosenBy =
  (chooser: RemedyStep['chosenBy']) =>
  (step: number, ...remedies: readonly Remedy[]): readonly RemedyStep[] =>
    remedies.map((remedy) => ({ remedy, chosenBy: chooser, step }));

export const buyerMayChoose = chosenBy('buyer');
export const sellerMayChoose = chosenBy('seller');

/** Rules that share when they apply and about which right. Each keeps its own article. */
export const together = <Shared extends Partial<PackRule>>(
  shared: Shared,
  rules: readonly (Omit<PackRule, keyof Shared> & Partial<PackRule>)[],
): readonly (Shared & Omit<PackRule, keyof Shared> & Partial<PackRule>)[] => rules.map((rule) => ({ ...shared, ...rule }));

export const consumer: PackWhen = { isConsumer: true };
export const consumerAtADistance: PackWhen = { isConsumer: true, channel: ['distance'] };

export const contractsFrom = (from: string): Validity => ({ from, selectedBy: 'contract' });
export const contractsUntil = (to: string): Validity => ({ to, selectedBy: 'contract' });
export const requestsFrom = (from: string): Validity => ({ from, selectedBy: 'requested' });
export const requestsUntil = (to: string): Validity => ({ to, selectedBy: 'requested' });

type RightRule = Pick<PackRule, 'id' | 'rights' | 'source'> &
  Partial<Pick<PackRule, 'when' | 'valid' | 'unless' | 'note' | 'confidence'>>;

/** A right of which no source could be read that says enough to decide: a person must. */
export const unknownRight = (rule: RightRule): PackRule => ({
  confidence: 'unconfirmed',
  ...rule,
  terms: { window: { closes: unknownEnd } },
});

export const deliveryNotRead = (source: string): PackRule =>
  unknownRight({
    id: 'delivery',
    rights: ['non-delivery', 'late-delivery'],
    when: consumer,
    source,
    note: 'What the law says of late and missing deliveries was not read.',
  });

export const conformityNotRead = (source: string): PackRule =>
  unknownRight({
    id: 'conformity',
    rights: ['conformity'],
    when: consumer,
    source,
    note: 'What the law says of faulty goods was not read, or could not be confirmed.',
  });

/** Sales of other channels than the pack was read for: to take such a sale for one without rights would be a guess. */
export const otherChannelsNotRead = (
  source: string,
  channels: readonly string[] = ['doorstep', 'direct-marketing', 'public-auction'],
): PackRule =>
  unknownRight({
    id: 'other-channels',
    rights: ['withdrawal'],
    when: { ...consumer, channel: channels },
    source,
    note: 'What the law says of sales at the door, after direct marketing or at a public auction was not read.',
  });

/** Goods that most laws take out, opened or not. */
const oftenExcluded = [
  'custom-made',
  'perishable',
  'newspaper',
  'digital',
  'market-price',
  'betting',
  'dated-leisure',
  'alcohol-futures',
  'mixes-inseparably',
];

/** A law whose list of exclusions was not read may take out what most laws do. */
export const exclusionsNotRead = (source: string): readonly PackRule[] =>
  together(
    {
      rights: ['withdrawal'],
      source,
      confidence: 'unconfirmed',
      note: 'Which goods the law excludes was not read; these are the ones that most laws do.',
      terms: { review: 'exclusions-not-read' },
    } as const,
    [
      { id: 'exclusions', when: { ...consumer, traits: oftenExcluded } },
      {
        id: 'exclusions-of-opened',
        when: { ...consumer, traits: ['hygiene-sealed', 'media-sealed'], 'condition.isUnsealed': true },
      },
    ],
  );

/** A right the law does not give. */
export const noRight = (rule: RightRule & Pick<PackRule, 'confidence'>): PackRule => ({
  ...rule,
  terms: { exclude: 'no-statutory-right' },
});
