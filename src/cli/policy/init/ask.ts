import { PassThrough } from 'node:stream';
import { UsageError } from '../../exit-code.js';
import type { OutputStream, Surroundings } from '../../terminal.js';
import {
  judgeCountries,
  judgeCountry,
  judgeCurrency,
  judgeDays,
  judgeMarketplaces,
  ownShop,
  payers,
  readWords,
  type Answers,
  type Judgment,
} from './answers.js';

/** A question closes the stream it was shown on, so each gets one of its own. */
const createScreen = (stdout: OutputStream & NodeJS.WritableStream): NodeJS.WritableStream => {
  const screen = Object.assign(new PassThrough(), { columns: stdout.columns, isTTY: true });
  screen.pipe(stdout, { end: false });
  return screen;
};

export interface Questions {
  /** What the flags said. */
  readonly given: Partial<Answers>;
  /** Whether a policy may be called that. */
  readonly judgeId: (id: string) => Judgment;
}

const askAll = async (
  { given, judgeId }: Questions,
  { stdin, stdout }: Pick<Surroundings, 'stdin' | 'stdout'>,
): Promise<Answers> => {
  // Loaded when somebody is there to be asked: the questions are a large package.
  const { input, select } = await import('@inquirer/prompts');
  const streams = (): { input?: NodeJS.ReadableStream; output: NodeJS.WritableStream } => ({
    ...(stdin === undefined ? {} : { input: stdin }),
    output: createScreen(stdout),
  });
  const text = (message: string, validate: (value: string) => true | string, usual?: string): Promise<string> =>
    input({ message, validate, ...(usual === undefined ? {} : { default: usual }) }, streams());
  return {
    id: given.id ?? (await text('A short name for the policy', judgeId, 'shop')),
    sellerCountry: given.sellerCountry ?? (await text('Your country, as ISO code', judgeCountry)),
    currency: given.currency ?? (await text('The currency of your prices', judgeCurrency, 'EUR')),
    countries: given.countries ?? readWords(await text('Countries you sell to', judgeCountries)),
    marketplaces: given.marketplaces ?? readWords(await text('Marketplaces you sell on', judgeMarketplaces, ownShop)),
    days: given.days ?? Number(await text('Days in which unwanted goods may come back', judgeDays, '30')),
    returnPayer:
      given.returnPayer ??
      (await select(
        { message: 'Who pays the way back of unwanted goods', choices: payers.map((value) => ({ value, name: `the ${value}` })) },
        streams(),
      )),
  };
};

/**
 * Asks for what the flags did not say.
 *
 * @throws UsageError when whoever is asked leaves before the end, with Ctrl-C or Ctrl-D.
 */
export const askForRest = async (
  questions: Questions,
  surroundings: Pick<Surroundings, 'stdin' | 'stdout'>,
): Promise<Answers> => {
  try {
    return await askAll(questions, surroundings);
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError')
      throw new UsageError('stopped before everything was answered: nothing was written');
    throw error;
  }
};
