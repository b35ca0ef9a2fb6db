import { existsSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { counted } from '../../counted.js';
import { UsageError } from '../../exit-code.js';
import {
  judgeCountries,
  judgeCountry,
  judgeCurrency,
  judgeDays,
  judgeId,
  judgeMarketplaces,
  payers,
  type Answers,
  type Judgment,
} from '../../policy/init/answers.js';
import { askForRest } from '../../policy/init/ask.js';
import { beginPolicy } from '../../policy/init/begin-policy.js';
import { requireRoomFor, writeNewFile } from '../../policy/write-new-file.js';
import type { CommandContext } from '../../run-cli.js';
import { createTerminal, type Surroundings } from '../../terminal.js';
import { dayOption, dayOrToday } from './day-option.js';

interface InitFlags extends Partial<Answers> {
  readonly at?: string;
  readonly output?: string;
  readonly force?: true;
}

const judged = (judge: (text: string) => Judgment, text: string): string => {
  const judgment = judge(text);
  if (judgment !== true) throw new InvalidArgumentError(`expected ${judgment}.`);
  return text;
};

const one =
  (judge: (text: string) => Judgment) =>
  (text: string): string =>
    judged(judge, text);

const many =
  (judge: (text: string) => Judgment) =>
  (text: string, before: readonly string[] | undefined): readonly string[] => [
    ...new Set([...(before ?? []), judged(judge, text)]),
  ];

const flagOf: Readonly<Record<keyof Answers, string>> = {
  id: '--id',
  sellerCountry: '--seller-country',
  currency: '--currency',
  countries: '--countries',
  marketplaces: '--marketplaces',
  days: '--days',
  returnPayer: '--return-payer',
};

const isComplete = (flags: InitFlags): flags is InitFlags & Answers => missingIn(flags).length === 0;

const missingIn = (flags: InitFlags): readonly string[] =>
  Object.entries(flagOf).flatMap(([name, flag]) => (Reflect.get(flags, name) === undefined ? [flag] : []));

const fileOf = (id: string, { output }: InitFlags): string => output ?? `${id}.yaml`;

/** A name whose file is there is refused at its question, not after the last one. */
const judgeNewId =
  (flags: InitFlags) =>
  (id: string): Judgment => {
    const judgment = judgeId(id);
    if (judgment !== true) return judgment;
    const file = fileOf(id, flags);
    return flags.force === true || !existsSync(file) || `another name: ${file} is already there, and --force writes over it`;
  };

const answer = async (flags: InitFlags, surroundings: Surroundings): Promise<Answers> => {
  if (isComplete(flags)) return flags;
  const { isInteractive } = createTerminal(surroundings);
  if (isInteractive && surroundings.stdin?.isTTY === true)
    return askForRest({ given: flags, judgeId: judgeNewId(flags) }, surroundings);
  throw new UsageError(`missing ${missingIn(flags).join(', ')}: give them, or run this in a terminal to be asked`);
};

const run = async (flags: InitFlags, { surroundings }: CommandContext): Promise<void> => {
  const isForced = flags.force === true;
  const named = flags.output ?? (flags.id === undefined ? undefined : fileOf(flags.id, flags));
  if (named !== undefined) requireRoomFor(named, { isForced });
  const answers = await answer(flags, surroundings);
  const file = fileOf(answers.id, flags);
  const { text, waivers, errors } = await beginPolicy(answers, dayOrToday(flags.at));
  writeNewFile(file, text, { isForced });
  const { print } = createTerminal(surroundings);
  print(`wrote ${file}`);
  if (waivers.length > 0)
    print(
      `law or a marketplace demands more in ${counted(errors, 'region')}: accepted for a year by ${counted(waivers.length, 'waiver')} at its end`,
    );
  print(`next: aftersale policy check ${file}`);
};

/** `aftersale policy init`: a first policy, to be changed. */
export const addInitCommand = (policy: Command, context: CommandContext): void => {
  policy
    .command('init')
    .description('write a first policy from a few answers, asked for in a terminal or given as flags')
    .option('--id <name>', 'a short name for the policy', one(judgeId))
    .option('--seller-country <code>', 'your country', one(judgeCountry))
    .option('--currency <code>', 'the currency of your prices', one(judgeCurrency))
    .option('--countries <codes...>', 'countries you sell to', many(judgeCountries))
    .option('--marketplaces <names...>', 'where you sell; none = a shop of your own', many(judgeMarketplaces))
    .option('--days <number>', 'days in which unwanted goods may come back', (text) => Number(judged(judgeDays, text)))
    .addOption(new Option('--return-payer <who>', 'who pays the way back of unwanted goods').choices([...payers]))
    .option('-o, --output <file>', 'the file to write; <id>.yaml unless given')
    .option('--force', 'write over a file that is there')
    .addOption(dayOption('the first day of cases looked at, and of the year that waivers hold for'))
    .action((flags: InitFlags) => run(flags, context));
};
