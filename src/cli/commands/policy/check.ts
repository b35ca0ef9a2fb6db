import type { Command } from 'commander';
import { checkFiles } from '../../policy/check/check-files.js';
import type { Horizon } from '../../../policy/analysis/index.js';
import { UsageError } from '../../exit-code.js';
import { choosePacks, withPackOptions, type PackOptions } from '../../policy/chosen-packs.js';
import { reporterNamed, type ReporterName } from '../../reporters/reporters.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';
import { wholeNumber } from '../../whole-number.js';
import { dayOption, dayOrToday, horizonOption } from './day-option.js';
import { reporterOption } from './reporter-option.js';

interface CheckFlags extends PackOptions {
  readonly at?: string;
  readonly from?: string;
  readonly until?: string;
  readonly cellBudget?: number;
  readonly separately?: true;
  readonly reporter: ReporterName;
}

/** A policy is held to the cases to come, unless other days are named. */
const horizonOf = ({ from, until }: CheckFlags, at: string): Partial<Horizon> => {
  const first = from ?? at;
  if (until === undefined) return { from: first };
  if (until < first) throw new UsageError(`--until ${until} lies before ${first}, the first day looked at`);
  return { from: first, to: until };
};

const run = async (files: readonly string[], flags: CheckFlags, { surroundings, end }: CommandContext): Promise<void> => {
  const { print, colors } = createTerminal(surroundings);
  const at = dayOrToday(flags.at);
  const { report, code } = checkFiles(files, {
    packs: await choosePacks(flags),
    ...(flags.countries !== undefined && flags.countries.length > 0 ? { countries: flags.countries } : {}),
    at,
    horizon: horizonOf(flags, at),
    isSeparate: flags.separately === true,
    ...(flags.cellBudget === undefined ? {} : { cellBudget: flags.cellBudget }),
  });
  print(reporterNamed(flags.reporter, colors)(report));
  end(code);
};

/** `aftersale policy check`: what is wrong with a policy, before a buyer finds it. */
export const addCheckCommand = (policy: Command, context: CommandContext): void => {
  withPackOptions(policy.command('check'))
    .description('look for gaps, dead rules, and terms below what law and marketplaces demand')
    .argument('<files...>', 'files of one seller’s policy (policy/v1), or patterns in quotes')
    .option('--separately', 'each file is a policy of its own')
    .addOption(dayOption('the day on which waivers are read'))
    .addOption(horizonOption('--from <day>', 'the first day of cases looked at; the day of --at unless given'))
    .addOption(horizonOption('--until <day>', 'the last one; the end of the calendars carried unless given'))
    .option('--cell-budget <number>', 'how many boxes of like cases may be looked at', wholeNumber(1, 1_000_000_000))
    .addOption(reporterOption())
    .action((files: readonly string[], flags: CheckFlags) => run(files, flags, context));
};
