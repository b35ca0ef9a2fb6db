import type { Overridden, RightKind } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import type { Alone } from './alone.js';
import { freezeAll } from './freeze.js';
import type { Grant, PaidLeg } from './grant.js';
import { joinLeg, joinOutbound, joinRemedies, soften, type Candidate, type Joined } from './join.js';
import { losersOf } from './losers.js';
import { createPairMemo } from './pair-memo.js';
import { statedByFacts } from './stated-by-facts.js';
import { payersOf, remedyOptions } from './write-terms.js';

/** Who pays each leg and what is offered, joined. No figure of the case goes into it. */
export interface Promised extends Alone {
  /** What other sources said about the payers and lost. */
  readonly overrode: readonly Overridden[];
}

type Joins = Pick<Alone, 'outbound' | 'return' | 'replacement' | 'remedies'>;

/** Who has a say: all that may, of them those that certainly do, and what the facts say themselves. */
export interface Speakers {
  readonly kind: RightKind;
  readonly possible: readonly Grant[];
  /** `null`: what may be and what is certain are the same. */
  readonly certain: readonly Grant[] | null;
  readonly stated: readonly Candidate<PaidLeg>[];
}

const mainsOf = <Value>(grants: readonly Grant[], read: (grant: Grant) => Joined<Value> | null): readonly Candidate<Value>[] =>
  grants.flatMap((grant) => read(grant)?.main ?? []);

const outboundOf = ({ alone }: Grant): Alone['outbound'] => alone.outbound;
const returnOf = ({ alone }: Grant): Alone['return'] => alone.return;
const replacementOf = ({ alone }: Grant): Alone['replacement'] => alone.replacement;

/** No rule says who pays a way back that nothing travels. */
const returnless = (stated: Speakers['stated']): Joined<PaidLeg> | null => {
  const main = stated.find(({ value }) => value.payer === 'nobody');
  return main === undefined ? null : { main, others: [] };
};

const joinAll = (grants: readonly Grant[], stated: Speakers['stated']): Joins => ({
  outbound: joinOutbound(mainsOf(grants, outboundOf)),
  return: returnless(stated) ?? joinLeg(grants.length === 0 ? [] : [...mainsOf(grants, returnOf), ...stated]),
  replacement: joinLeg(mainsOf(grants, replacementOf)),
  remedies: joinRemedies(grants.flatMap(({ alone }) => alone.remedies)),
});

/** Where a grant that may or may not live would change who pays, that is unknown. */
const softenAll = (certain: Joins, possible: Joins): Joins => ({
  outbound: soften(certain.outbound, possible.outbound, { payer: 'unknown', scope: 'unknown' }),
  return: soften(certain.return, possible.return, { payer: 'unknown', cap: null }),
  replacement: soften(certain.replacement, possible.replacement, { payer: 'unknown', cap: null }),
  remedies: certain.remedies,
});

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const overriddenLegs = (joins: Joins, grants: readonly Grant[]): readonly Overridden[] => [
  ...losersOf({ parameter: 'pays.outbound', joined: joins.outbound, all: mainsOf(grants, outboundOf), isSame }),
  ...losersOf({ parameter: 'pays.return', joined: joins.return, all: mainsOf(grants, returnOf), isSame }),
  ...losersOf({ parameter: 'pays.replacement', joined: joins.replacement, all: mainsOf(grants, replacementOf), isSame }),
];

/** Joins what the grants promise, leg by leg: values that only mean something together are never mixed. */
export const joinPromises = ({ kind, possible, certain, stated }: Speakers): Promised => {
  const all = joinAll(possible, stated);
  const joins = certain === null ? all : softenAll(joinAll(certain, stated), all);
  return {
    pays: freezeAll(payersOf(joins, kind)),
    options: freezeAll(remedyOptions(joins.remedies, [])),
    overrode: overriddenLegs(joins, possible),
    ...joins,
  };
};

/** Whether the facts say nothing that the grant does not say itself. */
export const addNothing = (stated: Speakers['stated'], { alone }: Grant): boolean =>
  stated.length === 0 || (alone.pays.return === 'nobody' && returnless(stated) !== null);

const joined = createPairMemo<Alone>();

/** The same few statements stand beside what the same rules promise, in case after case. */
const joinAlone = (grant: Grant, stated: Speakers['stated']): Alone =>
  joined(grant.alone, stated, () => joinPromises({ kind: grant.kind, possible: [grant], certain: null, stated }));

/** What a right promises alone and with what the facts say beside it. */
export const promisesAlone = (grant: Grant, scene: Scene): Alone => {
  const stated = statedByFacts(scene);
  return addNothing(stated, grant) ? grant.alone : joinAlone(grant, stated);
};
