import { InvalidArgumentError, Option, type Command } from 'commander';
import { createColors } from 'picocolors';
import { resolveLocale } from '../../../policy/explain/locale.js';
import { explain } from '../../../policy/index.js';
import { exitCode } from '../../exit-code.js';
import { withPackOptions, type PackOptions } from '../../policy/chosen-packs.js';
import { explainCase, type ExplainedCase } from '../../policy/explain/explain-case.js';
import { printTree } from '../../policy/explain/print-tree.js';
import { drawTimeline } from '../../policy/explain/timeline/draw-timeline.js';
import { requireRoomFor, standardOutput, writeNewFile } from '../../policy/write-new-file.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal, type Paper } from '../../terminal.js';
import { moment } from './moment-option.js';
import { naming } from './naming.js';

const formats = ['tree', 'text', 'json', 'svg'] as const;
type Format = (typeof formats)[number];

interface ExplainFlags extends PackOptions {
  readonly facts: string;
  readonly at?: string;
  readonly locale: string;
  readonly format: Format;
  readonly output?: string;
  readonly force?: true;
}

const locale = (tag: string): string => {
  try {
    resolveLocale(tag);
    return tag;
  } catch (error) {
    throw new InvalidArgumentError(`${error instanceof Error ? error.message : String(error)}.`);
  }
};

/** A file has no colors, and no edge where lines must break. */
const plainFile: Paper = { colors: createColors(false), width: Infinity };

const asTree = ({ explanation, decision }: ExplainedCase, { colors, width }: Paper): string =>
  printTree(explanation, decision.verdict, { colors, width });

const asText = ({ decision, requestedAt, locale: tag }: ExplainedCase): string => explain(decision, { locale: tag, requestedAt });

const asJson = ({ decision, explanation }: ExplainedCase): string => JSON.stringify({ decision, explanation }, null, 2);

const printers: Readonly<Record<Format, (explained: ExplainedCase, paper: Paper) => string>> = {
  tree: asTree,
  text: asText,
  json: asJson,
  svg: drawTimeline,
};

const run = async (files: readonly string[], flags: ExplainFlags, { surroundings, end }: CommandContext): Promise<void> => {
  const { facts, format } = flags;
  const output = flags.output === standardOutput ? undefined : flags.output;
  const isForced = flags.force === true;
  if (output !== undefined) requireRoomFor(output, { isForced });
  const terminal = createTerminal(surroundings);
  const at = flags.at ?? new Date().toISOString();
  const explained = await naming(() => explainCase(files, { ...flags, factsFile: facts, at }));
  const text = printers[format](explained, output === undefined ? terminal : plainFile);
  if (output !== undefined) writeNewFile(output, `${text}\n`, { isForced });
  else terminal.print(text);
  end(exitCode.passed);
};

/** `aftersale policy explain`: one case decided, with every reason, as a tree, a text, JSON or a picture. */
export const addExplainCommand = (policy: Command, context: CommandContext): void => {
  withPackOptions(policy.command('explain'))
    .description('decide one case and say why: which rule, until when, who pays, whose turn it is')
    .argument('<policies...>', 'files of the policy (policy/v1), or patterns in quotes')
    .requiredOption('--facts <file>', 'the facts of the case, JSON or YAML; - for standard input')
    .addOption(new Option('--at <moment>', 'the day or instant to decide on; now unless given').argParser(moment))
    .addOption(new Option('--locale <tag>', 'the language: en, zh-Hans, or one near them').argParser(locale).default('en'))
    .addOption(
      new Option('--format <name>', 'how to print; svg is a picture of all deadlines').choices([...formats]).default('tree'),
    )
    .option('-o, --output <file>', 'write into a file; - for standard output')
    .option('--force', 'write over a file that is there')
    .action((files: readonly string[], flags: ExplainFlags) => run(files, flags, context));
};
