import { decide } from '../decide.js';
import { settle, type Settled } from '../merge/settled.js';
import { sellerKindOf } from '../rules/reason-class.js';
import { roundExact } from '../rules/amounts.js';
import type { Rule } from '../rules/rule.js';
import { wholeInBasisPoints, type Fee } from '../rules/terms.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { ReasonClass } from '../vocabulary.js';
import { moveTo } from './days/case-builder.js';
import { findOpenDay } from './days/open-day.js';
import { feeCurrency, pricesToTry, withPrice } from './parts/less-refund.js';
import { heldIn, wantedFor } from './reading/held.js';
import { standingIn } from './reading/standing.js';
import type { Hit } from './report/hit.js';
import { explore, type Leaf } from './space/explore.js';
import { priceIntervals } from './space/price.js';
import { representFacts } from './space/representative.js';
import { dayRooms } from './space/timeline.js';
import { pairsOf } from './space/universe.js';
import { ordinaryCases, type Subject } from './subject.js';
import { showMoney } from './words/show-value.js';

interface Paying {
  readonly refund: Settled;
  readonly window: Settled;
}

const shareOf = ({ share }: Settled): number | null => (typeof share?.value === 'number' ? share.value : null);

const isRemarkable = (refund: Settled): boolean =>
  (shareOf(refund) ?? 0) > wholeInBasisPoints || (refund.fees?.value.length ?? 0) > 0;

/** What a fee takes of a price, in minor units times ten thousand, before anything stops it. */
const takes = (fee: Fee, minor: number): number => {
  const size = (fee.amount?.minor ?? 0) * wholeInBasisPoints + (fee.percent ?? 0) * minor;
  return fee.cap === undefined ? size : Math.min(size, fee.cap.minor * wholeInBasisPoints);
};

const leftOf = (refund: Settled, minor: number): number =>
  (shareOf(refund) ?? wholeInBasisPoints) * minor - (refund.fees?.value ?? []).reduce((sum, fee) => sum + takes(fee, minor), 0);

const settleNothing = { kind: 'voluntary', source: { id: '', layer: 'seller', rules: [] } } as const;

const payingCells = (subject: Subject, reasonClass: ReasonClass): readonly Leaf<Paying>[] => {
  const { space, budget } = subject;
  const start = space.cutTo(ordinaryCases(space), 'reason', pairsOf(reasonClass));
  const rules = subject.rules.filter(({ kinds }) => kinds.includes(sellerKindOf(reasonClass)));
  if (start === null) return [];
  const leaves = explore<Rule, Paying | null>({
    space,
    start,
    items: rules,
    budget,
    settle: (cell) => {
      const refund = settle(heldIn(cell, cell.items, wantedFor.refund), settleNothing);
      if (!isRemarkable(refund)) return null;
      const standing = standingIn(cell, cell.items);
      return standing.kind === 'granted' ? { refund, window: settle(standing.held, settleNothing) } : null;
    },
  });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};

interface Fault {
  readonly facts: CaseFacts;
  readonly topic: 'above' | 'below';
  readonly rule: string;
  readonly says: string;
}

const faultsIn = (facts: CaseFacts, refund: Settled, prices: readonly number[]): readonly Fault[] => {
  const share = shareOf(refund) ?? wholeInBasisPoints;
  const { currency } = facts.item.price;
  const low = prices.filter((minor) => leftOf(refund, minor) < 0).sort((left, right) => right - left)[0];
  const high = prices.find((minor) => roundExact(leftOf(refund, minor)) > minor);
  const show = (minor: number): string => showMoney({ minor, currency });
  return [
    ...(share > wholeInBasisPoints && high !== undefined
      ? [
          {
            facts: withPrice(facts, high),
            topic: 'above' as const,
            rule: refund.share?.because[0]?.rule ?? '',
            says: `more than ${show(high)} comes back for ${show(high)}`,
          },
        ]
      : []),
    ...(low === undefined
      ? []
      : [
          {
            facts: withPrice(facts, low),
            topic: 'below' as const,
            rule: refund.fees?.because[0]?.rule ?? '',
            says: `the fees are more than what comes back for ${show(low)}`,
          },
        ]),
  ];
};

const isConfirmed = ({ policy, sellerId }: Subject, topic: Fault['topic'], facts: CaseFacts): boolean => {
  const { rights } = decide(policy, facts, { at: facts.requestedAt ?? '' });
  const refund = rights.find(({ source }) => source === sellerId)?.refund;
  const goods = (refund?.lines ?? []).filter(({ kind }) => kind !== 'outbound-shipping' && kind !== 'return-shipping');
  const sum = goods.reduce((total, { amount }) => total + amount.minor, 0);
  return topic === 'above' ? sum > facts.item.price.minor : goods.length > 1 && sum === 0;
};

const toHits = (subject: Subject, { box, value }: Leaf<Paying>): readonly Hit[] => {
  const { space, policy, setting } = subject;
  const currency = feeCurrency([value.refund]) ?? setting.currency;
  const ordinary = representFacts(space, box, { setting: { ...setting, currency } });
  const timeline =
    ordinary === null ? null : findOpenDay({ policy, facts: ordinary, rooms: dayRooms(space, box), windows: [value.window] });
  if (ordinary === null || timeline === null) return [];
  const facts = moveTo(ordinary, timeline);
  const prices = pricesToTry([value.refund], priceIntervals(space, box, facts.item.price.currency));
  const isCredit = value.refund.form?.value === 'store-credit';
  return faultsIn(facts, value.refund, prices).map(({ topic, rule, says, facts: priced }): Hit => ({
    code: 'money',
    severity: topic === 'above' ? (isCredit ? 'note' : 'error') : 'warning',
    rule,
    topic,
    box,
    when: null,
    facts: priced,
    says,
    demands: null,
    because: [],
    tell: () => `Rule '${rule}': ${says}.`,
    isConfirmed: (confirmed) => isConfirmed(subject, topic, confirmed),
  }));
};

const classes: readonly ReasonClass[] = ['withdrawal', 'conformity', 'non-delivery', 'late'];

/** Refunds that are more than what was paid, and fees that are more than what comes back. */
export const findMoneyFaults = (subject: Subject): readonly Hit[] =>
  classes.flatMap((reasonClass) => payingCells(subject, reasonClass).flatMap((leaf) => toHits(subject, leaf)));
