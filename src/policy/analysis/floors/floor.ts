import type { CivilDay } from '../../calendar/civil-day.js';
import type { Policy } from '../../compile.js';
import { decide } from '../../decide.js';
import type { ReturnDecision, RightKind } from '../../decision.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Settled } from '../../merge/settled.js';
import type { Ends, RefusedDay } from '../days/refused-day.js';
import type { RefundMemo } from '../parts/less-refund.js';
import type { NumberSettled } from '../reading/number-settled.js';
import { wordsIn } from '../space/axis-words.js';
import type { Box } from '../space/box.js';
import type { Space } from '../space/space.js';
import type { Timeline } from '../space/timeline.js';
import type { Subject } from '../subject.js';
import type { AlikeSources } from './alike-sources.js';
import { narrowPolicy } from './narrow-policy.js';

/** What was found before and comes up again in other cells and under other floors. */
export interface FloorMemo {
  readonly refused: Map<string, RefusedDay | null>;
  /** By windows and place, then by the day of the delivery. */
  readonly ends: Map<string, Map<CivilDay, Ends | null>>;
  readonly open: Map<string, Timeline | null>;
  /** The seller with one source each. */
  readonly alone: Map<string, Policy>;
  readonly numberWindow: NumberSettled;
  readonly refunds: RefundMemo;
  /** A number for each settlement of rules, always the same. */
  readonly numberOf: (settled: Settled) => number;
}

/** A floor the seller is held against. */
export interface Floor {
  readonly subject: Subject;
  readonly space: Space;
  readonly sources: AlikeSources;
  readonly kind: RightKind;
  readonly sellerKind: RightKind;
  readonly memo: FloorMemo;
}

/** Sites of one marketplace are one topic. */
export const familyOf = ({ ids: [id = ''] }: AlikeSources): string => (id.startsWith('law:') ? id : id.slice(0, id.indexOf(':')));

/** Of the sources that say the same, the one for the site of the case. */
const sourceFor = ({ ids, sites }: AlikeSources, { site }: CaseFacts): string => ids[sites?.indexOf(site ?? '') ?? 0] ?? '';

/** The seller's documents with one source, so that many decisions cost little. Every right is judged by its own source. */
const policyWith = ({ subject, memo }: Floor, source: string): Policy => {
  const { policy, sellerId } = subject;
  const known = memo.alone.get(source);
  if (known !== undefined) return known;
  const made = narrowPolicy(policy, [source, sellerId]);
  memo.alone.set(source, made);
  return made;
};

/** Who is asked about a case: the whole policy, or the seller and the floor alone. */
export type Asked = 'everyone' | 'the-two';

/** What `decide` says of a case, with the ids of the two rights that are compared. */
export const decideFor = (
  floor: Floor,
  facts: CaseFacts,
  asked: Asked = 'everyone',
): { readonly decision: ReturnDecision; readonly own: string; readonly other: string } => {
  const { subject, sources, kind, sellerKind } = floor;
  const source = sourceFor(sources, facts);
  const policy = asked === 'everyone' ? subject.policy : policyWith(floor, source);
  return {
    decision: decide(policy, facts, { at: facts.requestedAt ?? '' }),
    own: `${sellerKind}/${subject.sellerId}`,
    other: `${kind}/${source}`,
  };
};

/** Where a buyer of the box most likely is: in the country of a site, else in the first country. */
export const usualPlace = (space: Space, box: Box): string | null => {
  const [country, site] = [space.axesOf('country')[0], space.axesOf('site')[0]];
  if (country === undefined) return null;
  const countries = wordsIn(country, box);
  const isToldApart = site !== undefined && box[site.index] !== site.whole;
  const atHome = isToldApart ? wordsIn(site, box).find((word) => countries.includes(word)) : undefined;
  return atHome ?? countries[0] ?? null;
};

const dayDimensions: ReadonlySet<string> = new Set([
  'placed',
  'contract',
  'delivered',
  'requested',
  'daysSinceDelivery',
  'daysInHand',
]);

const axesOfDays = new WeakMap<Space, readonly number[]>();

/** The axes of days. */
const dayAxes = (space: Space): readonly number[] => {
  const known =
    axesOfDays.get(space) ?? space.axes.filter(({ dimension }) => dayDimensions.has(dimension)).map(({ index }) => index);
  axesOfDays.set(space, known);
  return known;
};

/** Axes along which not every case of cells that read alike is alike: days, prices, and what no case can be. */
export const decisiveAxes = ({ space, sources }: Floor, more: (dimension: string) => boolean): readonly number[] =>
  space.axes.flatMap(({ dimension, index }) => {
    const isPlaceOfSale = sources.sites === null && (dimension === 'marketplace' || dimension === 'site');
    const isDecisive = dayDimensions.has(dimension) || dimension.startsWith('price:') || isPlaceOfSale || more(dimension);
    return isDecisive ? [index] : [];
  });

/** What the days of a case hang on, as text. */
export const dayKey = ({ space, kind }: Floor, box: Box, place: string | null): string =>
  [place ?? '', kind === 'non-delivery' ? 'due' : 'delivered', ...dayAxes(space).map((axis) => box[axis])].join(' ');
