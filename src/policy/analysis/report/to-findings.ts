import type { CaseFacts } from '../../facts/case-facts.js';
import type { AnalysisFinding, Witness } from '../finding.js';
import { areOverlapping, compareBoxes, type Box } from '../space/box.js';
import { toRegions } from '../space/regions.js';
import type { Space } from '../space/space.js';
import { showSource } from '../words/show-case.js';
import { countriesOf, type NamedSpace } from '../words/show-region.js';
import { showUnion } from '../words/show-union.js';
import type { CarriedSites } from './carried-sites.js';
import type { Hit } from './hit.js';
import { marketplacesOf, reasonsOf, soldOnOf } from './scope.js';

interface Place {
  readonly space: Space;
  readonly documentOf: (rule: string) => string;
  /** Absent = sites are told one by one. */
  readonly sites?: CarriedSites;
}

/** Hits with the same key have one cause. Where no rule is at fault the region itself is what is wrong. */
const keyOf = ({ code, severity, rule, topic }: Hit): string => JSON.stringify([code, severity, rule, topic]);

/** What is told as one finding. */
const causeOf = (hit: Hit): string =>
  hit.joins === undefined ? keyOf(hit) : JSON.stringify([hit.code, hit.severity, hit.rule, 'joined', hit.joins]);

const daysOf = ({ facts: { order, requestedAt = '' } }: Hit): string =>
  `${order.deliveredAt ?? order.placedAt ?? ''} ${requestedAt}`;

const texts = new WeakMap<CaseFacts, string>();

/** Written only where the days leave it open. */
const textOf = ({ facts }: Hit): string => {
  const text = texts.get(facts) ?? JSON.stringify(facts);
  texts.set(facts, text);
  return text;
};

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The smallest case first: the earliest days, then the shortest facts. */
const compareHits = (left: Hit, right: Hit): number =>
  compareText(daysOf(left), daysOf(right)) ||
  textOf(left).length - textOf(right).length ||
  compareText(textOf(left), textOf(right)) ||
  compareBoxes(left.box, right.box);

/** Hits in the order in which their cases are offered as a witness. */
const inOrder = (hits: readonly Hit[]): readonly Hit[] => [...hits].sort(compareHits);

/** How many cases of a region are offered to `decide` before the region is given up. */
const mostTries = 5;

/** Cases that are alike in what is wrong with them, with the smallest of them that `decide` confirms. */
interface Region {
  readonly box: Box;
  readonly hit: Hit;
}

type Confirm = (hit: Hit) => boolean;

/** Asks about each hit once. */
const createConfirm = (ask: Confirm, confirmed: readonly Hit[] = []): Confirm => {
  const known = new Map<Hit, boolean>(confirmed.map((hit) => [hit, true]));
  return (hit) => {
    const isSo = known.get(hit) ?? ask(hit);
    known.set(hit, isSo);
    return isSo;
  };
};

const confirmFully = (hit: Hit): boolean => hit.isConfirmed(hit.facts);
const confirmQuickly = (hit: Hit): boolean => (hit.isConfirmedQuickly ?? hit.isConfirmed)(hit.facts);

interface Confirmed {
  readonly regions: readonly Region[];
  readonly unconfirmed: number;
}

/** The regions of hits in which the same days are wrong. */
const regionsOf = (hits: readonly Hit[], confirm: Confirm): Confirmed => {
  const found = toRegions(hits.map(({ box }) => box)).map((box) => {
    const inside = hits.filter((hit) => areOverlapping(hit.box, box));
    const hit = inside.slice(0, mostTries).find(confirm);
    return hit === undefined ? null : { box, hit };
  });
  const regions = found.filter((region) => region !== null);
  return { regions, unconfirmed: found.length - regions.length };
};

const groupBy = (hits: readonly Hit[], key: (hit: Hit) => string): readonly (readonly Hit[])[] => {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(key(hit));
    if (group === undefined) groups.set(key(hit), [hit]);
    else group.push(hit);
  }
  return [...groups.values()];
};

/** Sites go by the name of their group where all cases are sold on one marketplace. */
const withSites = ({ space, sites }: Place, boxes: readonly Box[]): NamedSpace => {
  const [marketplace = '', ...others] = marketplacesOf(space, boxes);
  const carried = others.length === 0 ? sites?.get(marketplace) : undefined;
  return carried === undefined ? space : { ...space, sites: carried };
};

/** What a finding is about, in words: each kind of days with the cases it is wrong for. */
const showRegions = (place: Place, regions: readonly Region[]): string => {
  const named = withSites(
    place,
    regions.map(({ box }) => box),
  );
  const kinds = new Map<string | null, Box[]>();
  for (const { box, hit } of regions) kinds.set(hit.when, [...(kinds.get(hit.when) ?? []), box]);
  return showUnion(
    named,
    [...kinds].map(([when, boxes]) => ({ when, boxes: toRegions(boxes) })),
  );
};

/** For each other passage that says so too, by its name, the smallest case that was confirmed. */
const findAgreeing = (regions: readonly Region[], because: Hit['because']): readonly Hit[] => {
  const byPassage = new Map<string, Hit>();
  for (const hit of inOrder(regions.map((region) => region.hit))) {
    const passage = showSource(hit.because);
    if (hit.joins !== undefined && passage !== showSource(because) && !byPassage.has(passage)) byPassage.set(passage, hit);
  }
  return [...byPassage].sort(([left], [right]) => compareText(left, right)).map(([, hit]) => hit);
};

const showAgreeing = (others: readonly Hit[]): string => {
  const passages = others.map(({ because }) => showSource(because));
  return passages.length === 0 ? '' : ` So ${passages.length === 1 ? 'does' : 'do'} ${passages.join(' and ')} for other cases.`;
};

const toWitness = ({ facts, says, demands, because }: Hit): Witness => ({
  facts,
  at: facts.requestedAt ?? '',
  says,
  demands,
  because,
});

/** The smallest case that everything the policy says confirms. */
const findWitness = (regions: readonly Region[], confirm: Confirm): Hit | null =>
  inOrder(regions.map(({ hit }) => hit)).find(confirm) ?? null;

const toFinding = (regions: readonly Region[], confirm: Confirm, place: Place): AnalysisFinding | null => {
  const { space, documentOf } = place;
  const hit = findWitness(regions, confirm);
  if (hit === null) return null;
  const witness = toWitness(hit);
  const others = findAgreeing(regions, hit.because);
  const boxes = regions.map(({ box }) => box);
  return {
    code: hit.code,
    severity: hit.severity,
    document: hit.rule === null ? '' : documentOf(hit.rule),
    rule: hit.rule,
    ...(hit.part === undefined ? {} : { part: hit.part }),
    countries: countriesOf(space, boxes),
    reasons: reasonsOf(space, boxes),
    soldOn: soldOnOf(space, boxes, place.sites ?? new Map()),
    region: showRegions(place, regions),
    message: `${hit.tell(witness)}${showAgreeing(others)}`,
    witness,
    ...(others.length === 0 ? {} : { alsoShownBy: others.map(toWitness) }),
  };
};

interface Report {
  readonly findings: readonly AnalysisFinding[];
  /** Regions of which no case could be confirmed: what they say is left out. */
  readonly unconfirmed: number;
}

const reportOn = (hits: readonly Hit[], place: Place): Report => {
  const ordered = inOrder(hits);
  const fully = createConfirm(confirmFully);
  const smallest = ordered.slice(0, mostTries).find(fully);
  const quickly = createConfirm(confirmQuickly, smallest === undefined ? [] : [smallest]);
  // Passages stay apart here, so that of each of them a case is confirmed.
  const alike = groupBy(ordered, ({ when, topic }) => JSON.stringify([when, topic]));
  const confirmed = alike.map((group) => regionsOf(group, quickly));
  const regions = confirmed.flatMap((each) => each.regions);
  const isApart = regions[0]?.hit.rule === null;
  const parts = regions.length === 0 ? [] : isApart ? regions.map((region) => [region]) : [regions];
  const findings = parts.map((part) => toFinding(part, fully, place)).filter((finding) => finding !== null);
  const lost = confirmed.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0);
  return { findings, unconfirmed: lost + parts.length - findings.length };
};

/** Hits of one topic, and those of other topics that would be told in the same words. */
const groupByCause = (hits: readonly Hit[]): readonly (readonly Hit[])[] => {
  const causes = new Map<string, Hit[]>();
  for (const group of groupBy(hits, keyOf)) {
    const smallest = group.reduce((first, hit) => (compareHits(hit, first) < 0 ? hit : first));
    const cause = causes.get(causeOf(smallest));
    if (cause === undefined) causes.set(causeOf(smallest), [...group]);
    else cause.push(...group);
  }
  return [...causes.values()];
};

/** Joins hits into findings: one for each cause, whatever the cases it shows in. */
export const toFindings = (hits: readonly Hit[], place: Place): Report => {
  const reports = groupByCause(hits).map((group) => reportOn(group, place));
  return {
    findings: reports.flatMap(({ findings }) => findings),
    unconfirmed: reports.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
  };
};
