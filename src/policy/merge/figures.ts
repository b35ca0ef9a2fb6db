import type { Overridden } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import type { RemedyStep } from '../rules/terms.js';
import type { ResolvedWindow } from '../rules/window.js';
import type { Alone } from './alone.js';
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
  read: (grant: Grant) => Joined<Value> | null,
): readonly Candidate<Value>[] => {
  const found: Candidate<Value>[] = [];
  for (const grant of grants) {
    const joined = read(grant);
    if (joined !== null) found.push(joined.main);
  }
  return found;
};

const outboundOf = ({ alone }: Grant): Alone['outbound'] => alone.outbound;
const returnOf = ({ alone }: Grant): Alone['return'] => alone.return;
const replacementOf = ({ alone }: Grant): Alone['replacement'] => alone.replacement;
const refundOf = ({ refund }: Grant): Grant['refund'] => refund;

const returnCandidates = (grants: readonly Grant[], scene: Scene): readonly Candidate<PaidLeg>[] => {
  const stated = statedByFacts(scene);
  const found = candidates(grants, returnOf);
  return stated.length === 0 || grants.length === 0 ? found : [...found, ...stated];
};

/** Joins what the grants promise, group by group: values that only mean something together are never mixed. */
export const joinFigures = (grants: readonly Grant[], window: ResolvedWindow | null, scene: Scene): Figures => ({
  window,
  outbound: joinOutbound(candidates(grants, outboundOf)),
  return: joinLeg(returnCandidates(grants, scene)),
  replacement: joinLeg(candidates(grants, replacementOf)),
  refund: joinRefund(candidates(grants, refundOf)),
  remedies: joinRemedies(grants.flatMap(({ alone }) => alone.remedies)),
});

interface Contest<Value> {
  readonly parameter: string;
  readonly joined: Joined<Value> | null;
  readonly all: readonly Candidate<Value>[];
  readonly show: (value: Value) => unknown;
}

const losersOf = <Value>({ parameter, joined, all, show }: Contest<Value>): readonly Overridden[] => {
  if (joined === null || (all.length === 1 && all[0] === joined.main)) return [];
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
    all: candidates(grants, outboundOf),
    show: (value) => value,
  }),
  ...losersOf({
    parameter: 'pays.return',
    joined: figures.return,
    all: candidates(grants, returnOf),
    show: (value) => value,
  }),
  ...losersOf({
    parameter: 'pays.replacement',
    joined: figures.replacement,
    all: candidates(grants, replacementOf),
    show: (value) => value,
  }),
  ...losersOf({ parameter: 'refund', joined: figures.refund, all: candidates(grants, refundOf), show: showRefund }),
];
