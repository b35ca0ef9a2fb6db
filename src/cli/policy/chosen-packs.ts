import { Option, type Command } from 'commander';
import { loadPacks, type Pack } from '../../policy/index.js';

/** The law and the marketplaces' rules to decide with, as options name them. */
export interface PackOptions {
  readonly countries?: readonly string[];
  readonly sites?: readonly string[];
}

/** `--countries DE FR --sites amazon:DE`: less law to ask than all there is. */
export const withPackOptions = (command: Command): Command =>
  command
    .addOption(new Option('--countries <codes...>', 'only the law of these countries; all that is carried unless named'))
    .addOption(new Option('--sites <sites...>', 'only the rules of these sites, such as amazon:DE; all unless named'));

/** All packs, or those named: who names countries alone decides without any marketplace's rules, and the other way round. */
export const choosePacks = async ({ countries, sites }: PackOptions): Promise<readonly Pack[]> => {
  // Loaded only when wanted: everything at once is the largest part of the package.
  if (countries === undefined && sites === undefined) return (await import('../../policy/packs/index.js')).allPacks;
  return loadPacks({ countries: countries ?? [], sites: sites ?? [] });
};
