import { money, type Money } from '../../core/money.js';
import type { Payer } from '../../core/vocabulary.js';
import type { ReturnDecision } from '../../policy/decision.js';
import type { CaseFacts } from '../../policy/facts/case-facts.js';
import type { Liability } from '../liability.js';
import { both, complementOf } from './chance.js';
import { addUp, chanceOf, chancesUsed, mapTold, told, type Entry, type Told } from './ledger.js';
import { hasReachedBuyer, type Whereabouts } from './open.js';
import type { Assumption, Chances, Costs, Solution, SolutionKind } from './types.js';

/** All that a cost is counted from. */
export interface CostGrounds {
  readonly facts: CaseFacts;
  readonly decision: ReturnDecision;
  readonly liability: Liability;
  readonly where: Whereabouts;
  readonly costs: Costs;
  readonly currency: string;
}

interface Counted {
  readonly entries: readonly Entry[];
  readonly chances: readonly (keyof Chances)[];
  readonly assumptions: readonly Assumption[];
}

/** What a full refund comes to. Where nothing is owed, a refund of goodwill is the price. */
const refundOf = ({
  costs,
  decision,
  facts,
  currency,
}: CostGrounds): { readonly amount: Told<Money>; readonly assumption: Assumption } => {
  const say = (code: Assumption['code']): Assumption => ({ code, about: 'refund', value: null });
  if (costs.refund !== undefined) return { amount: { value: costs.refund }, assumption: say('refund-as-given') };
  const { item } = facts;
  const isOwed = decision.verdict !== 'ineligible';
  const amount = isOwed ? decision.refund.total : money(item.price.minor * item.quantity, item.price.currency);
  const isUsable = amount?.currency === currency;
  return {
    amount: told(isUsable ? amount : undefined, 'refund'),
    assumption: say(isOwed ? 'refund-as-decided' : 'refund-is-the-price'),
  };
};

/** Whether a leg is the seller's to pay. Not known counts as the seller's, which never makes a solution look cheaper than it is. */
const isSellers = (payer: Payer): boolean => payer === 'seller' || payer === 'shared' || payer === 'unknown';

const nothing = (grounds: CostGrounds): Money => money(0, grounds.currency);

/** What may be left out: it counts as nothing, and that is said. */
const optional = (
  grounds: CostGrounds,
  about: string,
  given: Money | undefined,
): { readonly amount: Told<Money>; readonly said: readonly Assumption[] } => ({
  amount: { value: given ?? nothing(grounds) },
  said: given === undefined ? [{ code: 'counted-as-nothing', about, value: null }] : [],
});

const nothingCounted: Counted = { entries: [], chances: [], assumptions: [] };

/** What carrier or insurer pay, where the seller may turn to them and told how much it is. */
const compensated = ({ costs, liability }: CostGrounds): Counted => {
  if (liability.recourse === null || costs.carrierCompensation === undefined) return nothingCounted;
  const amount = told(costs.carrierCompensation, 'carrierCompensation');
  const entry: Entry = { kind: 'carrier-compensation', amount, chance: chanceOf(costs.chances, 'carrierPays'), isGain: true };
  return { entries: [entry], chances: ['carrierPays'], assumptions: [] };
};

/** For goods that are gone. */
const recovery = (grounds: CostGrounds): Counted =>
  grounds.where === 'gone' || grounds.where === 'under-way' ? compensated(grounds) : nothingCounted;

/** For goods that came broken, whatever is done about it. */
const recoveryOfDamage = (grounds: CostGrounds): Counted =>
  hasReachedBuyer(grounds.where) ? compensated(grounds) : nothingCounted;

/** What every solution of a kind costs beside its own lines: its fees and its mark on the account, less what comes in for damage. */
const always = (grounds: CostGrounds, kind: SolutionKind): Counted => {
  const mark = optional(grounds, `metricDamage.${kind}`, grounds.costs.metricDamage?.[kind]);
  const isRefund = kind !== 'wait' && kind !== 'reship';
  const fees = optional(grounds, 'feesKept', grounds.costs.feesKept);
  const gained = recoveryOfDamage(grounds);
  const entries: readonly Entry[] = [
    ...gained.entries,
    { kind: 'metric-damage', amount: mark.amount },
    ...(isRefund ? [{ kind: 'fees' as const, amount: fees.amount }] : []),
  ];
  return { entries, chances: gained.chances, assumptions: [...mark.said, ...(isRefund ? fees.said : [])] };
};

const goodsBack = ({ costs }: CostGrounds): Entry => ({
  kind: 'goods-recovered',
  amount: told(costs.goods, 'goods'),
  chance: chanceOf(costs.chances, 'goodsSaved'),
  isGain: true,
});

/** Goods that never left are there to be sold again. */
const unsold = ({ costs }: CostGrounds): Entry => ({ kind: 'goods-recovered', amount: told(costs.goods, 'goods'), isGain: true });

/** Whether the seller lays out the way back: not where the buyer's own is in the refund already, but where it was taken off it. */
const isLaidOut = ({ costs, decision: { pays, refund } }: CostGrounds): boolean => {
  const line = costs.refund === undefined ? refund.lines.find(({ kind }) => kind === 'return-shipping') : undefined;
  return line === undefined ? isSellers(pays.return) : line.amount.minor < 0;
};

/** The way of the buyer's return. */
const wayBack = (grounds: CostGrounds): readonly Entry[] =>
  isLaidOut(grounds) ? [{ kind: 'return-shipping', amount: told(grounds.costs.shipping?.return, 'shipping.return') }] : [];

const wait = (grounds: CostGrounds): Counted => {
  const refund = refundOf(grounds);
  const compensation = optional(grounds, 'compensation', grounds.costs.compensation);
  const fails = mapTold(chanceOf(grounds.costs.chances, 'arrives'), complementOf);
  const gained = recovery(grounds).entries.map((entry) => ({ ...entry, chance: jointly(entry.chance, fails) }));
  return {
    entries: [
      { kind: 'compensation', amount: compensation.amount },
      { kind: 'refund', amount: refund.amount, chance: fails },
      ...gained,
    ],
    chances: ['arrives', ...recovery(grounds).chances],
    assumptions: [refund.assumption, ...compensation.said],
  };
};

const jointly = (left: Entry['chance'], right: NonNullable<Entry['chance']>): NonNullable<Entry['chance']> => {
  if (left === undefined || 'missing' in left) return left ?? right;
  return mapTold(right, (chance) => both(left.value, chance));
};

/** Goods that lie with the seller are sent once more; otherwise they are bought again, and the first ones count as gone. */
const reship = (grounds: CostGrounds): Counted => {
  const { costs, decision, where } = grounds;
  const refund = refundOf(grounds);
  const leg: readonly Entry[] =
    isSellers(decision.pays.replacement) || !hasReachedBuyer(where)
      ? [{ kind: 'replacement-shipping', amount: told(costs.shipping?.replacement, 'shipping.replacement') }]
      : [];
  const isComing = where === 'coming-back' || where === 'sent-back';
  const goods: readonly Entry[] = where === 'back' ? [] : [{ kind: 'goods', amount: told(costs.goods, 'goods') }];
  const saved: readonly Entry[] = isComing ? [goodsBack(grounds)] : [];
  const sentBack: readonly Entry[] = where === 'sent-back' ? wayBack(grounds) : [];
  const isRisky = costs.chances?.replacementFails !== undefined;
  const fails: readonly Entry[] = isRisky
    ? [{ kind: 'refund', amount: refund.amount, chance: chanceOf(costs.chances, 'replacementFails') }]
    : [];
  const gained = recovery(grounds);
  return {
    entries: [...goods, ...saved, ...sentBack, ...leg, ...fails, ...gained.entries],
    chances: ['replacementFails', ...(isComing ? ['goodsSaved' as const] : []), ...gained.chances],
    assumptions: [
      ...(where === 'back' || isComing ? [] : [{ code: 'first-goods-not-recovered' as const, about: 'goods', value: null }]),
      ...(isRisky
        ? [refund.assumption]
        : [{ code: 'replacement-arrives' as const, about: 'chances.replacementFails', value: null }]),
    ],
  };
};

const partial = (grounds: CostGrounds): Counted => {
  const refund = refundOf(grounds);
  const accepted = chanceOf(grounds.costs.chances, 'partialAccepted');
  return {
    entries: [
      { kind: 'partial-refund', amount: told(grounds.costs.partialRefund, 'partialRefund'), chance: accepted },
      { kind: 'refund', amount: refund.amount, chance: mapTold(accepted, complementOf) },
    ],
    chances: ['partialAccepted'],
    assumptions: [refund.assumption],
  };
};

const returned = (grounds: CostGrounds): Counted => {
  const { costs, decision } = grounds;
  const refund = refundOf(grounds);
  const handling = optional(grounds, 'handling', costs.handling);
  const isPresumed = decision.pays.return === 'unknown' || decision.pays.return === 'shared';
  return {
    entries: [
      { kind: 'refund', amount: refund.amount },
      ...wayBack(grounds),
      { kind: 'handling', amount: handling.amount },
      goodsBack(grounds),
    ],
    chances: ['goodsSaved'],
    assumptions: [
      refund.assumption,
      ...handling.said,
      ...(isPresumed ? [{ code: 'return-paid-by-seller' as const, about: 'shipping.return', value: null }] : []),
    ],
  };
};

const refunded = (grounds: CostGrounds): Counted => {
  const refund = refundOf(grounds);
  const isBack = grounds.where === 'back' || grounds.where === 'coming-back';
  const kept: readonly Entry[] = isBack ? [goodsBack(grounds)] : grounds.where === 'never-left' ? [unsold(grounds)] : [];
  const gained = recovery(grounds);
  return {
    entries: [{ kind: 'refund', amount: refund.amount }, ...kept, ...gained.entries],
    chances: [...(isBack ? ['goodsSaved' as const] : []), ...gained.chances],
    assumptions: [refund.assumption],
  };
};

const counters: Readonly<Record<SolutionKind, (grounds: CostGrounds) => Counted>> = {
  wait,
  reship,
  'partial-refund': partial,
  'return-and-refund': returned,
  refund: refunded,
};

/** What a solution is expected to cost the seller, compared with a sale that went well. */
export const costOf = (
  kind: SolutionKind,
  grounds: CostGrounds,
): Pick<Solution, 'cost' | 'lines' | 'missing' | 'assumptions'> => {
  const counted = counters[kind](grounds);
  const beside = always(grounds, kind);
  return {
    ...addUp([...counted.entries, ...beside.entries], grounds.currency),
    assumptions: [
      ...counted.assumptions,
      ...chancesUsed([...counted.chances, ...beside.chances], grounds.costs.chances),
      ...beside.assumptions,
    ],
  };
};
