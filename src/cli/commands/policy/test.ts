import type { Command } from 'commander';
import { exitCode } from '../../exit-code.js';
import { testCases } from '../../policy/test-cases.js';
import { hasFailed } from '../../reporters/report.js';
import { reporterNamed, type ReporterName } from '../../reporters/reporters.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';
import { naming } from './naming.js';
import { reporterOption } from './reporter-option.js';

interface TestOptions {
  readonly reporter: ReporterName;
  readonly update?: true;
}

/** `aftersale policy test`: written cases, held against the answers they expect. */
export const addTestCommand = (policy: Command, { surroundings, end }: CommandContext): void => {
  policy
    .command('test')
    .description('decide the cases written in YAML files and hold the answers against what they expect')
    .argument('<files...>', 'files of cases (cases/v1)')
    .option('--update', 'keep today’s answers of the cases that expect nothing')
    .addOption(reporterOption())
    .action(async (files: readonly string[], { reporter, update }: TestOptions) => {
      const { print, colors } = createTerminal(surroundings);
      const report = await naming(() => testCases(files, { isUpdating: update === true }));
      print(reporterNamed(reporter, colors)(report));
      end(hasFailed(report) ? exitCode.failed : exitCode.passed);
    });
};
