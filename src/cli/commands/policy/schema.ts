import type { Command } from 'commander';
import { policyJsonSchema } from '../../../policy/index.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';

/** `aftersale policy schema`: what an editor needs to complete a policy as it is typed. */
export const addSchemaCommand = (policy: Command, { surroundings }: CommandContext): void => {
  policy
    .command('schema')
    .description('print the JSON Schema of policy documents, for editors')
    .action(async () => createTerminal(surroundings).print(JSON.stringify(await policyJsonSchema(), null, 2)));
};
