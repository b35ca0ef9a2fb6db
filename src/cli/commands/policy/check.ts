import type { Command } from 'commander';
import { checkFiles } from '../../policy/check/check-files.js';
import { choosePacks, withPackOptions, type PackOptions } from '../../policy/chosen-packs.js';
import { reporterNamed, type ReporterName } from '../../reporters/reporters.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';
import { wholeNumber } from '../../whole-number.js';
import { dayOption, dayOrToday } from './day-option.js';
import { reporterOption } from './reporter-option.js';

interface CheckFlags extends PackOptions {
  readonly at?: string;
  readonly cellBudget?: number;
  readonly separately?: true;
  readonly reporter: ReporterName;
}

const run = async (files: readonly string[], flags: CheckFlags, { surroundings, end }: CommandContext): Promise<void> => {
  const { print, colors } = createTerminal(surroundings);
  const { report, code } = checkFiles(files, {
    packs: await choosePacks(flags),
    at: dayOrToday(flags.at),
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
    .option('--cell-budget <number>', 'how many boxes of like cases may be looked at', wholeNumber(1, 1_000_000_000))
    .addOption(reporterOption())
    .action((files: readonly string[], flags: CheckFlags) => run(files, flags, context));
};
