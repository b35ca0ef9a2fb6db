import { decide } from '../decide.js';
import { settle, type Settled } from '../merge/settled.js';
import { sellerKindOf } from '../rules/reason-class.js';
import type { Rule } from '../rules/rule.js';
import { wholeInBasisPoints } from '../rules/terms.js';
import type { RefundLine } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { ReasonClass } from '../vocabulary.js';
import { moveTo } from './days/case-builder.js';
import { findOpenDay } from './days/open-day.js';
import { ofNobody } from './floors/settle-rules.js';
import { moneyFaultsIn, shareOf, type MoneyFault, type Paying } from './money-sums.js';
import { feeCurrency } from './parts/less-refund.js';
import { heldIn, wantedFor } from './reading/held.js';
import { brokenIn, standingIn } from './reading/standing.js';
import type { Hit } from './report/hit.js';
import { explore, type Cell, type Leaf } from './space/explore.js';
import { priceIntervals } from './space/price.js';
import { representFacts } from './space/representative.js';
import { dayRooms } from './space/timeline.js';
import { pairsOf } from './space/universe.js';
import { ordinaryCases, type Subject } from './subject.js';

interface PayingCell extends Paying {
  readonly window: Settled;
}

/** Whether more than all could come back, or less than nothing. */
const isRemarkable = (refund: Settled): boolean => {
  const { fees, otherwise } = refund;
  const loss = otherwise?.value.kind === 'deduct' ? otherwise.value.upTo : 0;
  return shareOf(refund) > wholeInBasisPoints || (fees?.value.length ?? 0) > 0 || loss > shareOf(refund);
};

const payingIn = (cell: Cell<Rule>): PayingCell | null => {
  const held = heldIn(cell, cell.items, wantedFor.refund);
  const refund = settle(held, ofNobody);
  if (!isRemarkable(refund)) return null;
  const isDeducting = refund.otherwise?.value.kind === 'deduct' && brokenIn(cell, held) !== null;
  const standing = standingIn(cell, cell.items);
  return standing.kind === 'granted' ? { refund, isDeducting, window: settle(standing.held, ofNobody) } : null;
};

const payingCells = (subject: Subject, reasonClass: ReasonClass): readonly Leaf<PayingCell>[] => {
  const { space, budget } = subject;
  const start = space.cutTo(ordinaryCases(space), 'reason', pairsOf(reasonClass));
  const rules = subject.rules.filter(({ kinds }) => kinds.includes(sellerKindOf(reasonClass)));
  if (start === null) return [];
  const leaves = explore<Rule, PayingCell | null>({ space, start, items: rules, budget, settle: payingIn });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};

/** The goods with what is taken of them; what the first delivery cost is another matter. */
const isAboutGoods = ({ kind, amount }: RefundLine): boolean =>
  kind !== 'outbound-shipping' && (kind !== 'return-shipping' || amount.minor < 0);

const isConfirmed = ({ policy, sellerId }: Subject, topic: MoneyFault['topic'], facts: CaseFacts): boolean => {
  const { rights } = decide(policy, facts, { at: facts.requestedAt ?? '' });
  const refund = rights.find(({ source }) => source === sellerId)?.refund;
  const goods = (refund?.lines ?? []).filter(isAboutGoods);
  const sum = goods.reduce((total, { amount }) => total + amount.minor, 0);
  const { price, quantity } = facts.item;
  return topic === 'above' ? sum > price.minor * quantity : goods.length > 1 && sum === 0;
};

const toHits = (subject: Subject, { box, value }: Leaf<PayingCell>): readonly Hit[] => {
  const { space, policy, setting } = subject;
  const currency = feeCurrency([value.refund]) ?? setting.currency;
  const ordinary = representFacts(space, box, { setting: { ...setting, currency } });
  const timeline =
    ordinary === null ? null : findOpenDay({ policy, facts: ordinary, rooms: dayRooms(space, box), windows: [value.window] });
  if (ordinary === null || timeline === null) return [];
  const facts = moveTo(ordinary, timeline);
  const intervals = priceIntervals(space, box, facts.item.price.currency);
  const isCredit = value.refund.form?.value === 'store-credit';
  return moneyFaultsIn(facts, value, intervals).map(({ topic, rule, says, because, facts: priced }): Hit => ({
    code: 'money',
    severity: topic === 'above' ? (isCredit ? 'note' : 'error') : 'warning',
    rule,
    topic,
    box,
    when: null,
    facts: priced,
    says,
    demands: null,
    because,
    tell: () => `Rule '${rule}': ${says}.`,
    isConfirmed: (confirmed) => isConfirmed(subject, topic, confirmed),
  }));
};

const classes: readonly ReasonClass[] = ['withdrawal', 'conformity', 'non-delivery', 'late'];

/** Refunds that are more than what was paid, and deductions that are more than what comes back. */
export const findMoneyFaults = (subject: Subject): readonly Hit[] =>
  classes.flatMap((reasonClass) => payingCells(subject, reasonClass).flatMap((leaf) => toHits(subject, leaf)));
