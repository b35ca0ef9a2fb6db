import type { CaseFacts } from '../../facts/case-facts.js';
import { formatCivilDay, type CivilDay } from '../../calendar/civil-day.js';
import { moveTo } from '../days/case-builder.js';
import { asksCalendar, placesOf } from '../days/places.js';
import { isNeverShorter } from '../days/never-shorter.js';
import { isShorterEverywhere } from '../days/plain-end.js';
import { findRefusedDay, type Ends, type RefusedDay } from '../days/refused-day.js';
import { showRefusedDays } from '../days/show-refused-days.js';
import type { Hit } from '../report/hit.js';
import { bitsOf, replaceAt, type Box } from '../space/box.js';
import type { Leaf } from '../space/explore.js';
import { representFacts } from '../space/representative.js';
import { dayRooms, deliveryDays, timelineAt } from '../space/timeline.js';
import { showCase, showDay, showSource } from '../words/show-case.js';
import { dayKey, decideFor, decisiveAxes, familyOf, usualPlace, type Asked, type Floor } from './floor.js';
import { joinLeaves } from './join-leaves.js';
import type { Refusal } from './refusals.js';

const factsAt = ({ subject: { setting }, space }: Floor, box: Box, place: string | null): CaseFacts | null =>
  representFacts(space, box, { setting, ...(place === null ? {} : { place }) });

const periodsOf = ({ memo }: Floor, { seller, exclusion, floor }: Refusal): string =>
  `${exclusion === null && seller !== null ? String(memo.numberWindow(seller)) : 'excluded'} ${String(memo.numberWindow(floor))}`;

interface Spot {
  readonly box: Box;
  readonly place: string | null;
}

interface Found {
  readonly facts: CaseFacts;
  readonly day: RefusedDay;
}

interface Look {
  readonly facts: CaseFacts;
  readonly box: Box;
  /** The same windows in the same place, whatever the days. */
  readonly key: string;
}

const lookFor = ({ subject, space, memo }: Floor, { seller, floor }: Refusal, { facts, box, key }: Look): RefusedDay | null => {
  const { policy, days } = subject;
  const known = memo.ends.get(key) ?? new Map<CivilDay, Ends | null>();
  memo.ends.set(key, known);
  for (const room of dayRooms(space, box)) {
    const found = findRefusedDay({ policy, facts, room, until: days.to, seller: seller ?? 'excluded', floor, known });
    if (found !== null) return found;
  }
  return null;
};

const hangsOnPlace = ({ seller, floor }: Refusal): boolean => asksCalendar(floor) || (seller !== null && asksCalendar(seller));

/** The first day that is refused in a place; the same windows in the same days are looked at once. */
const refusedIn = (floor: Floor, refusal: Refusal, { box, place }: Spot): Found | null => {
  const [periods, where] = [periodsOf(floor, refusal), hangsOnPlace(refusal) ? place : null];
  const key = `${periods} ${dayKey(floor, box, where)}`;
  const { refused } = floor.memo;
  const known = refused.get(key);
  const facts = known === null ? null : factsAt(floor, box, place);
  if (facts === null) return null;
  const day = known ?? lookFor(floor, refusal, { facts, box, key: `${periods} ${where ?? ''}` });
  if (known === undefined) refused.set(key, day);
  return day === null ? null : { facts, day };
};

const isConfirmed = (floor: Floor, facts: CaseFacts, asked: Asked): boolean => {
  const { decision, own, other } = decideFor(floor, facts, asked);
  const verdictOf = (right: string): string | undefined => decision.rights.find(({ id }) => id === right)?.verdict;
  return verdictOf(own) === 'ineligible' && verdictOf(other) === 'eligible';
};

const showLongDay = (day: CivilDay): string => showDay(formatCivilDay(day));

const showNo = ({ exclusion }: Refusal, { sellerLast }: RefusedDay): string => {
  if (exclusion !== null) return `no (${exclusion})`;
  return sellerLast === null ? 'no' : `no (last day ${showLongDay(sellerLast)})`;
};

/** Goods that break one condition or another are one topic. */
const kindOfRefusal = ({ exclusion }: Refusal): string | null =>
  exclusion?.startsWith('condition-broken:') === true ? 'condition-broken' : exclusion;

const toHit = (floor: Floor, { box, value }: Leaf<Refusal>, found: Found): Hit => {
  const because = value.floor.windowBecause;
  const source = showSource(because);
  const says = showNo(value, found.day);
  const when = value.seller === null ? null : showRefusedDays(value.seller, value.floor);
  const refused = kindOfRefusal(value);
  const demanded = refused === null ? floor.memo.numberWindow(value.floor) : null;
  return {
    code: 'floor',
    severity: 'error',
    rule: value.rule?.id ?? null,
    part: 'verdict',
    topic: JSON.stringify(['verdict', familyOf(floor.sources), source, refused]),
    joins: JSON.stringify(['verdict', familyOf(floor.sources), floor.kind, refused, demanded]),
    box,
    when,
    facts: moveTo(found.facts, found.day.timeline),
    says,
    demands: `yes (${source})`,
    because,
    tell: (witness) => `${showCase(witness.facts)}: your policy says ${says}, ${source} says yes.`,
    isConfirmed: (confirmed) => isConfirmed(floor, confirmed, 'everyone'),
    isConfirmedQuickly: (confirmed) => isConfirmed(floor, confirmed, 'the-two'),
  };
};

/** Whether the answer hangs on where exactly the buyer is: only near the end of a window do days off matter. */
const isMatterOfHolidays = (space: Floor['space'], { box, value }: Leaf<Refusal>): boolean => {
  const { seller, floor, exclusion } = value;
  if (exclusion !== null || seller === null || !(asksCalendar(floor) || asksCalendar(seller))) return false;
  if (asksCalendar(seller)) return true;
  if (seller.period !== null && isNeverShorter(seller.period.value, floor)) return false;
  return !dayRooms(space, box).some((room) => isShorterEverywhere(seller, floor, timelineAt(room, deliveryDays(room).from)));
};

interface Part {
  readonly box: Box;
  /** Where such a buyer may be; `null` = anywhere. */
  readonly places: readonly (string | null)[];
}

/** Each country of a box by itself, as holidays differ; all together where no holiday matters. */
const partsOf = ({ space, subject }: Floor, leaf: Leaf<Refusal>): readonly Part[] => {
  const { box } = leaf;
  const [axis] = space.axesOf('country');
  if (axis === undefined || !isMatterOfHolidays(space, leaf)) return [{ box, places: [usualPlace(space, box)] }];
  return bitsOf(box[axis.index] ?? 0n).map((bit) => {
    const one = replaceAt(box, axis.index, 1n << BigInt(bit));
    const place = usualPlace(space, one);
    return { box: one, places: place === null ? [null] : placesOf(subject.policy, place) };
  });
};

const hitIn = (floor: Floor, value: Refusal, { box, places }: Part): readonly Hit[] => {
  for (const place of places) {
    const found = refusedIn(floor, value, { box, place });
    if (found !== null) return [toHit(floor, { box, value }, found)];
  }
  return [];
};

/** Hits where some day is refused that the floor accepts. */
export const refusalHits = (floor: Floor, leaves: readonly Leaf<Refusal>[]): readonly Hit[] => {
  if (leaves.length === 0) return [];
  const joined = joinLeaves(leaves, {
    keyOf: (value) => JSON.stringify([value.rule?.id, value.exclusion, periodsOf(floor, value), value.floor.windowBecause]),
    decisive: decisiveAxes(floor, () => false),
  });
  return joined.flatMap((leaf) => partsOf(floor, leaf).flatMap((part) => hitIn(floor, leaf.value, part)));
};
