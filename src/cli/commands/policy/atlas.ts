import type { Command } from 'commander';
import { counted } from '../../counted.js';
import { exitCode } from '../../exit-code.js';
import type { Atlas } from '../../policy/atlas/atlas.js';
import { buildAtlas } from '../../policy/atlas/build-atlas.js';
import { renderPage } from '../../policy/atlas/page/render-page.js';
import { readDocuments } from '../../policy/atlas/read-documents.js';
import { choosePacks, withPackOptions, type PackOptions } from '../../policy/chosen-packs.js';
import { requireRoomFor, standardOutput, writeNewFile } from '../../policy/write-new-file.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';
import { wholeNumber } from '../../whole-number.js';
import { dayOption, dayOrToday } from './day-option.js';
import { naming } from './naming.js';

interface AtlasFlags extends PackOptions {
  readonly at?: string;
  readonly cellBudget?: number;
  readonly output?: string;
  readonly force?: true;
}

const asked = ({ countries, sites, cellBudget }: AtlasFlags) => ({
  ...(countries === undefined ? {} : { countries }),
  ...(sites === undefined ? {} : { sites }),
  ...(cellBudget === undefined ? {} : { cellBudget }),
});

const summary = ({ counts }: Atlas): string =>
  `${counted(counts.countries, 'country', 'countries')}, ${counted(counts.cells, 'cell')}: ${String(counts.below)} below the floor, ${String(counts.partly)} in some cases, ${String(counts.waived)} waived, ${String(counts.unknown)} not known`;

const run = async (files: readonly string[], flags: AtlasFlags, { surroundings, end }: CommandContext): Promise<void> => {
  const { output = standardOutput, force } = flags;
  const isForced = force === true;
  if (output !== standardOutput) requireRoomFor(output, { isForced });
  const at = dayOrToday(flags.at);
  const atlas = await naming(async () => {
    const documents = readDocuments(files);
    return buildAtlas(documents, { packs: await choosePacks(flags), at, ...asked(flags) });
  });
  const page = renderPage(atlas);
  if (output === standardOutput) surroundings.stdout.write(page);
  else writeNewFile(output, page, { isForced });
  createTerminal(surroundings).note(summary(atlas));
  end(exitCode.passed);
};

/** `aftersale policy atlas`: what the policy means in every country, on one page. */
export const addAtlasCommand = (policy: Command, context: CommandContext): void => {
  withPackOptions(policy.command('atlas'))
    .description('write one page of what the policy means: countries by reasons, with law, what is below it, and why')
    .argument('<policies...>', 'files of one seller’s policy (policy/v1), or patterns in quotes')
    .addOption(dayOption('the day of the cases, and of the waivers'))
    .option('--cell-budget <number>', 'how many boxes of like cases may be looked at', wholeNumber(1, 1_000_000_000))
    .option('-o, --output <file>', 'write into a file; - for standard output, which is used unless given')
    .option('--force', 'write over a file that is there')
    .action((files: readonly string[], flags: AtlasFlags) => run(files, flags, context));
};
