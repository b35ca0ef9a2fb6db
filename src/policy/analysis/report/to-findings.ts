import type { AnalysisFinding, Witness } from '../finding.js';
import { compareBoxes, intersectBoxes, type Box } from '../space/box.js';
import { toRegions } from '../space/regions.js';
import type { Space } from '../space/space.js';
import { countriesIn, showRegion } from '../words/show-region.js';
import type { Hit } from './hit.js';

const keyOf = ({ code, severity, rule, topic, when }: Hit): string => JSON.stringify([code, severity, rule, topic, when]);

/** The smallest case first: the earliest days, then the shortest facts. */
const rankOf = ({ facts }: Hit): string => {
  const { deliveredAt, placedAt = '' } = facts.order;
  const text = JSON.stringify(facts);
  return [deliveredAt ?? placedAt, facts.requestedAt ?? '', String(text.length).padStart(8, '0'), text].join(' ');
};

/** Hits in the order in which their cases are offered as a witness. */
const inOrder = (hits: readonly Hit[]): readonly Hit[] =>
  hits
    .map((hit) => ({ hit, rank: rankOf(hit) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : compareBoxes(left.hit.box, right.hit.box)))
    .map(({ hit }) => hit);

/** How many cases of a region are offered to `decide` before the region is given up. */
const mostTries = 5;

const confirm = (hits: readonly Hit[]): { readonly hit: Hit; readonly witness: Witness } | null => {
  for (const hit of hits.slice(0, mostTries)) {
    const { facts, says, demands, because } = hit;
    if (hit.isConfirmed(facts)) return { hit, witness: { facts, at: facts.requestedAt ?? '', says, demands, because } };
  }
  return null;
};

interface Report {
  readonly findings: readonly AnalysisFinding[];
  /** Regions of which no case could be confirmed: what they say is left out. */
  readonly unconfirmed: number;
}

const toFinding = (region: Box, hits: readonly Hit[], { space, documentOf }: Place): AnalysisFinding | null => {
  const found = confirm(hits.filter(({ box }) => intersectBoxes(box, region) !== null));
  if (found === null) return null;
  const { hit, witness } = found;
  const words = [...showRegion(space, region), ...(hit.when === null ? [] : [hit.when])];
  return {
    code: hit.code,
    severity: hit.severity,
    document: hit.rule === null ? '' : documentOf(hit.rule),
    rule: hit.rule,
    countries: countriesIn(space, region),
    region: words.length === 0 ? 'every case' : words.join(', '),
    message: hit.tell(witness),
    witness,
  };
};

interface Place {
  readonly space: Space;
  readonly documentOf: (rule: string) => string;
}

/** Joins hits into findings: one for each region that cannot be joined with another. */
export const toFindings = (hits: readonly Hit[], place: Place): Report => {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const key = keyOf(hit);
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  const found = [...groups.values()].flatMap((group) => {
    const ordered = inOrder(group);
    return toRegions(group.map(({ box }) => box)).map((region) => toFinding(region, ordered, place));
  });
  const findings = found.filter((finding) => finding !== null);
  return { findings, unconfirmed: found.length - findings.length };
};
