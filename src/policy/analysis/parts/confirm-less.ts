import type { Refund, ReturnDecision, Terms } from '../../decision.js';
import type { Payer } from '../../vocabulary.js';
import type { TermsPart } from '../reading/held.js';

const rankOf = (payer: Payer): number => (payer === 'unknown' || payer === 'buyer' ? 0 : payer === 'shared' ? 1 : 2);

const shippingLines = new Set(['outbound-shipping', 'return-shipping']);

const goodsOf = ({ lines, unknownLines }: Refund): number | null =>
  unknownLines.some((kind) => !shippingLines.has(kind))
    ? null
    : lines.filter(({ kind }) => !shippingLines.has(kind)).reduce((sum, { amount }) => sum + amount.minor, 0);

const outboundOf = ({ lines }: Refund): number => lines.find(({ kind }) => kind === 'outbound-shipping')?.amount.minor ?? 0;

const isRefundLess = (own: Refund, other: Refund): boolean => {
  if (other.form === 'original-means' && own.form !== 'original-means' && own.form !== 'unknown') return true;
  const [left, right] = [goodsOf(own), goodsOf(other)];
  return left !== null && right !== null && left < right;
};

const isPartLess: Readonly<Record<TermsPart, (own: Terms, other: Terms) => boolean>> = {
  return: (own, other) =>
    own.pays.return !== 'unknown' &&
    (rankOf(own.pays.return) < rankOf(other.pays.return) || (own.pays.return === 'shared' && other.pays.return === 'shared')),
  replacement: (own, other) =>
    own.pays.replacement !== 'unknown' && rankOf(own.pays.replacement) < rankOf(other.pays.replacement),
  outbound: (own, other) => outboundOf(own.refund) < outboundOf(other.refund),
  refund: (own, other) => isRefundLess(own.refund, other.refund),
  remedies: (own, other) =>
    other.remedies.some(
      ({ remedy, step, chosenBy }) =>
        step === 1 && chosenBy === 'buyer' && !own.remedies.some((offered) => offered.remedy === remedy),
    ),
};

/** Whether terms that `decide` wrote give the buyer less in one part than others it wrote. */
export const isLessIn = (part: TermsPart, own: Terms, other: Terms): boolean => isPartLess[part](own, other);

/** The right of that id where it is granted. */
export const grantedRight = ({ rights }: ReturnDecision, id: string): ReturnDecision['rights'][number] | null =>
  rights.find((right) => right.id === id && right.verdict === 'eligible') ?? null;
