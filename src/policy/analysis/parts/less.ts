import type { Because } from '../../decision.js';
import type { Settled } from '../../merge/settled.js';
import type { PaidLeg } from '../../merge/grant.js';
import type { OutboundScope } from '../../rules/terms.js';
import type { Payer } from '../../vocabulary.js';
import type { TermsPart } from '../reading/held.js';

/** One part of the terms in which the seller gives less. */
export interface Less {
  /** The seller's rule that says so. */
  readonly rule: string;
  readonly says: string;
  readonly demands: string;
  readonly because: Because;
}

const rankOf = (payer: Payer): number | null => (payer === 'unknown' ? null : payer === 'buyer' ? 0 : payer === 'shared' ? 1 : 2);

const legWords = { return: 'the way back', replacement: 'the way of the new goods' } as const;

const capOf = ({ cap }: PaidLeg): number => cap?.minor ?? 0;

const isLegLess = (seller: PaidLeg, floor: PaidLeg): boolean => {
  const [own, other] = [rankOf(seller.payer), rankOf(floor.payer)];
  if (own === null || other === null) return false;
  const isSameCurrency = seller.cap?.currency === floor.cap?.currency;
  return own < other || (own === 1 && other === 1 && isSameCurrency && capOf(seller) < capOf(floor));
};

const showPayer = (payer: Payer, leg: keyof typeof legWords): string =>
  payer === 'shared' ? `buyer and seller share ${legWords[leg]}` : `the ${payer} pays ${legWords[leg]}`;

const lessLeg = (leg: keyof typeof legWords, seller: Settled, floor: Settled): Less | null => {
  const [own, other] = [seller[leg], floor[leg]];
  if (own === null || other === null || !isLegLess(own.value, other.value)) return null;
  return {
    rule: own.because[0]?.rule ?? '',
    says: showPayer(own.value.payer, leg),
    demands: showPayer(other.value.payer, leg),
    because: other.because,
  };
};

const scopes: Readonly<Record<OutboundScope, { readonly rank: number; readonly words: string }>> = {
  none: { rank: 0, words: 'the first delivery is not refunded' },
  cheapest: { rank: 1, words: 'the cheapest first delivery is refunded' },
  full: { rank: 2, words: 'the whole first delivery is refunded' },
};

const lessOutbound = (seller: Settled, floor: Settled): Less | null => {
  const [own, other] = [seller.outbound?.value.scope ?? 'unknown', floor.outbound?.value.scope ?? 'unknown'];
  if (own === 'unknown' || other === 'unknown' || scopes[own].rank >= scopes[other].rank) return null;
  return {
    rule: seller.outbound?.because[0]?.rule ?? '',
    says: scopes[own].words,
    demands: scopes[other].words,
    because: floor.outbound?.because ?? [],
  };
};

const lessRemedies = (seller: Settled, floor: Settled): Less | null => {
  const offered = (seller.remedies?.value ?? []).map(({ remedy }) => remedy);
  const first = (floor.remedies?.value ?? []).filter(({ step, chosenBy }) => step === 1 && chosenBy === 'buyer');
  const missing = first.map(({ remedy }) => remedy).filter((remedy) => !offered.includes(remedy));
  if (seller.remedies === null || floor.remedies === null || missing.length === 0) return null;
  return {
    rule: seller.remedies.because[0]?.rule ?? '',
    says: `${offered.join(' or ')} is offered`,
    demands: `the buyer may choose ${missing.join(' or ')}`,
    because: floor.remedies.because,
  };
};

/** Where the rules alone show it, without any figure of a case: payers, the first delivery and remedies. */
export const findLess = (part: Exclude<TermsPart, 'refund'>, seller: Settled, floor: Settled): Less | null => {
  if (part === 'outbound') return lessOutbound(seller, floor);
  return part === 'remedies' ? lessRemedies(seller, floor) : lessLeg(part, seller, floor);
};
