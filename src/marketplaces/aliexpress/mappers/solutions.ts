import { toOfferId } from '../../../core/ids.js';
import type { CaseOffer } from '../../../core/case.js';
import type { Goods, Party, Payer } from '../../../core/vocabulary.js';
import type { Money } from '../../../core/money.js';
import { present } from '../../../core/present.js';
import type { WireDetail, WireSolution } from '../wire/issues.js';
import { toAxes } from './axes.js';
import { isTrue, toAmount, toIdentifier, toText, toTime } from './values.js';

/** A proposal of the buyer, the seller or the platform. */
export interface Solution {
  readonly id: string;
  readonly by: Extract<Party, 'buyer' | 'seller' | 'marketplace'>;
  readonly type: string;
  readonly goods: Goods | undefined;
  readonly status: string;
  readonly amount: Money | undefined;
  readonly isDefault: boolean;
  readonly isSellersTurn: boolean;
  readonly wire: WireSolution;
}

const goodsByType: Readonly<Record<string, Goods>> = { return_and_refund: 'returned', refund: 'kept-by-buyer' };

/** The buyer's currency; the platform's USD beside it only where the former is missing. */
const amountOf = (wire: WireSolution): Money | undefined =>
  toAmount(wire.refund_money, wire.refund_money_currency) ?? toAmount(wire.refund_money_post, wire.refund_money_post_currency);

/** Under a solution of the platform both must agree; who has done so waits for the other. */
const waitsForSeller = (status: string, wire: WireSolution): boolean =>
  status === 'wait_seller_accept' || (status === 'wait_buyer_and_seller_accept' && toTime(wire.seller_accept_time) === undefined);

const toSolution = (wire: WireSolution, by: Solution['by']): Solution => {
  const [type, status] = [toText(wire.solution_type) ?? '', toText(wire.status) ?? ''];
  return {
    id: toIdentifier(wire.id) ?? '0',
    by,
    type,
    goods: Object.hasOwn(goodsByType, type) ? goodsByType[type] : undefined,
    status,
    amount: amountOf(wire),
    isDefault: isTrue(wire.is_default),
    isSellersTurn: by !== 'seller' && waitsForSeller(status, wire),
    wire,
  };
};

const timeOf = ({ wire }: Solution): string => toTime(wire.gmt_create) ?? '';

const byTime = (left: Solution, right: Solution): number =>
  timeOf(left) < timeOf(right) ? -1 : timeOf(left) > timeOf(right) ? 1 : 0;

/** All proposals, oldest first. */
export const toSolutions = (wire: WireDetail): readonly Solution[] =>
  [
    ...(wire.buyer_solution_list ?? []).map((solution) => toSolution(solution, 'buyer')),
    ...(wire.seller_solution_list ?? []).map((solution) => toSolution(solution, 'seller')),
    ...(wire.platform_solution_list ?? []).map((solution) => toSolution(solution, 'marketplace')),
  ].sort(byTime);

/** Agreed to or imposed, or already carried out. */
export const isSettled = ({ status }: Solution): boolean => status === 'reached' || status === 'perform';

/** The solution that counts once there is one. */
export const settledOf = (solutions: readonly Solution[]): Solution | undefined => solutions.findLast(isSettled);

/** What the buyer asks: the proposal marked as default, else the newest. */
export const requestOf = (solutions: readonly Solution[]): Solution | undefined => {
  const own = solutions.filter(({ by }) => by === 'buyer');
  return own.findLast(({ isDefault }) => isDefault) ?? own.at(-1);
};

const open = new Set(['wait_buyer_and_seller_accept', 'wait_buyer_accept', 'wait_seller_accept']);
const states: Readonly<Record<string, CaseOffer['state']>> = {
  reached: 'accepted',
  perform: 'accepted',
  buyer_refused: 'refused',
  seller_accept_and_buyer_refused: 'refused',
  // Spelled so by the platform.
  reach_cancle: 'replaced',
};

/** An issue that has ended can still show a proposal as waiting, so the word is believed only while the issue is open. */
const stateOf = ({ status }: Solution, issueStatus: string): CaseOffer['state'] => {
  if (open.has(status)) return issueStatus === 'processing' ? 'open' : 'unknown';
  return Object.hasOwn(states, status) ? (states[status] ?? 'unknown') : 'unknown';
};

const payers: Readonly<Record<string, Payer>> = { seller: 'seller', buyer: 'buyer', platform: 'marketplace' };

export const returnPayerOf = ({ wire }: Solution): Payer | undefined => {
  const word = toText(wire.logistics_fee_bear_role) ?? '';
  return Object.hasOwn(payers, word) ? payers[word] : undefined;
};

export const toOffers = (wire: WireDetail, solutions: readonly Solution[]): readonly CaseOffer[] => {
  const axes = toAxes(wire);
  return solutions.map((solution) => {
    const state = stateOf(solution, axes.status);
    const isAnswerable = state === 'open' && solution.isSellersTurn && axes.timeout === 'WAIT_SOLUTION_TIMEOUT';
    return present({
      id: toOfferId(solution.id),
      by: solution.by,
      remedy: 'refund' as const,
      goods: solution.goods,
      amount: solution.amount,
      state,
      madeAt: toTime(solution.wire.gmt_create),
      answerBy: isAnswerable ? toTime(wire.timeout_trigger_time) : undefined,
      returnPayer: returnPayerOf(solution),
      native: solution.type,
    });
  });
};
