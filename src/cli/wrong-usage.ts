import type { Command } from 'commander';
import { createTerminal, type Surroundings } from './terminal.js';

/** The parser's own words in the form of our other errors: what is wrong, and what was meant, in one line. */
const inOneLine = (text: string): string =>
  text
    .trim()
    .replace(/^error: /, '')
    .replace("' is invalid. Allowed", "' is invalid: allowed")
    .replace("' is invalid. ", "' is invalid: ")
    .replace(/\.?\n\(Did you mean (.+)\?\)$/, '; did you mean $1?');

/** The parser takes whatever follows for the value: `--output --force` would write a file called `--force`. */
const refuseOptionsAsValues = (command: Command): void => {
  const known: readonly unknown[] = command.options.flatMap(({ short, long }) => [short ?? [], long ?? []].flat());
  for (const option of command.options) {
    if (!option.required) continue;
    command.on(`option:${option.name()}`, (value: unknown) => {
      if (known.includes(value)) command.error(`option '${option.flags}' argument missing: ${String(value)} is an option itself`);
    });
  }
};

/** Wrong usage is told with a way to the help of the command at hand; the whole help would push the mistake out of sight. */
export const tellWrongUsage = (command: Command, surroundings: Surroundings, path = command.name()): void => {
  const { colors } = createTerminal(surroundings);
  command
    .configureOutput({ outputError: (text, write) => write(`${colors.red('error')} ${inOneLine(text)}\n`) })
    .showHelpAfterError(`see ${path} --help`);
  refuseOptionsAsValues(command);
  for (const sub of command.commands) tellWrongUsage(sub, surroundings, `${path} ${sub.name()}`);
};
