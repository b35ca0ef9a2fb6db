import type { PlainJson, Receipt, WriteOptions } from '../../../core/attempt.js';
import type { Case, CaseOffer } from '../../../core/case.js';
import type { CaseId } from '../../../core/ids.js';
import type { OfferChoice } from '../../../core/inputs.js';
import { formatMoney, isSameMoney } from '../../../core/money.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { acceptOffer as acceptOfferEndpoint } from '../endpoints/return-writes.js';
import { openBuyerOffer } from '../mappers/offers.js';
import { readDetail } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape, sendOnce } from './write.js';

const operation = 'acceptOffer';
const refunds = new Set(['refund', 'partial-refund', 'keep-and-refund']);

const requireOffer = (offers: readonly CaseOffer[], { offer: wanted, expected }: OfferChoice): CaseOffer => {
  const open = openBuyerOffer(offers);
  if (open === undefined) throw conflict(operation, 'there is no open proposal of the buyer');
  if (open.id !== wanted) throw conflict(operation, 'the buyer has made another proposal');
  if (expected.remedy === 'keep-and-refund' && open.goods !== 'kept-by-buyer')
    throw conflict(operation, 'under the proposal the goods come back');
  if (expected.amount !== undefined && (open.amount === undefined || !isSameMoney(open.amount, expected.amount))) {
    const proposed = open.amount === undefined ? 'an unknown amount' : formatMoney(open.amount);
    throw conflict(operation, `the buyer proposes ${proposed}, not ${formatMoney(expected.amount)}`);
  }
  return open;
};

const check = ({ expected, returnAddress }: OfferChoice): void => {
  if (!refunds.has(expected.remedy)) {
    throw invalid(operation, [{ path: 'choice.expected.remedy', message: `expected a refund, not '${expected.remedy}'` }]);
  }
  if (returnAddress !== undefined) {
    throw invalid(operation, [{ path: 'choice.returnAddress', message: 'Shopee chooses the return address itself' }]);
  }
};

/** What tells our answer from silence afterwards: the status before, and the first deadline after which silence acts. */
const toMemory = (found: Case, open: CaseOffer): PlainJson => {
  const silentFrom = [open.answerBy, ...found.deadlines.filter(({ party }) => party === 'seller').map(({ by }) => by)]
    .filter((by) => by !== undefined)
    .sort()[0];
  return {
    offer: open.id,
    status: found.native['status'] ?? '',
    ...(open.amount === undefined ? {} : { amount: { ...open.amount } }),
    ...(silentFrom === undefined ? {} : { silentFrom }),
  };
};

/** Takes the buyer's proposal. Moves money and cannot be undone. */
export const acceptBuyerOffer =
  (context: ShopeeContext) =>
  async (id: CaseId, choice: OfferChoice, options?: WriteOptions): Promise<Receipt> => {
    const returnSn = returnSnOf(context, id);
    requireShape(operation, choice);
    check(choice);
    const { found } = await readDetail(context, id, options);
    requireSeen(operation, found, options);
    const open = requireOffer(found.offers, choice);
    return sendOnce(context, {
      operation,
      id,
      found,
      endpoint: acceptOfferEndpoint,
      input: { returnSn },
      remember: toMemory(found, open),
      nativeRef: returnSn,
      options,
    });
  };
