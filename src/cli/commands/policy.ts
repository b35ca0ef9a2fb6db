import { Option, type Command } from 'commander';
import { formatProblem, PolicyDocumentError, policyJsonSchema } from '../../policy/index.js';
import { exitCode, UsageError } from '../exit-code.js';
import { testCases } from '../policy/test-cases.js';
import { hasFailed } from '../reporters/report.js';
import { reporterNamed, reporterNames, type ReporterName } from '../reporters/reporters.js';
import type { CommandContext } from '../run-cli.js';
import { createTerminal } from '../terminal.js';

interface TestOptions {
  readonly reporter: ReporterName;
  readonly update?: true;
}

/** A policy that cannot be read is bad input: all its problems are named, each with its place. */
const naming = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (PolicyDocumentError.isInstance(error)) throw new UsageError(error.problems.map(formatProblem).join('\n'));
    throw error;
  }
};

const reporterOption = (): Option =>
  new Option('--reporter <name>', 'how to print').choices([...reporterNames]).default('pretty');

/** `aftersale policy …`: a return policy as code that a pipeline can refuse. */
export const addPolicyCommands = (program: Command, { surroundings, end }: CommandContext): void => {
  const policy = program.command('policy').description('test a return policy and print its grammar');
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
  policy
    .command('schema')
    .description('print the JSON Schema of policy documents, for editors')
    .action(async () => createTerminal(surroundings).print(JSON.stringify(await policyJsonSchema(), null, 2)));
};
