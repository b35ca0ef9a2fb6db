import type { CaseFacts } from '../../facts/case-facts.js';
import type { AnalysisFinding, Witness } from '../finding.js';
import { compareBoxes, intersectBoxes, type Box } from '../space/box.js';
import { toRegions } from '../space/regions.js';
import type { Space } from '../space/space.js';
import { countriesOf } from '../words/show-region.js';
import { showUnion } from '../words/show-union.js';
import type { Hit } from './hit.js';

/** Hits with the same key have one cause. Where no rule is at fault the region itself is what is wrong. */
const keyOf = ({ code, severity, rule, topic }: Hit): string => JSON.stringify([code, severity, rule, topic]);

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
    const inside = hits.filter((hit) => intersectBoxes(hit.box, box) !== null);
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

/** What a finding is about, in words: each kind of days with the cases it is wrong for. */
const showRegions = (space: Space, regions: readonly Region[]): string => {
  const kinds = new Map<string | null, Box[]>();
  for (const { box, hit } of regions) kinds.set(hit.when, [...(kinds.get(hit.when) ?? []), box]);
  return showUnion(
    space,
    [...kinds].map(([when, boxes]) => ({ when, boxes })),
  );
};

/** The smallest case that everything the policy says confirms. */
const findWitness = (regions: readonly Region[], confirm: Confirm): Hit | null =>
  inOrder(regions.map(({ hit }) => hit)).find(confirm) ?? null;

const toFinding = (regions: readonly Region[], confirm: Confirm, { space, documentOf }: Place): AnalysisFinding | null => {
  const hit = findWitness(regions, confirm);
  if (hit === null) return null;
  const { facts, says, demands, because } = hit;
  const witness: Witness = { facts, at: facts.requestedAt ?? '', says, demands, because };
  const boxes = regions.map(({ box }) => box);
  return {
    code: hit.code,
    severity: hit.severity,
    document: hit.rule === null ? '' : documentOf(hit.rule),
    rule: hit.rule,
    ...(hit.part === undefined ? {} : { part: hit.part }),
    countries: countriesOf(space, boxes),
    region: showRegions(space, regions),
    message: hit.tell(witness),
    witness,
  };
};

interface Place {
  readonly space: Space;
  readonly documentOf: (rule: string) => string;
}

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
  const confirmed = groupBy(ordered, ({ when }) => when ?? '').map((group) => regionsOf(group, quickly));
  const regions = confirmed.flatMap((each) => each.regions);
  const isApart = regions[0]?.hit.rule === null;
  const parts = regions.length === 0 ? [] : isApart ? regions.map((region) => [region]) : [regions];
  const findings = parts.map((part) => toFinding(part, fully, place)).filter((finding) => finding !== null);
  const lost = confirmed.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0);
  return { findings, unconfirmed: lost + parts.length - findings.length };
};

/** Joins hits into findings: one for each cause, whatever the cases it shows in. */
export const toFindings = (hits: readonly Hit[], place: Place): Report => {
  const reports = groupBy(hits, keyOf).map((group) => reportOn(group, place));
  return {
    findings: reports.flatMap(({ findings }) => findings),
    unconfirmed: reports.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
  };
};
