import type { Overridden } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import type { RemedyStep } from '../rules/terms.js';
import type { ResolvedWindow } from '../rules/window.js';
import type { GoodsRefund, Grant, Outbound, PaidLeg } from './grant.js';
import { joinLeg, joinOutbound, joinRefund, joinRemedies, type Candidate, type Joined } from './join.js';
import { statedByFacts } from './stated-by-facts.js';

/** Everything several grants promise together, before it is written as terms. */
export interface Figures {
  readonly window: ResolvedWindow | null;
  readonly outbound: Joined<Outbound> | null;
  readonly return: Joined<PaidLeg> | null;
  readonly replacement: Joined<PaidLeg> | null;
  readonly refund: Joined<GoodsRefund> | null;
  readonly remedies: readonly Candidate<RemedyStep>[];
}

const candidates = <Value>(
  grants: readonly Grant[],
  read: (grant: Grant) => { value: Value; because: Candidate<Value>['because'] } | null,
) =>
  grants.flatMap((grant): readonly Candidate<Value>[] => {
    const found = read(grant);
    return found === null ? [] : [{ ...found, layer: grant.source.layer, right: grant.id }];
  });

/** Joins what the grants promise, group by group: values that only mean something together are never mixed. */
export const joinFigures = (grants: readonly Grant[], window: ResolvedWindow | null, scene: Scene): Figures => ({
  window,
  outbound: joinOutbound(candidates(grants, ({ outbound }) => outbound)),
  return: joinLeg([...candidates(grants, ({ legs }) => legs.return), ...(grants.length === 0 ? [] : statedByFacts(scene))]),
  replacement: joinLeg(candidates(grants, ({ legs }) => legs.replacement)),
  refund: joinRefund(candidates(grants, ({ refund }) => refund)),
  remedies: joinRemedies(candidates(grants, ({ remedies }) => remedies)),
});

interface Contest<Value> {
  readonly parameter: string;
  readonly joined: Joined<Value> | null;
  readonly all: readonly Candidate<Value>[];
  readonly show: (value: Value) => unknown;
}

const losersOf = <Value>({ parameter, joined, all, show }: Contest<Value>): readonly Overridden[] => {
  if (joined === null) return [];
  const kept = [joined.main, ...joined.others];
  const shown = kept.map(({ value }) => JSON.stringify(show(value)));
  return all
    .filter((candidate) => !kept.includes(candidate) && !shown.includes(JSON.stringify(show(candidate.value))))
    .map(({ right, because }) => ({
      parameter,
      right: joined.main.right,
      winner: joined.main.because[0]?.rule ?? joined.main.right,
      loser: because[0]?.rule ?? right,
      because,
    }));
};

const showRefund = ({ form, net }: GoodsRefund): unknown => [form, String(net)];

/** What other sources said and lost in the join. */
export const overriddenBetween = (figures: Figures, grants: readonly Grant[]): readonly Overridden[] => [
  ...losersOf({
    parameter: 'pays.outbound',
    joined: figures.outbound,
    all: candidates(grants, ({ outbound }) => outbound),
    show: (value) => value,
  }),
  ...losersOf({
    parameter: 'pays.return',
    joined: figures.return,
    all: candidates(grants, ({ legs }) => legs.return),
    show: (value) => value,
  }),
  ...losersOf({
    parameter: 'pays.replacement',
    joined: figures.replacement,
    all: candidates(grants, ({ legs }) => legs.replacement),
    show: (value) => value,
  }),
  ...losersOf({ parameter: 'refund', joined: figures.refund, all: candidates(grants, ({ refund }) => refund), show: showRefund }),
];
