import { Command, CommanderError } from 'commander';
import { MarketplaceError } from '../core/errors/marketplace-error.js';
import { addDemoCommand } from './commands/demo.js';
import { addPolicyCommands } from './commands/policy.js';
import { addSandboxCommand } from './commands/sandbox.js';
import { exitCode, UsageError, type ExitCode } from './exit-code.js';
import { createTerminal, type Surroundings } from './terminal.js';
import { version } from './version.js';
import { tellWrongUsage } from './wrong-usage.js';

/** What every command gets: the surroundings, and a way to say how it ended. */
export interface CommandContext {
  readonly surroundings: Surroundings;
  readonly end: (code: ExitCode) => void;
}

const createProgram = (context: CommandContext): Command => {
  const { stdout, stderr } = context.surroundings;
  const program = new Command('aftersale')
    .description('After-sales for marketplace sellers: cases, decisions with the rule cited, answers before the deadline.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) });
  addSandboxCommand(program, context);
  addDemoCommand(program, context);
  addPolicyCommands(program, context);
  tellWrongUsage(program, context.surroundings);
  return program;
};

const reportFailure = (error: unknown, surroundings: Surroundings): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.passed : exitCode.badInput;
  const { colors, note } = createTerminal(surroundings);
  if (error instanceof UsageError) {
    note(`${colors.red('error')} ${error.message}`);
    return exitCode.badInput;
  }
  if (MarketplaceError.isInstance(error)) {
    // What a marketplace answered is no fault of the code: its stack would say nothing to the seller.
    note(`${colors.red('error')} ${error.message}`);
    return exitCode.fault;
  }
  note(`${colors.red('error')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return exitCode.fault;
};

/** Runs one command line and answers with the exit code; never throws and never ends the process itself. */
export const runCli = async (surroundings: Surroundings): Promise<ExitCode> => {
  let ended: ExitCode = exitCode.passed;
  const program = createProgram({ surroundings, end: (code) => (ended = code) });
  try {
    await program.parseAsync([...surroundings.argv], { from: 'user' });
    return ended;
  } catch (error) {
    return reportFailure(error, surroundings);
  }
};
