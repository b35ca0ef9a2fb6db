import { countryCodes } from '../../calendar/country-zones.js';
import { disclosureNames, type CaseFacts } from '../../facts/case-facts.js';
import type { Pack } from '../../packs/types.js';
import type { Prober } from './attempts.js';
import { makeCase } from './case-maker.js';
import type { DocumentRegion } from './find-regions.js';
import { isPartDifferent, showApart } from './part-of-answer.js';
import { placesIn } from './places.js';
import type { FoundWay, MergedRegion } from './merge-regions.js';
import type { DifferenceWitness } from './policy-diff.js';
import type { Way } from './probe.js';
import { askBoth } from './segments.js';
import { salesIn } from '../space/sale.js';
import { timelineAt } from '../space/timeline.js';
import { told } from '../space/told-facts.js';

/** What is left of a difference once law and marketplaces have had their say. */
export interface InForce {
  readonly witness: DifferenceWitness;
  readonly hiddenIn: readonly string[];
  /** `false` = both policies answer alike in every case that was tried. */
  readonly isEffective: boolean;
}

/** Where law speaks, and one country of which no law is known. */
export const lawPlaces = (packs: readonly Pack[]): readonly string[] => {
  const governed = [
    ...new Set(packs.flatMap((pack) => (pack.layer === 'law' ? pack.countries.map((code) => code.slice(0, 2)) : []))),
  ];
  if (governed.length === 0) return [];
  const free = [...countryCodes()].sort().filter((code) => !governed.includes(code));
  return [...governed.sort(), ...free.slice(0, 1)];
};

const everythingTold: NonNullable<CaseFacts['disclosures']> = Object.fromEntries(disclosureNames.map((name) => [name, true]));

/** A seller who told the buyer everything, so that no unknown disclosure decides. */
const withDisclosures = (facts: CaseFacts): CaseFacts => ({
  ...facts,
  disclosures: { ...everythingTold, ...facts.disclosures },
});

/** The case in one place, on each marketplace on which it can be sold there. */
const casesIn = (
  { comparison: { space }, region: { box }, setting }: Prober,
  { attempt, first }: Way,
  place: string | undefined,
): readonly CaseFacts[] => {
  const timeline = { ...timelineAt(attempt.room, attempt.delivered, attempt.transitInDays), requested: first.requested };
  const sales = salesIn(space, box, place);
  return (sales.length === 0 ? [undefined] : sales).flatMap((sale) => {
    const facts = makeCase({ space, box, setting }, { ...attempt, place, timeline, ...told('sale', sale) });
    return facts === null ? [] : [withDisclosures(facts)];
  });
};

const asBusiness = (facts: CaseFacts): CaseFacts => ({ ...facts, buyer: { ...facts.buyer, isConsumer: false } });

interface Tried {
  readonly place: string | undefined;
  readonly facts: CaseFacts;
  readonly isEffective: boolean;
}

/** Civil days are counted alike in all countries: what the documents say of one they say of all. */
const isAlikeEverywhere = ({ part, windows }: DocumentRegion): boolean =>
  part !== 'deadlines' && windows.every(({ isAlikeEveryDay }) => isAlikeEveryDay);

/** The case in one country: whether the documents differ there at all, and whether it shows. */
const tryCase = ({ comparison, region }: Prober, facts: CaseFacts, place: string | undefined): readonly Tried[] => {
  const { before, after } = comparison;
  if (!isAlikeEverywhere(region)) {
    const own = askBoth(before.own, after.own, facts);
    if (!isPartDifferent(region.part, own.before, own.after)) return [];
  }
  const full = askBoth(before.full(), after.full(), facts);
  return [{ place, facts, isEffective: isPartDifferent(region.part, full.before, full.after) }];
};

const describe = ({ comparison: { before, after }, region: { part } }: Prober, facts: CaseFacts): DifferenceWitness => {
  const full = askBoth(before.full(), after.full(), facts);
  return { facts, at: facts.requestedAt ?? '', ...showApart(part, full.before, full.after) };
};

/** Where the smallest witness lives, as in every analysis. */
const usualPlace = 'DE';

/** Holds a difference of the documents in one region against law and marketplaces, country by country. */
const holdOne = (prober: Prober, way: Way, governed: readonly string[]): InForce => {
  const named = placesIn(prober.comparison.space, prober.region.box);
  const places = named.length > 0 ? named : governed;
  const tried = (places.length === 0 ? [way.attempt.place] : places).flatMap((place) => {
    return casesIn(prober, way, place).flatMap((facts) => tryCase(prober, facts, place));
  });
  const effective = tried.filter(({ isEffective }) => isEffective);
  const seenIn = new Set(effective.map(({ place }) => place));
  const hiddenIn = [...new Set(tried.flatMap(({ place }) => (place === undefined || seenIn.has(place) ? [] : [place])))];
  // Law protects consumers: what it hides from them may still strike a business.
  const business = effective.length > 0 ? [] : tried.flatMap(({ facts, place }) => tryCase(prober, asBusiness(facts), place));
  const shown = [...effective, ...business.filter(({ isEffective }) => isEffective)];
  const chosen = shown.find(({ place }) => place === way.attempt.place || place === usualPlace) ?? shown[0];
  return {
    witness: describe(prober, chosen?.facts ?? tried[0]?.facts ?? way.first.facts),
    hiddenIn,
    isEffective: chosen !== undefined,
  };
};

const holdBoth = (one: InForce, other: InForce): InForce => ({
  witness: one.isEffective ? one.witness : other.witness,
  hiddenIn: one.hiddenIn.filter((place) => other.hiddenIn.includes(place)),
  isEffective: one.isEffective || other.isEffective,
});

/** The same for every part of a merged region: hidden is what is hidden in all of them. */
export const holdAgainstLaw = (
  asked: Pick<Prober, 'comparison' | 'setting'>,
  [first, ...others]: MergedRegion['parts'],
  governed: readonly string[],
): InForce => {
  const hold = ({ region, way }: FoundWay): InForce => holdOne({ ...asked, region }, way, governed);
  let held = hold(first);
  for (const part of others) {
    if (held.isEffective && held.hiddenIn.length === 0) break;
    held = holdBoth(held, hold(part));
  }
  return held;
};
