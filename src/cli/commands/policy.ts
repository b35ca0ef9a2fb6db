import type { Command } from 'commander';
import type { CommandContext } from '../run-cli.js';
import { addAtlasCommand } from './policy/atlas.js';
import { addBacktestCommand } from './policy/backtest.js';
import { addCheckCommand } from './policy/check.js';
import { addDiffCommand } from './policy/diff.js';
import { addExplainCommand } from './policy/explain.js';
import { addExportCommand } from './policy/export.js';
import { addInitCommand } from './policy/init.js';
import { addSchemaCommand } from './policy/schema.js';
import { addTestCommand } from './policy/test.js';

/** `aftersale policy …`: a return policy as code that a pipeline can refuse. */
export const addPolicyCommands = (program: Command, context: CommandContext): void => {
  const policy = program.command('policy').description('check and test a return policy, see what a change costs, publish it');
  addInitCommand(policy, context);
  addCheckCommand(policy, context);
  addTestCommand(policy, context);
  addDiffCommand(policy, context);
  addBacktestCommand(policy, context);
  addExplainCommand(policy, context);
  addExportCommand(policy, context);
  addAtlasCommand(policy, context);
  addSchemaCommand(policy, context);
};
