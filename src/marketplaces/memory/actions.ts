import type { ActionRequirement, AvailableAction } from '../../core/action.js';
import type { OperationName } from '../../core/operations.js';
import { dueFor, refundableOf } from './amounts.js';
import type { CaseRecord } from './record.js';
import { closedBy, stageOf } from './stages.js';
import { toNativeWord } from './vocabulary.js';
import { wantedOf } from './wanted.js';

/** What the seller may propose. */
export const offerableRemedies = ['partial-refund', 'refund', 'replacement'] as const;

export const isPossible = ({ status, tooLateFor }: CaseRecord, operation: OperationName): boolean =>
  stageOf(status).allows.includes(operation) && !tooLateFor.includes(operation);

type Details = Omit<AvailableAction, 'operation' | 'requires' | 'source' | 'dueBy'>;

const requirements: Readonly<Partial<Record<OperationName, readonly ActionRequirement[]>>> = {
  reject: ['rejection-reason'],
  submitEvidence: ['evidence'],
  message: ['text'],
};

const needsAddress = (record: CaseRecord): boolean =>
  record.needsReturnAddress && record.status !== 'RECEIVED' && wantedOf(record).goods === 'returned';

const acceptDetails = (record: CaseRecord): Details => {
  const wanted = wantedOf(record);
  const due = wanted.goods === 'kept-by-buyer' || record.status === 'RECEIVED' ? dueFor(record, wanted) : undefined;
  return { remedy: wanted.remedy, effect: { goods: wanted.goods, ...(due === undefined ? {} : { refund: due }) } };
};

const acceptOfferDetails = (record: CaseRecord): readonly Details[] =>
  record.offers
    .filter(({ state, by }) => state === 'open' && by !== 'seller')
    .map(({ id, remedy, goods = 'kept-by-buyer', amount }) => {
      const due =
        goods === 'returned' ? undefined : dueFor(record, amount === undefined ? { remedy, goods } : { remedy, goods, amount });
      return { offerId: id, remedy, effect: { goods, ...(due === undefined ? {} : { refund: due }) } };
    });

const offerDetails = (record: CaseRecord): readonly Details[] => {
  const max = refundableOf(record);
  return offerableRemedies.map((remedy) => {
    if (remedy === 'partial-refund') return { remedy, constraint: { type: 'range', min: { ...max, minor: 1 }, max } };
    return remedy === 'refund' ? { remedy, constraint: { type: 'free', max } } : { remedy };
  });
};

const detailsOf = (record: CaseRecord, operation: OperationName): readonly Details[] => {
  if (operation === 'accept') return [acceptDetails(record)];
  if (operation === 'acceptOffer') return acceptOfferDetails(record);
  if (operation === 'offer') return offerDetails(record);
  return operation === 'refund' ? [{ constraint: { type: 'free', max: refundableOf(record) } }] : [{}];
};

const dueByOf = (record: CaseRecord, operation: OperationName): Pick<AvailableAction, 'dueBy'> => {
  const by = record.deadlines.find(({ duty }) => closedBy(record.status, duty).includes(operation))?.by;
  return by === undefined ? {} : { dueBy: by };
};

/** Everything the seller may call now. */
export const actionsOf = (record: CaseRecord): readonly AvailableAction[] =>
  stageOf(record.status)
    .allows.filter((operation) => isPossible(record, operation))
    .flatMap((operation) =>
      detailsOf(record, operation).map((details) => ({
        operation,
        ...details,
        ...dueByOf(record, operation),
        requires: operation === 'accept' && needsAddress(record) ? ['return-address'] : (requirements[operation] ?? []),
        source: 'native',
        native: toNativeWord(operation),
      })),
    );
