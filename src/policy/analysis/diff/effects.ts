import type { DecisionDeadline, Pays, ReturnDecision, Verdict } from '../../decision.js';
import type { Payer } from '../../vocabulary.js';
import { knownOf } from './known-refund.js';
import type { BuyerEffect, DifferencePart, SellerEffect } from './policy-diff.js';

/** How a change of an answer strikes both sides: above zero is better for the buyer, dearer for the seller. */
export interface Effects {
  readonly buyer: BuyerEffect;
  readonly seller: SellerEffect;
}

/** Signs of single changes; the same sign throughout is a direction. */
interface Signs {
  readonly buyer: readonly number[];
  readonly seller: readonly number[];
}

const isOneWay = (signs: readonly number[], sign: 1 | -1): boolean =>
  signs.some((found) => found * sign > 0) && signs.every((found) => found * sign >= 0);

const toEffects = ({ buyer, seller }: Signs): Effects => ({
  buyer: isOneWay(buyer, 1) ? 'better' : isOneWay(buyer, -1) ? 'worse' : buyer.some((sign) => sign !== 0) ? 'mixed' : 'same',
  seller: isOneWay(seller, 1)
    ? 'dearer'
    : isOneWay(seller, -1)
      ? 'cheaper'
      : seller.some((sign) => sign !== 0)
        ? 'mixed'
        : 'same',
});

const verdictRank: Readonly<Record<Verdict, number>> = { ineligible: 0, 'needs-review': 1, eligible: 2 };

/** What cannot be told is both: a person must look. */
const cannotTell = [1, -1] as const;

const buyerRank = (payer: Payer): number => (payer === 'buyer' ? 0 : payer === 'shared' ? 1 : 2);
const sellerRank = (payer: Payer): number => (payer === 'seller' ? 2 : payer === 'shared' ? 1 : 0);

const paySigns = (before: Payer, after: Payer): Signs => {
  if (before === after) return { buyer: [], seller: [] };
  if (before === 'unknown' || after === 'unknown') return { buyer: cannotTell, seller: cannotTell };
  return { buyer: [buyerRank(after) - buyerRank(before)], seller: [sellerRank(after) - sellerRank(before)] };
};

const formRank = { 'original-means': 1, 'store-credit': 0, exchange: 0, unknown: 0 } as const;

const refundSigns = ({ refund: before }: ReturnDecision, { refund: after }: ReturnDecision): Signs => {
  const form = Math.sign(formRank[after.form] - formRank[before.form]);
  // Lines unknown on both sides are the same on both, as far as anybody can tell.
  if (before.unknownLines.join() !== after.unknownLines.join()) return { buyer: cannotTell, seller: cannotTell };
  const sum = Math.sign((knownOf(after)?.minor ?? 0) - (knownOf(before)?.minor ?? 0));
  return { buyer: [sum, form], seller: [sum, form] };
};

/** More to choose from is better; another order or another chooser is neither. */
const remedySigns = ({ remedies: before }: ReturnDecision, { remedies: after }: ReturnDecision): Signs => {
  const has = (list: ReturnDecision['remedies'], wanted: string): boolean => list.some(({ remedy }) => remedy === wanted);
  const gained = after.some(({ remedy }) => !has(before, remedy)) ? [1] : [];
  const lost = before.some(({ remedy }) => !has(after, remedy)) ? [-1] : [];
  return { buyer: [...gained, ...lost], seller: [] };
};

const dutyKey = ({ duty, party }: DecisionDeadline): string => `${party} ${duty}`;

/** A seller or marketplace that must act sooner is better for the buyer; a buyer who must is worse off. */
const deadlineSign = (before: DecisionDeadline | undefined, after: DecisionDeadline | undefined): readonly number[] => {
  const favor = (before ?? after)?.party === 'buyer' ? -1 : 1;
  if (before === undefined || after === undefined) return [before === undefined ? favor : -favor];
  if (before.by === after.by) return [];
  if (before.by === null || after.by === null) return cannotTell;
  return [before.by > after.by ? favor : -favor];
};

const deadlineSigns = ({ deadlines: before }: ReturnDecision, { deadlines: after }: ReturnDecision): Signs => {
  const keys = [...new Set([...before, ...after].map(dutyKey))];
  const find = (list: ReturnDecision['deadlines'], key: string): DecisionDeadline | undefined =>
    list.find((deadline) => dutyKey(deadline) === key);
  return { buyer: keys.flatMap((key) => deadlineSign(find(before, key), find(after, key))), seller: [] };
};

const legSigns = (leg: keyof Pays, before: ReturnDecision, after: ReturnDecision): Signs =>
  paySigns(before.pays[leg], after.pays[leg]);

const signsOf = (part: DifferencePart, before: ReturnDecision, after: ReturnDecision): Signs => {
  switch (part) {
    case 'verdict': {
      const sign = verdictRank[after.verdict] - verdictRank[before.verdict];
      return { buyer: [sign], seller: [sign] };
    }
    case 'refund':
      return refundSigns(before, after);
    case 'remedies':
      return remedySigns(before, after);
    case 'deadlines':
      return deadlineSigns(before, after);
    default:
      return legSigns(part, before, after);
  }
};

/** Which way a part of the answer has changed. */
export const effectsOf = (part: DifferencePart, before: ReturnDecision, after: ReturnDecision): Effects =>
  toEffects(signsOf(part, before, after));
