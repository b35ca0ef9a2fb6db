import { InvalidInputError } from '../../core/errors/caller-errors.js';
import { toCaseId, type CaseId } from '../../core/ids.js';
import { formatMoney, money } from '../../core/money.js';
import { toInstant } from '../../core/time.js';
import type { CaseKind } from '../../core/vocabulary.js';
import { refundableOf } from './amounts.js';
import type { CaseDescription } from './case-description.js';
import { checkInput } from './check-input.js';
import { agree, contest, enter, type Moment } from './life.js';
import { arriveBack, shipBack } from './parcels.js';
import type { CaseRecord, Proposal, RecordedOrder } from './record.js';
import { caseDescriptionSchema } from './schemas.js';
import type { Store } from './store.js';
import { movesMoney, toNativeWord, type StartingPhase } from './vocabulary.js';

const dayInMs = 86_400_000;
const defaultPrice = money(2000, 'USD');

const itemsOf = ({ items, amount }: CaseDescription): CaseRecord['items'] =>
  items ?? [{ id: 'item-1', sku: 'SKU-1', name: 'Desk lamp', quantity: 1, price: amount ?? defaultPrice }];

const kindOf = ({ remedy, goods }: Proposal): CaseKind => {
  if (!movesMoney(remedy)) return 'exchange';
  return goods === 'returned' ? 'return' : 'refund-only';
};

const orderOf = ({ order }: CaseDescription, sequence: number, now: number): RecordedOrder => ({
  id: order?.id ?? `order-${sequence}`,
  placedAt: order?.placedAt ?? toInstant(now - 10 * dayInMs),
  deliveredAt: order?.deliveredAt ?? toInstant(now - 3 * dayInMs),
});

const invalid = (path: string, message: string): InvalidInputError =>
  new InvalidInputError('open', { marketplace: 'memory', issues: [{ path, message }] });

const returnPhases: readonly StartingPhase[] = ['awaiting-shipment', 'in-transit', 'inspection'];

const askedOf = (description: CaseDescription, record: Pick<CaseRecord, 'items' | 'refunds'>): Proposal => {
  const { remedy = 'refund', amount, phase = 'requested' } = description;
  const comesBack = returnPhases.includes(phase);
  const goods = description.goods ?? (comesBack ? 'returned' : 'kept-by-buyer');
  if (comesBack && goods !== 'returned') throw invalid('goods', `goods that the buyer keeps are never in phase ${phase}`);
  if (!movesMoney(remedy)) return { remedy, goods };
  const value = refundableOf(record);
  if (amount !== undefined && (amount.currency !== value.currency || amount.minor > value.minor)) {
    throw invalid('amount', `expected at most the value of the items, ${formatMoney(value)}`);
  }
  return { remedy, goods, amount: amount ?? value };
};

const deliveryOf = ({ id, deliveredAt }: RecordedOrder): Pick<CaseRecord, 'shipments' | 'tracking'> => {
  const status = { unified: 'delivered', raw: 'DELIVERED' } as const;
  const trackingNumber = `track-${id}`;
  return {
    shipments: [{ direction: 'outbound', status, trackingNumber, carrier: 'Memory Post', deliveredAt }],
    tracking: [{ at: deliveredAt, description: 'Delivered to the buyer', status, direction: 'outbound', trackingNumber }],
  };
};

const placeOf = ({
  site,
  programme,
  buyerCountry,
}: CaseDescription): Pick<CaseRecord, 'site' | 'programme' | 'buyerCountry'> => ({
  ...(site === undefined ? {} : { site }),
  ...(programme === undefined ? {} : { programme }),
  ...(buyerCountry === undefined ? {} : { buyerCountry }),
});

const toRecord = (
  description: CaseDescription,
  { id, sequence }: { id: CaseId; sequence: number },
  { now }: Moment,
): CaseRecord => {
  const { reason = 'defective' } = description;
  const at = toInstant(now);
  const priced = { items: itemsOf(description), refunds: [] };
  const asked = askedOf(description, priced);
  const order = orderOf(description, sequence, now);
  return {
    ...priced,
    ...deliveryOf(order),
    ...placeOf(description),
    id,
    sequence,
    kind: description.kind ?? kindOf(asked),
    status: description.status ?? 'REQUESTED',
    reason: { unified: reason, raw: description.nativeReason ?? toNativeWord(reason) },
    order,
    asked,
    offers: [],
    evidence: (description.evidence ?? []).map((shown) => ({ ...shown, from: 'buyer', at })),
    messages: [],
    deadlines: [],
    tooLateFor: [],
    judgement: description.judgement ?? 'buyer',
    needsReturnAddress: description.needsReturnAddress ?? false,
    openedAt: at,
    updatedAt: at,
  };
};

/** Starts the clocks of a fresh case and walks it to the phase where it is to begin. */
const walkTo = (record: CaseRecord, phase: StartingPhase, moment: Moment): CaseRecord => {
  const requested = enter(record, 'REQUESTED', moment);
  if (phase === 'requested') return requested;
  if (phase === 'disputed') return contest(requested, moment);
  const agreed = agree(requested, requested.asked, { ...moment, cause: 'ACCEPTED' });
  if (phase === 'awaiting-shipment') return agreed;
  const shipped = shipBack(agreed, { trackingNumber: `return-${record.order.id}` }, moment);
  return phase === 'in-transit' ? shipped : arriveBack(shipped, moment);
};

/** Seeds a case as if the buyer had opened it now. */
export const openCase = (store: Store, description: CaseDescription): CaseId => {
  checkInput(caseDescriptionSchema, description, 'open');
  const { sellerId, environment, periods } = store.configuration;
  const sequence = store.nextSequence();
  const id = toCaseId({
    marketplace: 'memory',
    environment,
    sellerId,
    nativeId: description.nativeId ?? String(1000 + sequence),
  });
  if (store.find(id) !== undefined) throw invalid('nativeId', `${id} is open already`);
  const moment = { now: store.now(), periods };
  const record = toRecord(description, { id, sequence }, moment);
  store.insert(description.status === undefined ? walkTo(record, description.phase ?? 'requested', moment) : record);
  return id;
};
