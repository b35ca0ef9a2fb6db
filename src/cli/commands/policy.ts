import type { Command } from 'commander';
import type { CommandContext } from '../run-cli.js';
import { addBacktestCommand } from './policy/backtest.js';
import { addSchemaCommand } from './policy/schema.js';
import { addTestCommand } from './policy/test.js';

/** `aftersale policy …`: a return policy as code that a pipeline can refuse. */
export const addPolicyCommands = (program: Command, context: CommandContext): void => {
  const policy = program.command('policy').description('test a return policy and print its grammar');
  addTestCommand(policy, context);
  addBacktestCommand(policy, context);
  addSchemaCommand(policy, context);
};
