import { withMoney } from '../money-words.js';
import type { CellKind } from './columns.js';

/** What stands between the words of a list in one cell. */
const listSeparator = '|';

const wholeShape = /^\d{1,16}$/;

/** `yes` and `no` too: that is how spreadsheets are filled in. */
const answers: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

/** A cell that cannot be what its column holds. */
export class WrongCellError extends Error {
  override readonly name = 'WrongCellError';
}

/** `80`, `1.234,56 €`, `80.005 EUR`: neither a name nor an address, and too short for a telephone. */
const figure = /^[$€£¥]?\d{1,3}(?:[.,' ]?\d{3})?(?:[.,]\d{1,4})?(?: ?(?:[A-Z]{3}|[$€£¥%]))?$/;

/** A cell that slipped into another column may hold a buyer's data, so only what is plainly a figure is repeated. */
const expected = (text: string, what: string): WrongCellError =>
  new WrongCellError(figure.test(text) ? `'${text}' is not ${what}` : `expected ${what}`);

const toAmount = (text: string): unknown => {
  const read = withMoney(text);
  if (typeof read === 'string') throw expected(text, "an amount such as '80.00 EUR'");
  return read;
};

const toAnswer = (text: string): boolean => {
  const answer = answers.get(text.toLowerCase());
  if (answer === undefined) throw expected(text, 'true or false');
  return answer;
};

const toNumber = (text: string): number => {
  if (!wholeShape.test(text)) throw expected(text, 'a whole number');
  return Number(text);
};

const readers: Readonly<Record<CellKind, (text: string) => unknown>> = {
  text: (text) => text,
  number: toNumber,
  'yes-no': toAnswer,
  money: toAmount,
  list: (text) => text.split(listSeparator).map((word) => word.trim()),
};

/** @throws WrongCellError when the text is not of the kind; UsageError when it is an amount finer than its currency. */
export const readCell = (kind: CellKind, text: string): unknown => readers[kind](text);
