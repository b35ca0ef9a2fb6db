import { applyWaivers, checkPolicy, type AnalysisFinding, type PolicyAnalysis } from '../../../policy/analysis/index.js';
import { compilePolicy, type Because, type Pack, type Policy } from '../../../policy/index.js';
import { version } from '../../version.js';
import type { Atlas, AtlasCell, AtlasColumn, AtlasCounts, AtlasPack, AtlasRegion, AtlasSource } from './atlas.js';
import { createCited } from './cited.js';
import { columns } from './columns.js';
import { covers } from './cover.js';
import { faultsShown } from './faults.js';
import { isUnknown } from './is-unknown.js';
import type { Place } from './ordinary-case.js';
import { countriesShown, placeOf } from './places-shown.js';
import { byRegion, nameOfCountry } from './places.js';
import { readCell, type CellReader } from './read-cell.js';
import { createTable } from './table-of.js';
import { createTeller } from './tell.js';
import { toFindings, type FoundFinding } from './to-findings.js';

/** One document of the seller, as it was read from a file. */
export interface AtlasDocument {
  readonly file: string;
  readonly origin: object;
}

export interface AtlasSettings {
  readonly packs: readonly Pack[];
  /** The day of the cases, `2026-11-22`; waivers are read on it, and the analysis begins with it. */
  readonly at: string;
  /** Countries to show; those of the packs and of the rules unless given. */
  readonly countries?: readonly string[];
  /** Where the cases are sold: `amazon:DE` is shown for Germany, a marketplace without sites for every country. */
  readonly sites?: readonly string[];
  readonly cellBudget?: number;
}

const regionsOf = (reader: CellReader, { countries, sites = [] }: AtlasSettings): readonly AtlasRegion[] =>
  byRegion(countriesShown(reader.policy, countries)).map(({ name, countries: inside }) => ({
    name,
    rows: inside.map((country) => {
      const place = placeOf(country, sites);
      const cells = columns.map((column) => readCell(reader, column, place));
      return { country, name: nameOfCountry(country), soldOn: place.soldOn, cells };
    }),
  }));

const packsOf = ({ packs }: Policy): readonly AtlasPack[] =>
  packs.map(({ id, rules, sources = {} }) => ({
    id,
    rules: rules.length,
    readOn:
      Object.values(sources)
        .map(({ readOn }) => readOn)
        .sort()
        .at(-1) ?? null,
  }));

const countsOf = (regions: readonly AtlasRegion[]): AtlasCounts => {
  const rows = regions.flatMap((region) => region.rows);
  const cells = rows.flatMap((row) => row.cells);
  const standing = (name: string): number => cells.filter((cell) => cell.standing === name).length;
  return {
    countries: rows.length,
    cells: cells.length,
    below: standing('below'),
    partly: standing('partly'),
    waived: standing('waived'),
    unknown: cells.filter(isUnknown).length,
  };
};

/** What a cell says, whatever it says it of. */
const saidIn = ({ explanation: _, ...said }: AtlasCell): string => JSON.stringify(said);

/** Columns of a group that say the same everywhere are told by the first of them. */
const shownColumns = (regions: readonly AtlasRegion[]): readonly AtlasColumn[] => {
  const rows = regions.flatMap((region) => region.rows);
  const said = columns.map((_, index) => rows.map(({ cells }) => cells.slice(index, index + 1).map(saidIn)).join());
  return columns.map(({ id, label, group }, index) => {
    const first = columns.findIndex((each, other) => each.group === group && said[other] === said[index]);
    return { id, label, group, alike: first < index ? (columns[first]?.id ?? null) : null };
  });
};

const elsewhereIn = (regions: readonly AtlasRegion[], count: number): readonly number[] => {
  const shown = new Set(
    regions.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ here, nearby }) => [...here, ...nearby]))),
  );
  return Array.from({ length: count }, (_, place) => place).filter((place) => !shown.has(place));
};

const notesOf = ({ horizon, notes }: PolicyAnalysis): readonly string[] => [
  `Checked for the civil days from ${horizon.from} to ${horizon.to}.`,
  ...notes,
];

const findingsOn = (policy: Policy, found: readonly FoundFinding[], at: string): CellReader['findingsOn'] => {
  /** A waiver for some countries of a finding leaves it open, but not there. */
  const isWaivedIn = (finding: AnalysisFinding, { country }: Place): boolean =>
    applyWaivers([{ ...finding, countries: [country] }], policy.documents, { at, isComplete: false }).waived.length > 0;
  const placed = found.map(({ finding }, place) => ({ finding, place, faults: faultsShown(policy, finding) }));
  return (column, place) =>
    placed
      .filter(({ finding }) => covers(finding, column, place))
      .map((each) => ({ ...each, isWaived: isWaivedIn(each.finding, place) }));
};

/**
 * Makes the atlas of a policy: every country and reason decided for an ordinary case, with what the analysis found about it.
 *
 * @throws PolicyDocumentError when a document breaks the grammar or its rules contradict each other
 */
export const buildAtlas = (documents: readonly AtlasDocument[], settings: AtlasSettings): Atlas => {
  const { at, packs, cellBudget } = settings;
  const origins = documents.map(({ origin }) => origin);
  const policy = compilePolicy(origins, { packs });
  const analysis = checkPolicy(origins, { packs, horizon: { from: at }, ...(cellBudget === undefined ? {} : { cellBudget }) });
  const cited = createCited(policy);
  const sources = createTable<AtlasSource>();
  const cite = (because: Because): readonly number[] => [...new Set(because.map((each) => sources.add(cited.toSource(each))))];
  const found = toFindings(applyWaivers(analysis.findings, policy.documents, { at, isComplete: analysis.isComplete }), cite);
  const { add: explain, told } = createTeller();
  const regions = regionsOf({ policy, at, cited, cite, explain, findingsOn: findingsOn(policy, found, at) }, settings);
  return {
    title: [...new Set(policy.documents.map(({ id }) => id))].join(' + '),
    policies: policy.documents.map(({ id }, index) => ({ id, file: documents[index]?.file ?? '' })),
    at,
    version,
    packs: packsOf(policy),
    columns: shownColumns(regions),
    regions,
    findings: found.map(({ shown }) => shown),
    elsewhere: elsewhereIn(regions, found.length),
    sources: sources.all,
    explanations: told,
    counts: countsOf(regions),
    notes: notesOf(analysis),
  };
};
