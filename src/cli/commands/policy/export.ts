import { InvalidArgumentError, Option, type Command } from 'commander';
import { isCountry } from '../../../policy/calendar/country-zones.js';
import { exportFormats, type ExportFormat } from '../../../policy/export/export-policy.js';
import { returnMethods, type ReturnMethod } from '../../../policy/export/published-terms.js';
import { exitCode, UsageError } from '../../exit-code.js';
import { exportFiles } from '../../policy/export-files.js';
import { requireRoomFor, standardOutput, writeNewFile } from '../../policy/write-new-file.js';
import { placeText, type Report } from '../../reporters/report.js';
import { reporterNamed, reporterNames, type ReporterName } from '../../reporters/reporters.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal } from '../../terminal.js';
import { dayOption, dayOrToday } from './day-option.js';
import { naming } from './naming.js';

interface ExportFlags {
  readonly format: ExportFormat;
  readonly countries?: readonly string[];
  readonly url?: string;
  readonly methods: readonly ReturnMethod[];
  readonly at?: string;
  readonly output?: string;
  readonly force?: true;
  readonly reporter?: ReporterName;
}

const country = (code: string, before: readonly string[] | undefined): readonly string[] => {
  if (isCountry(code)) return [...(before ?? []), code];
  throw new InvalidArgumentError('expected ISO 3166 countries such as DE FR.');
};

const address = (text: string): string => {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError('expected an address such as https://shop.example/returns.');
};

/** One line each: the document is what was asked for. */
const lossesAsText = ({ findings, notes }: Report): string =>
  [
    ...findings.map(
      ({ place, subject, message }) => `${placeText(place)} ${subject === undefined ? '' : `${subject}: `}${message}`,
    ),
    ...notes,
  ].join('\n');

const run = async (files: readonly string[], flags: ExportFlags, { surroundings, end }: CommandContext): Promise<void> => {
  const { format, countries, url, reporter } = flags;
  const output = flags.output === standardOutput ? undefined : flags.output;
  const isForced = flags.force === true;
  if (format === 'google-merchant' && url === undefined)
    throw new UsageError('Merchant Center wants the page on which buyers read the policy: give it with --url');
  if (output !== undefined) requireRoomFor(output, { isForced });
  const { print, note, colors } = createTerminal(surroundings);
  const settings = {
    format,
    at: dayOrToday(flags.at),
    methods: flags.methods,
    ...(countries === undefined ? {} : { countries }),
    ...(url === undefined ? {} : { url }),
  };
  const { document, count, report } = await naming(() => Promise.resolve(exportFiles(files, settings)));
  const text = JSON.stringify(document, null, 2);
  // A document that says nothing would only stand in the way of the next one.
  if (output !== undefined && count > 0) writeNewFile(output, `${text}\n`, { isForced });
  if (output === undefined && reporter === undefined) print(text);
  // What is left out goes beside the document, unless a report is wanted in its place.
  if (reporter === undefined) note(lossesAsText(report));
  else print(reporterNamed(reporter, colors)(report));
  end(count === 0 ? exitCode.failed : exitCode.passed);
};

/** `aftersale policy export`: the policy as search engines and shops publish it. */
export const addExportCommand = (policy: Command, context: CommandContext): void => {
  policy
    .command('export')
    .description('write the policy as others publish it, and name what that form cannot say')
    .argument('<files...>', 'files of one seller’s policy (policy/v1), or patterns in quotes')
    .addOption(new Option('--format <name>', 'the form').choices([...exportFormats]).makeOptionMandatory())
    .option('--countries <codes...>', 'countries to write for; those that the rules name unless given', country)
    .option('--url <address>', 'the page on which buyers read the policy', address)
    .addOption(new Option('--methods <names...>', 'how goods come back').choices([...returnMethods]).default(['mail']))
    .addOption(dayOption('the day whose rules are written'))
    .option('-o, --output <file>', 'write the document into a file; - for standard output')
    .option('--force', 'write over a file that is there')
    .addOption(new Option('--reporter <name>', 'print a report in place of the document').choices([...reporterNames]))
    .action((files: readonly string[], flags: ExportFlags) => run(files, flags, context));
};
