import type { Layer } from '../decision.js';
import { plus, type ExactAmount } from '../rules/amounts.js';
import type { OutboundScope, RemedyStep } from '../rules/terms.js';
import type { Payer } from '../vocabulary.js';
import type { Cited, GoodsRefund, Outbound, PaidLeg } from './grant.js';

/** A value with where it comes from; candidates are ordered law, marketplace, seller, then by source. */
export interface Candidate<Value> extends Cited<Value> {
  readonly layer: Layer;
  readonly right: string;
}

/** The best for the buyer, and what is neither better nor worse. */
export interface Joined<Value> {
  readonly main: Candidate<Value>;
  readonly others: readonly Candidate<Value>[];
}

/** Whether the left value is at least as good for the buyer as the right one. */
type AtLeast<Value> = (left: Value, right: Value) => boolean;

/** Keeps the maximal elements of a partial order; of equals the first stays. Order-free up to that choice. */
export const keepMaximal = <Value>(candidates: readonly Candidate<Value>[], atLeast: AtLeast<Value>): Joined<Value> | null => {
  if (candidates.length === 1 && candidates[0] !== undefined) return { main: candidates[0], others: [] };
  const kept = candidates.filter((candidate, index) =>
    candidates.every((rival, place) => {
      if (place === index || !atLeast(rival.value, candidate.value)) return true;
      return atLeast(candidate.value, rival.value) && index < place;
    }),
  );
  const [main, ...others] = kept;
  return main === undefined ? null : { main, others };
};

/** Buyer < shared < anyone else: who else bears it is no matter to the buyer. */
const rankOf = (payer: Payer): number => (payer === 'buyer' ? 0 : payer === 'shared' ? 1 : 2);
const best = 2;

/** Among payers equally good for the buyer the marketplace's statement decides: it is the contract between seller and platform. */
const preferMarketplace = <Value>(candidates: readonly Candidate<Value>[]): Candidate<Value> | undefined =>
  candidates.find(({ layer }) => layer === 'marketplace') ?? candidates[0];

const joinRanked = <Value>(
  candidates: readonly Candidate<Value>[],
  rank: (value: Value) => number | 'unknown',
): Joined<Value> | null => {
  if (candidates.length === 1 && candidates[0] !== undefined) return { main: candidates[0], others: [] };
  const known = candidates.filter(({ value }) => rank(value) !== 'unknown');
  const top = Math.max(-1, ...known.map(({ value }) => Number(rank(value))));
  const unknown = candidates.find(({ value }) => rank(value) === 'unknown');
  const main =
    unknown !== undefined && top < best ? unknown : preferMarketplace(known.filter(({ value }) => rank(value) === top));
  return main === undefined ? null : { main, others: [] };
};

/** Share paid by the seller, as a rank between buyer and seller: a higher cap is better. */
const sharedRank = ({ cap }: PaidLeg): number => 1 + (cap === null ? 0 : cap.minor / (cap.minor + 1) / 2);

export const joinLeg = (candidates: readonly Candidate<PaidLeg>[]): Joined<PaidLeg> | null =>
  joinRanked(candidates, (leg) => {
    if (leg.payer === 'unknown') return 'unknown';
    return leg.payer === 'shared' ? sharedRank(leg) : rankOf(leg.payer);
  });

const scopeRanks: Readonly<Record<OutboundScope, number>> = { none: 0, cheapest: 1, full: best };

export const joinOutbound = (candidates: readonly Candidate<Outbound>[]): Joined<Outbound> | null =>
  joinRanked(candidates, ({ scope }) => (scope === 'unknown' ? 'unknown' : scopeRanks[scope]));

const unbounded: ReadonlySet<string> = new Set([
  'item',
  'tax',
  'import-duty',
  'late-surcharge',
  'interest',
  'monetary-correction',
]);

/** The most the refund can be: unknown deductions may be nothing; without the goods' own amount or what is added there is no bound. */
const upperBound = ({ lines }: GoodsRefund): ExactAmount | null => {
  let sum: ExactAmount = 0;
  for (const { kind, amount } of lines) {
    if (amount === null && unbounded.has(kind)) return null;
    sum = plus(sum, amount ?? 0);
  }
  return sum;
};

const isFormAtLeast = (left: GoodsRefund['form'], right: GoodsRefund['form']): boolean =>
  left === right || left === 'original-means';

const isRefundAtLeast: AtLeast<GoodsRefund> = (left, right) => {
  const most = upperBound(right);
  return isFormAtLeast(left.form, right.form) && left.net !== null && most !== null && left.net >= most;
};

/** Means, share and deductions join as one: money at 100 % and store credit at 110 % stay two offers. */
export const joinRefund = (candidates: readonly Candidate<GoodsRefund>[]): Joined<GoodsRefund> | null =>
  keepMaximal(candidates, isRefundAtLeast);

const isStepAtLeast: AtLeast<RemedyStep> = (left, right) =>
  left.step <= right.step && (left.chosenBy === 'buyer' || right.chosenBy === 'seller');

/** Each remedy on its best terms: the buyer may invoke any living right. */
export const joinRemedies = (steps: readonly Candidate<RemedyStep>[]): readonly Candidate<RemedyStep>[] => {
  const names = [...new Set(steps.map(({ value }) => value.remedy))];
  return names.flatMap(
    (name) =>
      keepMaximal(
        steps.filter(({ value }) => value.remedy === name),
        isStepAtLeast,
      )?.main ?? [],
  );
};

/** Amounts before rounding are big integers, which JSON cannot show. */
const show = <Value>({ value }: Candidate<Value>): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));

/** Where a grant that may or may not live would change a figure, the figure is unknown. */
export const soften = <Value>(
  certain: Joined<Value> | null,
  possible: Joined<Value> | null,
  unknown: Value,
): Joined<Value> | null => {
  if (possible === null) return possible;
  if (certain !== null && (certain.main === possible.main || show(certain.main) === show(possible.main))) return possible;
  return { main: { ...possible.main, value: unknown }, others: [] };
};
