import type { Because, Refund, RefundForm, RefundLine, RefundLineKind } from '../decision.js';
import { sorted } from '../sorted.js';
import type { Money } from '../vocabulary.js';
import { negate, plus, roundExact, type ExactAmount } from './amounts.js';

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
  'pro-rata-service',
  'late-surcharge',
  'interest',
  'monetary-correction',
];

const rankOf = new Map(order.map((kind, rank) => [kind, rank]));

const compareLines = (left: ExactLine, right: ExactLine): number => (rankOf.get(left.kind) ?? 0) - (rankOf.get(right.kind) ?? 0);

/** What rounding each line separately adds or takes is a line of its own, so that the lines still add up to the total. */
const addRounding = (lines: RefundLine[], difference: number, currency: string): void => {
  if (difference !== 0) lines.push({ kind: 'rounding', amount: toMoney(difference, currency), cap: null, because: [] });
};

const noLines: readonly RefundLineKind[] = Object.freeze([]);

const unknownIn = (lines: readonly ExactLine[]): readonly RefundLineKind[] => {
  const kinds = new Set(lines.filter(({ amount }) => amount === null).map(({ kind }) => kind));
  return kinds.size === 0 ? noLines : order.filter((kind) => kinds.has(kind));
};

/** Rounds each line half up to the minor unit and the total once; zero lines are left out. */
export const settleRefund = (lines: readonly ExactLine[], form: RefundForm, currency: string): Refund => {
  const rounded: RefundLine[] = [];
  let exact: ExactAmount = 0;
  let sum: ExactAmount = 0;
  let isKnown = true;
  for (const { kind, amount, cap, because } of sorted(lines, compareLines)) {
    if (amount === null) {
      isKnown = false;
      continue;
    }
    const minor = roundExact(amount);
    exact = plus(exact, amount);
    sum = plus(sum, minor);
    if (minor !== 0) rounded.push({ kind, amount: toMoney(minor, currency), cap, because });
  }
  const total = roundExact(exact);
  // An amount that no number holds cannot be told, nor can what rounding added to it.
  const isHeld = Number.isSafeInteger(total);
  if (isHeld) addRounding(rounded, Number(plus(total, negate(sum))), currency);
  return {
    total: isKnown && isHeld ? toMoney(total, currency) : null,
    form,
    lines: rounded,
    unknownLines: isKnown ? noLines : unknownIn(lines),
  };
};
