import { InvalidArgumentError, Option, type Command } from 'commander';
import { isPlace } from '../../policy/calendar/country-zones.js';
import { loadPacks, type Pack } from '../../policy/index.js';
import { lawLoaders } from '../../policy/packs/law/loaders.js';
import { siteLoaders } from '../../policy/packs/marketplaces/loaders.js';
import { everySite } from '../../policy/packs/types.js';
import { UsageError } from '../exit-code.js';

/** The law and the marketplaces' rules to decide with, as options name them. */
export interface PackOptions {
  readonly countries?: readonly string[];
  readonly sites?: readonly string[];
}

const none = 'none';

const country = (code: string, before: readonly string[] | undefined): readonly string[] => {
  // `none` leaves an empty list, which a country cannot join: one of both was not meant.
  if (before !== undefined && (code === none) === before.length > 0)
    throw new InvalidArgumentError('none stands for no country at all, and alone.');
  if (code === none) return [];
  if (isPlace(code)) return [...(before ?? []), code];
  // The list of an option takes all words up to the next one, files too.
  throw new InvalidArgumentError('expected ISO 3166 countries such as DE FR; files stand before this option.');
};

const site = (name: string, before: readonly string[] | undefined): readonly string[] => {
  if (/^[a-z]+(-[a-z]+)*(:[A-Z]{2})?$/.test(name)) return [...(before ?? []), name];
  throw new InvalidArgumentError('expected sites such as amazon:DE; files stand before this option.');
};

/** `--countries DE FR --sites amazon:DE`: less law to ask than all there is. */
export const withPackOptions = (command: Command): Command =>
  command
    .addOption(
      new Option(
        '--countries <codes...>',
        'ask the law of these countries and the sites of --sites alone; none = the documents alone',
      ).argParser(country),
    )
    .addOption(
      new Option(
        '--sites <sites...>',
        'ask the rules of these sites, such as amazon:DE, and the law of --countries alone',
      ).argParser(site),
    );

const missingLaw = (countries: readonly string[]): string | null => {
  const carried = lawLoaders.flatMap((loader) => loader.countries).sort();
  const missing = countries.filter((code) => !carried.includes(code.slice(0, 2)));
  return missing.length === 0 ? null : `no law of ${missing.join(', ')} is carried; expected some of ${carried.join(', ')}`;
};

const siteNames = async (marketplace: string | undefined): Promise<readonly string[]> => {
  const loader = siteLoaders.find((candidate) => candidate.marketplace === marketplace);
  const packs = (await loader?.load()) ?? [];
  return packs.map((pack) => (pack.site === everySite ? pack.marketplace : `${pack.marketplace}:${pack.site}`));
};

const missingSite = async (name: string): Promise<string | null> => {
  const [marketplace = name] = name.split(':');
  const names = await siteNames(marketplace);
  if (names.includes(name) || names.includes(marketplace)) return null;
  const expected = names.length === 0 ? siteLoaders.map((loader) => loader.marketplace) : names;
  return `no rules of '${name}' are carried; expected some of ${expected.join(', ')}`;
};

/**
 * The packs of some countries and sites. A name that brings nothing is refused: what is asked of no law would pass.
 *
 * @throws UsageError that names what is carried.
 */
export const loadNamedPacks = async ({ countries = [], sites = [] }: PackOptions): Promise<readonly Pack[]> => {
  const problems = [missingLaw(countries), ...(await Promise.all(sites.map(missingSite)))];
  const [problem] = problems.filter((one) => one !== null);
  if (problem !== undefined) throw new UsageError(problem);
  return loadPacks({ countries, sites });
};

/** All packs, or those named: who names countries alone decides without any marketplace's rules, and the other way round. */
export const choosePacks = async ({ countries, sites }: PackOptions): Promise<readonly Pack[]> => {
  // Loaded only when wanted: everything at once is the largest part of the package.
  if (countries === undefined && sites === undefined) return (await import('../../policy/packs/index.js')).allPacks;
  return loadNamedPacks({ ...(countries && { countries }), ...(sites && { sites }) });
};
