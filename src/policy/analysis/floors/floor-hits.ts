import { decide } from '../../decide.js';
import type { RightKind } from '../../decision.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Source } from '../../rules/rule.js';
import { moveTo } from '../days/case-builder.js';
import type { Settled } from '../../merge/settled.js';
import { isLongerOnEveryDay, isShorterEverywhere } from '../days/plain-end.js';
import { asksCalendar, placesOf } from '../days/places.js';
import { findRefusedDay, type RefusedDay } from '../days/refused-day.js';
import { findOpenDay } from '../days/open-day.js';
import { showRefusedDays } from '../days/show-refused-days.js';
import { grantedRight, isLessIn } from '../parts/confirm-less.js';
import { findLess } from '../parts/less.js';
import { feeCurrency, findLessRefund } from '../parts/less-refund.js';
import type { TermsPart } from '../reading/held.js';
import type { Hit } from '../report/hit.js';
import { bitsOf, replaceAt, type Box } from '../space/box.js';
import type { Leaf } from '../space/explore.js';
import { priceIntervals } from '../space/price.js';
import { representFacts } from '../space/representative.js';
import type { Space } from '../space/space.js';
import { dayRooms, deliveryDays, timelineAt, type DayRoom } from '../space/timeline.js';
import type { Subject } from '../subject.js';
import { showCase, showDay, showSource } from '../words/show-case.js';
import type { LesserTerms } from './lesser-terms.js';
import type { Refusal } from './refusals.js';

/** A floor the seller is held against. */
export interface Floor {
  readonly subject: Subject;
  readonly space: Space;
  readonly source: Source;
  readonly kind: RightKind;
  readonly sellerKind: RightKind;
  /** What was found for the same periods before. */
  readonly memo: Map<string, RefusedDay | null>;
  /** A number for each settlement of rules, always the same. */
  readonly numberOf: (settled: Settled) => number;
}

const rightOf = (kind: RightKind, source: string): string => `${kind}/${source}`;

/** Sites of one marketplace are one topic. */
const familyOf = ({ id, layer }: Source): string => (layer === 'law' ? id : id.slice(0, id.indexOf(':')));

/** Each country of a box by itself, as holidays differ; all together where no holiday matters. */
const byCountry = (
  space: Space,
  box: Box,
  isSplit: { readonly byHolidays: boolean },
): readonly { readonly box: Box; readonly place: string | null }[] => {
  const [axis] = space.axesOf('country');
  if (axis === undefined) return [{ box, place: null }];
  const mask = box[axis.index] ?? 0n;
  const [site] = space.axesOf('site');
  const siteBits = site === undefined ? [] : bitsOf(box[site.index] ?? 0n);
  const siteClass = site?.classes[siteBits[0] ?? 0];
  const home = siteBits.length === 1 && siteClass?.kind === 'words' ? siteClass.words[0] : undefined;
  const wordsAt = (bit: number): readonly string[] => {
    const each = axis.classes[bit];
    return each?.kind === 'words' ? each.words : [];
  };
  const bits = bitsOf(mask);
  if (isSplit.byHolidays)
    return bits.map((bit) => ({ box: replaceAt(box, axis.index, 1n << BigInt(bit)), place: wordsAt(bit)[0] ?? null }));
  const isHome = home !== undefined && bits.some((bit) => wordsAt(bit).includes(home));
  return [{ box, place: isHome ? home : null }];
};

const memoKey = (floor: Floor, { seller, exclusion, floor: demanded }: Refusal, facts: CaseFacts): string =>
  [
    facts.buyer.subdivision ?? facts.buyer.country,
    facts.order.deliveredAt === undefined ? 'undelivered' : 'delivered',
    exclusion === null && seller !== null ? floor.numberOf(seller) : 'excluded',
    floor.numberOf(demanded),
  ].join(' ');

const refusedIn = (floor: Floor, refusal: Refusal, { facts, box }: { facts: CaseFacts; box: Box }): RefusedDay | null => {
  const rooms = dayRooms(floor.space, box);
  const key = `${memoKey(floor, refusal, facts)} ${JSON.stringify(rooms)}`;
  const known = floor.memo.get(key);
  if (known !== undefined) return known;
  const { policy, days } = floor.subject;
  let found: RefusedDay | null = null;
  for (const room of rooms) {
    found ??= findRefusedDay({ policy, facts, room, until: days.to, seller: refusal.seller ?? 'excluded', floor: refusal.floor });
  }
  floor.memo.set(key, found);
  return found;
};

const isRefusalConfirmed = (floor: Floor, facts: CaseFacts): boolean => {
  const { policy, sellerId } = floor.subject;
  const { rights } = decide(policy, facts, { at: facts.requestedAt ?? '' });
  const own = rights.find(({ id }) => id === rightOf(floor.sellerKind, sellerId));
  const other = rights.find(({ id }) => id === rightOf(floor.kind, floor.source.id));
  return own?.verdict === 'ineligible' && other?.verdict === 'eligible';
};

const showNo = (refusal: Refusal, { sellerLast }: RefusedDay, { formatDay }: { formatDay: (day: number) => string }): string => {
  if (refusal.exclusion !== null) return `no (${refusal.exclusion})`;
  return sellerLast === null ? 'no' : `no (last day ${formatDay(sellerLast)})`;
};

/** Goods that break one condition or another are one topic. */
const kindOfRefusal = ({ exclusion }: Refusal): string | null =>
  exclusion?.startsWith('condition-broken:') === true ? 'condition-broken' : exclusion;

const toRefusalHit = (floor: Floor, { box, value }: Leaf<Refusal>, found: { facts: CaseFacts; day: RefusedDay }): Hit => {
  const facts = moveTo(found.facts, found.day.timeline);
  const because = value.floor.windowBecause;
  const source = showSource(because);
  const says = showNo(value, found.day, { formatDay: (day) => showDay(new Date(day * 86_400_000).toISOString()) });
  const rule = value.rule?.id ?? null;
  return {
    code: 'floor',
    severity: 'error',
    rule,
    topic: JSON.stringify(['verdict', familyOf(floor.source), source, kindOfRefusal(value)]),
    box,
    when: value.seller === null ? null : showRefusedDays(value.seller, value.floor),
    facts,
    says,
    demands: `yes (${source})`,
    because,
    tell: (witness) => `${showCase(witness.facts)}: your policy says ${says}, ${source} says yes.`,
    isConfirmed: (confirmed) => isRefusalConfirmed(floor, confirmed),
  };
};

/** Whether the answer hangs on where exactly the buyer is: only near the end of a window do days off matter. */
const isMatterOfHolidays = ({ seller, floor, exclusion }: Refusal, rooms: readonly DayRoom[]): boolean => {
  if (exclusion !== null || seller === null || !(asksCalendar(floor) || asksCalendar(seller))) return false;
  if (asksCalendar(seller)) return true;
  const starts = rooms.map((room) => timelineAt(room, deliveryDays(room).from));
  if (starts.some((start) => isShorterEverywhere(seller, floor, start))) return false;
  return !starts.every((start) => isLongerOnEveryDay(seller, floor, start));
};

/** Hits for the countries of a cell in which some day is refused that the floor accepts. */
export const refusalHits = (floor: Floor, leaf: Leaf<Refusal>): readonly Hit[] => {
  const { subject, space } = floor;
  const byHolidays = isMatterOfHolidays(leaf.value, dayRooms(space, leaf.box));
  return byCountry(space, leaf.box, { byHolidays }).flatMap(({ box, place }) => {
    const places = place === null ? [null] : byHolidays ? placesOf(subject.policy, place) : [place];
    for (const each of places) {
      const facts = representFacts(space, box, { setting: subject.setting, ...(each === null ? {} : { place: each }) });
      const day = facts === null ? null : refusedIn(floor, leaf.value, { facts, box });
      if (facts !== null && day !== null) return [toRefusalHit(floor, { box, value: leaf.value }, { facts, day })];
    }
    return [];
  });
};

const isLessConfirmed = (floor: Floor, part: TermsPart, facts: CaseFacts): boolean => {
  const { policy, sellerId } = floor.subject;
  const decision = decide(policy, facts, { at: facts.requestedAt ?? '' });
  const own = grantedRight(decision, rightOf(floor.sellerKind, sellerId));
  if (own === null) return false;
  const other = grantedRight(decision, rightOf(floor.kind, floor.source.id));
  return isLessIn(part, own, other ?? decision);
};

/** A hit for a cell in which both accept and the seller gives less; none where no case or day fits. */
export const lesserTermsHits = (floor: Floor, part: TermsPart, { box, value }: Leaf<LesserTerms>): readonly Hit[] => {
  const { subject, space } = floor;
  const { policy, setting } = subject;
  const currency = feeCurrency([value.seller, value.floor]) ?? setting.currency;
  const [{ place } = { place: null }] = byCountry(space, box, { byHolidays: false });
  const ordinary = representFacts(space, box, { setting: { ...setting, currency }, ...(place === null ? {} : { place }) });
  if (ordinary === null) return [];
  const timeline = findOpenDay({ policy, facts: ordinary, rooms: dayRooms(space, box), windows: value.windows });
  if (timeline === null) return [];
  const facts = moveTo(ordinary, timeline);
  const intervals = priceIntervals(space, box, facts.item.price.currency);
  const refund = part === 'refund' ? findLessRefund(value, { policy, facts, intervals }) : null;
  const less = part === 'refund' ? refund : findLess(part, value.seller, value.floor);
  if (less === null) return [];
  const source = showSource(less.because);
  return [
    {
      code: 'floor',
      severity: part === 'remedies' ? 'warning' : 'error',
      rule: less.rule,
      topic: JSON.stringify([part, familyOf(floor.source), source]),
      box,
      when: null,
      facts: refund?.facts ?? facts,
      says: less.says,
      demands: less.demands,
      because: less.because,
      tell: (witness) => `${showCase(witness.facts)}: your policy says ${less.says}, ${source} says ${less.demands}.`,
      isConfirmed: (confirmed) => isLessConfirmed(floor, part, confirmed),
    },
  ];
};
