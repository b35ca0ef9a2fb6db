import type { Command } from 'commander';
import type { CommandContext } from '../run-cli.js';
import { addBacktestCommand } from './policy/backtest.js';
import { addCheckCommand } from './policy/check.js';
import { addExportCommand } from './policy/export.js';
import { addSchemaCommand } from './policy/schema.js';
import { addTestCommand } from './policy/test.js';

/** `aftersale policy …`: a return policy as code that a pipeline can refuse. */
export const addPolicyCommands = (program: Command, context: CommandContext): void => {
  const policy = program.command('policy').description('check and test a return policy, see what a change costs, publish it');
  addCheckCommand(policy, context);
  addTestCommand(policy, context);
  addBacktestCommand(policy, context);
  addExportCommand(policy, context);
  addSchemaCommand(policy, context);
};
