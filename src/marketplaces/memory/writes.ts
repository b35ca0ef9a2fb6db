import { ConflictError, RejectedError } from '../../core/errors/api-errors.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { Acceptance, BuyerMessage, Evidence, Offer, OfferChoice, Refund } from '../../core/inputs.js';
import { addMoney, formatMoney, isSameMoney, money, type Money } from '../../core/money.js';
import type { WriteOperationName } from '../../core/operations.js';
import { toInstant } from '../../core/time.js';
import type { CaseEvidence, CaseOffer } from '../../core/case.js';
import type { Goods, Remedy } from '../../core/vocabulary.js';
import { offerableRemedies } from './actions.js';
import { currencyOf, dueFor, refundableOf } from './amounts.js';
import { agree, close, pay, propose, takeOffer, takeRejectionBack } from './life.js';
import type { CaseRecord, Proposal } from './record.js';
import * as schemas from './schemas.js';
import { movesMoney } from './vocabulary.js';
import { wantedOf } from './wanted.js';
import type { WriteDefinition } from './write.js';

const invalid = (operation: WriteOperationName, path: string, message: string): InvalidInputError =>
  new InvalidInputError(operation, { marketplace: 'memory', operation, issues: [{ path, message }] });

interface Expectation {
  readonly remedy: Remedy;
  readonly amount?: Money;
  readonly goods?: Goods;
}

/** Refuses an agreement to something else than what the case now holds. */
const checkExpected = (
  record: CaseRecord,
  wanted: Proposal,
  { expected, operation }: { expected: Expectation; operation: WriteOperationName },
): void => {
  const due = dueFor(record, wanted);
  const isAmountSame = expected.amount === undefined || (due !== undefined && isSameMoney(expected.amount, due));
  const isSame = expected.remedy === wanted.remedy && (expected.goods ?? wanted.goods) === wanted.goods && isAmountSame;
  if (isSame) return;
  const amount = due === undefined ? '' : ` of ${formatMoney(due)}`;
  throw new ConflictError(`this would now mean ${wanted.remedy}${amount}, goods ${wanted.goods}: not what was expected`, {
    marketplace: 'memory',
    operation,
  });
};

export const acceptWrite: WriteDefinition<Acceptance> = {
  operation: 'accept',
  schema: schemas.acceptanceSchema,
  check: (record, { expected, returnAddress }) => {
    const wanted = wantedOf(record);
    checkExpected(record, wanted, { expected, operation: 'accept' });
    const needsAddress = record.needsReturnAddress && wanted.goods === 'returned' && record.status !== 'RECEIVED';
    if (needsAddress && returnAddress === undefined)
      throw invalid('accept', 'returnAddress', 'this return needs an address to go to');
  },
  apply: (record, _acceptance, moment) => agree(record, wantedOf(record), { ...moment, cause: 'ACCEPTED' }),
};

const openOffer = (record: CaseRecord, offer: string): CaseOffer | undefined =>
  record.offers.find(({ id, state, by }) => id === offer && state === 'open' && by !== 'seller');

const requireOffer = (record: CaseRecord, offer: string, operation: WriteOperationName): CaseOffer => {
  const found = openOffer(record, offer);
  if (found !== undefined) return found;
  throw new ConflictError(`offer ${offer} is not open for the seller to answer`, { marketplace: 'memory', operation });
};

export const acceptOfferWrite: WriteDefinition<OfferChoice> = {
  operation: 'acceptOffer',
  schema: schemas.offerChoiceSchema,
  check: (record, { offer, expected }) => {
    const { remedy, goods = 'kept-by-buyer', amount } = requireOffer(record, offer, 'acceptOffer');
    const proposal = amount === undefined ? { remedy, goods } : { remedy, goods, amount };
    checkExpected(record, proposal, { expected, operation: 'acceptOffer' });
  },
  apply: (record, { offer }, moment) => takeOffer(record, requireOffer(record, offer, 'acceptOffer'), moment),
};

export const offerWrite: WriteDefinition<Offer> = {
  operation: 'offer',
  schema: schemas.offerSchema,
  check: (record, { remedy, amount, answering }) => {
    const max = refundableOf(record);
    if (!offerableRemedies.some((offerable) => offerable === remedy)) {
      throw invalid('offer', 'remedy', `expected one of ${offerableRemedies.join(', ')}`);
    }
    if (remedy === 'partial-refund' && amount === undefined)
      throw invalid('offer', 'amount', 'a partial refund names its amount');
    if (amount !== undefined && (amount.currency !== max.currency || amount.minor > max.minor || !movesMoney(remedy))) {
      throw invalid('offer', 'amount', `expected at most ${formatMoney(max)}, and none for a replacement`);
    }
    if (answering !== undefined) requireOffer(record, answering, 'offer');
  },
  apply: (record, { remedy, goods, amount }, moment) =>
    propose(record, { by: 'seller', remedy, goods, ...(amount === undefined ? {} : { amount }) }, moment),
};

export const withdrawRejectionWrite: WriteDefinition<undefined> = {
  operation: 'withdrawRejection',
  schema: schemas.nothingSchema,
  check: () => undefined,
  apply: (record, _nothing, moment) => takeRejectionBack(record, moment),
};

const signed = (part: Refund['lines'][number]['parts'][number]): Money =>
  part.component === 'restocking-fee' ? money(-part.amount.minor, part.amount.currency) : part.amount;

const totalOf = (record: CaseRecord, { lines }: Refund): Money =>
  lines.flatMap(({ parts }) => parts.map(signed)).reduce(addMoney, money(0, currencyOf(record)));

export const refundWrite: WriteDefinition<Refund> = {
  operation: 'refund',
  schema: schemas.refundSchema,
  check: (record, refund) => {
    const stray = refund.lines.findIndex(({ itemId }) => !record.items.some(({ id }) => id === itemId));
    if (stray >= 0) throw invalid('refund', `lines.${stray}.itemId`, 'the case has no such item');
    const total = totalOf(record, refund);
    const left = refundableOf(record);
    if (total.minor <= 0) throw invalid('refund', 'lines', 'the parts add up to nothing to pay');
    if (total.minor <= left.minor) return;
    throw new RejectedError(`${formatMoney(total)} is more than the ${formatMoney(left)} that can still go back`, {
      marketplace: 'memory',
      operation: 'refund',
      providerCode: 'REFUND_EXCEEDS_PAID',
    });
  },
  apply: (record, refund, moment) => {
    const paid = pay(record, totalOf(record, refund).minor, { ...moment, cause: 'REFUNDED' });
    return refundableOf(paid).minor === 0 ? close(paid, 'refunded', moment) : paid;
  },
};

export const toEvidence = (file: Evidence['files'][number], at: number): CaseEvidence => ({
  kind: 'contentType' in file && file.contentType.startsWith('video/') ? 'video' : 'photo',
  from: 'seller',
  at: toInstant(at),
  ...('url' in file ? { url: file.url } : {}),
});

export const submitEvidenceWrite: WriteDefinition<Evidence> = {
  operation: 'submitEvidence',
  schema: schemas.evidenceSchema,
  check: () => undefined,
  apply: (record, { files, text }, { now }) => {
    const shown = files.map((file) => ({ ...toEvidence(file, now), ...(text === undefined ? {} : { text }) }));
    return { ...record, updatedAt: toInstant(now), evidence: [...record.evidence, ...shown] };
  },
};

export const messageWrite: WriteDefinition<BuyerMessage> = {
  operation: 'message',
  schema: schemas.messageSchema,
  check: () => undefined,
  apply: (record, { text }, { now }) => ({
    ...record,
    updatedAt: toInstant(now),
    messages: [...record.messages, { from: 'seller', text, at: toInstant(now) }],
  }),
};
