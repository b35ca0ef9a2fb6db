import { InvalidArgumentError, type Command } from 'commander';
import { isInstant, type Instant } from '../../../core/time.js';
import { compilePolicy, type Pack, type Policy } from '../../../policy/index.js';
import { exitCode } from '../../exit-code.js';
import { openSource } from '../../policy/backtest/open-source.js';
import { printBacktest } from '../../policy/backtest/print-backtest.js';
import { runBacktest } from '../../policy/backtest/run-backtest.js';
import { choosePacks, withPackOptions, type PackOptions } from '../../policy/chosen-packs.js';
import { readPolicies } from '../../policy/read-policies.js';
import type { ReporterName } from '../../reporters/reporters.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';
import { moment } from './moment-option.js';
import { naming } from './naming.js';
import { reporterOption } from './reporter-option.js';

interface BacktestOptions extends PackOptions {
  readonly cases: string;
  readonly against?: readonly string[];
  readonly at?: string;
  readonly openedFrom?: Instant;
  readonly openedUntil?: Instant;
  readonly reporter: ReporterName;
}

/** A day or instant of the query, in the one form adapters take. */
const bound = (text: string): Instant => {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : text;
  if (isInstant(instant)) return instant;
  throw new InvalidArgumentError('expected a day such as 2026-11-22, or an instant such as 2026-11-22T10:00:00.000Z.');
};

const compileFiles = (files: readonly string[], packs: readonly Pack[]): Policy => compilePolicy(readPolicies(files), { packs });

const run = async (files: readonly string[], options: BacktestOptions, { surroundings, end }: CommandContext): Promise<void> => {
  const { cases, against, at, openedFrom, openedUntil, reporter } = options;
  const terminal = createTerminal(surroundings);
  const packs = await choosePacks(options);
  const query = { ...(openedFrom === undefined ? {} : { openedFrom }), ...(openedUntil === undefined ? {} : { openedUntil }) };
  const source = await openSource(cases, { at }, query);
  const done = await naming(() =>
    runBacktest(
      source,
      {
        policy: compileFiles(files, packs),
        ...(against === undefined ? {} : { against: compileFiles(against, packs) }),
      },
      terminal,
    ),
  );
  terminal.print(printBacktest(done, reporter, terminal));
  end(done.wrongRows === 0 ? exitCode.passed : exitCode.failed);
};

/** `aftersale policy backtest`: what a policy would have made of past cases. */
export const addBacktestCommand = (policy: Command, context: CommandContext): void => {
  withPackOptions(policy.command('backtest'))
    .description('decide past cases again: what a policy would have cost, and what it changes')
    .argument('<policies...>', 'files of the policy (policy/v1), or patterns in quotes')
    .requiredOption('--cases <source>', 'past cases: a .jsonl or .csv file, or an account such as ./accounts.mjs#sg-1')
    .option('--against <policies...>', 'files of the policy to compare with')
    .option('--at <moment>', 'judge every case as of this moment; each as of its own request unless given', moment)
    .option('--opened-from <day>', 'of an account: only cases opened from this day on (UTC)', bound)
    .option('--opened-until <day>', 'of an account: only cases opened before this day (UTC)', bound)
    .addOption(reporterOption())
    .action((files: readonly string[], options: BacktestOptions) => run(files, options, context));
};
