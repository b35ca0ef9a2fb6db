import type { Because, Refund, RefundForm, RefundLine, RefundLineKind } from '../decision.js';
import type { Money } from '../vocabulary.js';
import { roundExact, type ExactAmount } from './amounts.js';

/** One line before rounding. An unknown amount is `null`: the line is named, the total is not. */
export interface ExactLine {
  readonly kind: RefundLineKind;
  readonly amount: ExactAmount | null;
  readonly cap: Money | null;
  readonly because: Because;
}

const toMoney = (minor: number, currency: string): Money => ({ minor: minor === 0 ? 0 : minor, currency });

const order: readonly RefundLineKind[] = [
  'item',
  'outbound-shipping',
  'tax',
  'import-duty',
  'return-shipping',
  'restocking',
  'fixed-fee',
  'diminished-value',
  'use',
  'late-surcharge',
  'interest',
];

type KnownLine = ExactLine & { readonly amount: ExactAmount };

const isKnown = (line: ExactLine): line is KnownLine => line.amount !== null;

/** What rounding each line separately adds or takes: its own line, so that the lines still add up to the total. */
const roundingLine = (lines: readonly KnownLine[], currency: string): readonly RefundLine[] => {
  const total = roundExact(lines.reduce((sum, { amount }) => sum + amount, 0n));
  const difference = total - lines.reduce((sum, { amount }) => sum + roundExact(amount), 0);
  return difference === 0 ? [] : [{ kind: 'rounding', amount: toMoney(difference, currency), cap: null, because: [] }];
};

/** Rounds each line half up to the minor unit and the total once; zero lines are left out. */
export const settleRefund = (lines: readonly ExactLine[], form: RefundForm, currency: string): Refund => {
  const known = lines.filter(isKnown).sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
  const rounded = known
    .map(({ kind, amount, cap, because }): RefundLine => ({ kind, amount: toMoney(roundExact(amount), currency), cap, because }))
    .filter(({ amount }) => amount.minor !== 0);
  const all = [...rounded, ...roundingLine(known, currency)];
  const unknownLines = order.filter((kind) => lines.some((line) => line.kind === kind && line.amount === null));
  const sum = all.reduce((total, { amount }) => total + amount.minor, 0);
  return {
    total: unknownLines.length === 0 && Number.isSafeInteger(sum) ? toMoney(sum, currency) : null,
    form,
    lines: all,
    unknownLines,
  };
};
