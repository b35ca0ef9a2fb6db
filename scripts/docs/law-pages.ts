import { lawPacks, marketplacePacks } from '../../src/policy/packs/catalog.js';
import type { LawPack, MarketplacePack, Pack, PackException } from '../../src/policy/packs/types.js';
import { currentState, statutoryRights } from './law-coverage.js';
import { code, table } from './markdown.js';
import { guardInWords, termsInWords, validityInWords } from './policy-words.js';

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

const nameOf = (country: string): string => countryNames.of(country) ?? country;

interface Row {
  readonly rule: PackException;
  readonly depth: number;
  readonly source: string;
  readonly confidence: string;
}

const rowsOf = (rule: PackException, depth: number, around: Pick<Row, 'source' | 'confidence'>): readonly Row[] => {
  const source = rule.source ?? around.source;
  const confidence = rule.confidence ?? around.confidence;
  return [
    { rule, depth, source, confidence },
    ...(rule.except ?? []).flatMap((exception) => rowsOf(exception, depth + 1, { source, confidence })),
  ];
};

const cells = ({ rule, depth, source, confidence }: Row): readonly string[] => {
  const unless = (rule.unless ?? []).map(guardInWords).filter((text) => text !== '');
  const guard = [
    guardInWords(rule.when ?? {}),
    validityInWords(rule.valid),
    unless.length === 0 ? '' : `not ${unless.join(', not ')}`,
  ];
  return [
    `${'↳ '.repeat(depth)}${code(rule.id)}`,
    guard.filter((text) => text !== '').join('; '),
    [...termsInWords(rule.terms), ...(rule.note === undefined ? [] : [`_${rule.note}_`])].join('; '),
    source,
    confidence,
  ];
};

const headings = {
  withdrawal: 'Change of mind',
  conformity: 'Faulty, wrong or missing goods',
  'non-delivery': 'Goods that never came',
  'late-delivery': 'Goods that came late',
  voluntary: 'What is granted beyond the law',
} as const;

/** Rules about several rights are told once, under their first. */
const rulesTable = ({ rules }: Pick<Pack, 'rules'>): string =>
  groupByRights(rules)
    .map(([rights, group]) => {
      const title = rights.map((right) => headings[right]).join(' · ');
      const rows = group.flatMap((rule) => rowsOf(rule, 0, rule)).map(cells);
      return `## ${title}\n\n${table(['Rule', 'When', 'Says', 'Stated in', 'Confidence'], rows)}`;
    })
    .join('\n\n');

type Rights = Pack['rules'][number]['rights'];

const groupByRights = (rules: Pack['rules']): readonly (readonly [Rights, Pack['rules']])[] => {
  const keys = [...new Set(rules.map(({ rights }) => rights.join(' ')))];
  return keys.flatMap((key) => {
    const group = rules.filter(({ rights }) => rights.join(' ') === key);
    const [first] = group;
    return first === undefined ? [] : [[first.rights, group] as const];
  });
};

const sourcesTable = ({ sources = {} }: Pick<Pack, 'sources'>): string =>
  table(
    ['Cited as', 'Read', 'On'],
    Object.entries(sources).map(([name, { title, url, readOn }]) => [name, `[${title}](${url})`, readOn]),
  );

export const lawPageOf = ({ id }: Pick<LawPack, 'id'>): string => `docs/law/${id.slice('law:'.length).toLowerCase()}.md`;

export const marketplacePageOf = (marketplace: string): string => `docs/law/marketplaces/${marketplace}.md`;

const lawBlocks = (pack: LawPack): Readonly<Record<string, string>> => ({
  countries: pack.countries.map((country) => `${nameOf(country)} (${country})`).join(', '),
  rules: rulesTable(pack),
  sources: sourcesTable(pack),
});

/** Sites with the same rules are told together. */
const siteGroups = (packs: readonly MarketplacePack[]): readonly (readonly MarketplacePack[])[] => {
  const keys = [...new Set(packs.map(({ rules }) => JSON.stringify(rules)))];
  return keys.map((key) => packs.filter(({ rules }) => JSON.stringify(rules) === key));
};

const siteName = (site: string): string => (site === '*' ? 'every site' : `${nameOf(site)} (${site})`);

const marketplaceBlocks = (packs: readonly MarketplacePack[]): Readonly<Record<string, string>> => ({
  rules: siteGroups(packs)
    .map((group) => {
      const [first] = group;
      const title = group.map(({ site }) => siteName(site)).join(', ');
      return first === undefined ? '' : `## ${title}\n\n${rulesTable(first).replace(/^## /gm, '### ')}`;
    })
    .join('\n\n'),
  sources: sourcesTable(packs[0] ?? {}),
});

const marketplaces = [...new Set(marketplacePacks.map(({ marketplace }) => marketplace))];

const coverageRow = (pack: LawPack, country: string): readonly string[] => [
  `[${nameOf(country)} (${country})](${lawPageOf(pack).slice('docs/law/'.length)})`,
  ...statutoryRights.map((right) => {
    const state = currentState(pack, country, right);
    return state === 'unknown' ? '**unknown**' : state;
  }),
];

const coverageBlocks = (): Readonly<Record<string, string>> => ({
  coverage: table(
    ['Country', ...statutoryRights],
    lawPacks
      .flatMap((pack) => pack.countries.map((country) => coverageRow(pack, country)))
      .sort(([left = ''], [right = '']) => (left < right ? -1 : 1)),
  ),
  marketplaces: table(
    ['Marketplace', 'Sites'],
    marketplaces.map((marketplace) => [
      `[${marketplace}](marketplaces/${marketplace}.md)`,
      marketplacePacks
        .filter((pack) => pack.marketplace === marketplace)
        .map(({ site }) => (site === '*' ? 'every site' : site))
        .join(', '),
    ]),
  ),
});

/** The pages about packs, each with its blocks. */
export const lawPages: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = Object.fromEntries([
  ['docs/law/README.md', () => Promise.resolve(coverageBlocks())],
  ...lawPacks.map((pack) => [lawPageOf(pack), () => Promise.resolve(lawBlocks(pack))] as const),
  ...marketplaces.map((marketplace) => {
    const packs = marketplacePacks.filter((pack) => pack.marketplace === marketplace);
    return [marketplacePageOf(marketplace), () => Promise.resolve(marketplaceBlocks(packs))] as const;
  }),
]);
