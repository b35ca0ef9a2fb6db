import { Option, type Command } from 'commander';
import { exitCode } from '../../exit-code.js';
import { choosePacks, withPackOptions, type PackOptions } from '../../policy/chosen-packs.js';
import { diffFiles } from '../../policy/diff/diff-files.js';
import { failOnWords, type FailOn } from '../../policy/diff/diff-report.js';
import { hasFailed } from '../../reporters/report.js';
import { reporterNamed, type ReporterName } from '../../reporters/reporters.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';
import { wholeNumber } from '../../whole-number.js';
import { naming } from './naming.js';
import { reporterOption } from './reporter-option.js';

interface DiffFlags extends PackOptions {
  readonly failOn: FailOn;
  readonly cellBudget?: number;
  readonly reporter: ReporterName;
}

const failOnOption = (): Option =>
  new Option('--fail-on <which>', 'end with 1 where it gets worse or better for the buyer, or in any other answer')
    .choices([...failOnWords])
    .default('none');

/** `aftersale policy diff`: what two policies answer differently, whatever their words. */
export const addDiffCommand = (policy: Command, { surroundings, end }: CommandContext): void => {
  withPackOptions(policy.command('diff'))
    .description('show which cases two policies answer differently, and for whom that is better')
    .argument('<old>', 'file of the policy in force, or a pattern in quotes')
    .argument('<new>', 'file of the policy to come, or a pattern in quotes')
    .addOption(failOnOption())
    .option('--cell-budget <number>', 'how many boxes of like cases may be looked at', wholeNumber(1, 1_000_000_000))
    .addOption(reporterOption())
    .action(async (old: string, recent: string, { failOn, cellBudget, reporter, ...flags }: DiffFlags) => {
      const { print, colors } = createTerminal(surroundings);
      const packs = await choosePacks(flags);
      const budget = cellBudget === undefined ? {} : { cellBudget };
      const report = await naming(() => Promise.resolve(diffFiles(old, recent, { packs, failOn, ...budget })));
      print(reporterNamed(reporter, colors)(report));
      end(hasFailed(report) ? exitCode.failed : exitCode.passed);
    });
};
