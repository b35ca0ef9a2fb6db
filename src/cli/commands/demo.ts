import type { Command } from 'commander';
import { renderReport } from '../demo/render-report.js';
import { runDemo } from '../demo/run-demo.js';
import { exitCode } from '../exit-code.js';
import type { CommandContext } from '../run-cli.js';
import { createTerminal } from '../terminal.js';
import { wholeNumber } from '../whole-number.js';

interface DemoOptions {
  readonly json?: true;
  readonly seed: number;
  readonly hours: number;
}

export const addDemoCommand = (program: Command, { surroundings, end }: CommandContext): void => {
  program
    .command('demo')
    .description('run the main job against the embedded sandbox: read, decide, answer, and see what time does')
    .option('--json', 'print the whole report as JSON')
    .option('--seed <number>', 'what the emulated shops are made from', wholeNumber(0, 2 ** 31), 7)
    .option('--hours <number>', 'how far the clock moves after the answers', wholeNumber(1, 24 * 60), 48)
    .action(async ({ json, seed, hours }: DemoOptions) => {
      const terminal = createTerminal(surroundings);
      const report = await runDemo({ seed, passedInMs: hours * 3_600_000, terminal });
      terminal.print(json === true ? JSON.stringify(report, null, 2) : renderReport(report, terminal));
      end(report.promises.every(({ kept }) => kept) ? exitCode.passed : exitCode.failed);
    });
};
