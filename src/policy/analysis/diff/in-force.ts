import { countryCodes } from '../../calendar/country-zones.js';
import { disclosureNames, type CaseFacts } from '../../facts/case-facts.js';
import type { Pack } from '../../packs/types.js';
import type { Prober } from './attempts.js';
import { makeCase } from './case-maker.js';
import type { DocumentRegion } from './find-regions.js';
import { isPartDifferent, showApart } from './part-of-answer.js';
import { placesIn } from './places.js';
import type { DifferenceWitness } from './policy-diff.js';
import type { Way } from './probe.js';
import { askBoth } from './segments.js';
import { timelineAt } from '../space/timeline.js';

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

const caseIn = (
  { comparison, region, setting }: Prober,
  { attempt, first }: Way,
  place: string | undefined,
): CaseFacts | null => {
  const timeline = timelineAt(attempt.room, attempt.delivered, attempt.transitInDays);
  const facts = makeCase(
    { space: comparison.space, box: region.box, setting },
    { ...attempt, place, timeline: { ...timeline, requested: first.requested } },
  );
  return facts === null ? null : withDisclosures(facts);
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

/** Holds a difference of the documents against law and marketplaces, country by country. */
export const holdAgainstLaw = (prober: Prober, way: Way, governed: readonly string[]): InForce => {
  const named = placesIn(prober.comparison.space, prober.region.box);
  const places = named.length > 0 ? named : governed;
  const tried = (places.length === 0 ? [way.attempt.place] : places).flatMap((place) => {
    const facts = caseIn(prober, way, place);
    return facts === null ? [] : tryCase(prober, facts, place);
  });
  const effective = tried.filter(({ isEffective }) => isEffective);
  const hiddenIn = tried.flatMap(({ place, isEffective }) => (isEffective || place === undefined ? [] : [place]));
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
