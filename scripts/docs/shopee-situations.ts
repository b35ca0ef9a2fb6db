import type { Case } from '../../src/index.js';
import { code, table } from './markdown.js';
import { caseOf, type Answers } from './shopee-answers.js';

interface Situation {
  readonly status: string;
  /** What else Shopee says, as a reader would look it up. */
  readonly also: string;
  readonly wire?: Readonly<Record<string, unknown>>;
  readonly sellerReturnRefund?: number;
}

const someDay = 1_800_000_000;
const goods = { return_solution: 0 } as const;
const refundOnly = { return_solution: 1, reverse_logistics_status: '' } as const;
const parcel = (word: string): Readonly<Record<string, unknown>> => ({ ...goods, reverse_logistics_status: word });
const returning = (word: string): Situation => ({ status: 'PROCESSING', also: `parcel ${code(word)}`, wire: parcel(word) });

const situations: readonly Situation[] = [
  { status: 'REQUESTED', also: '' },
  { status: 'REQUESTED', also: 'negotiation `PENDING_RESPOND`', wire: { negotiation_status: 'PENDING_RESPOND' } },
  { status: 'REQUESTED', also: 'negotiation `PENDING_BUYER_RESPOND`', wire: { negotiation_status: 'PENDING_BUYER_RESPOND' } },
  { status: 'PROCESSING', also: 'refund only', wire: refundOnly },
  returning('LOGISTICS_NOT_STARTED'),
  {
    status: 'PROCESSING',
    also: 'the same, pickup arranged by the seller (TW, BR)',
    wire: { ...parcel('LOGISTICS_NOT_STARTED'), is_seller_arrange: true },
  },
  returning('LOGISTICS_REQUEST_CREATED'),
  {
    status: 'PROCESSING',
    also: 'parcel `Preparing`, refused at the door (request type 2)',
    wire: { ...parcel('Preparing'), return_refund_request_type: 2 },
  },
  returning('LOGISTICS_PICKUP_DONE'),
  returning('LOGISTICS_LOST'),
  returning('LOGISTICS_DELIVERY_DONE'),
  {
    status: 'PROCESSING',
    also: 'the same, `warehouse_validation`',
    wire: { ...parcel('LOGISTICS_DELIVERY_DONE'), validation_type: 'warehouse_validation' },
  },
  { status: 'ACCEPTED', also: '', wire: refundOnly },
  { status: 'ACCEPTED', also: 'evidence `PENDING`', wire: { ...refundOnly, seller_proof_status: 'PENDING' } },
  {
    status: 'ACCEPTED',
    also: 'compensation `PENDING_REQUEST`',
    wire: {
      ...refundOnly,
      seller_compensation: { seller_compensation_status: 'PENDING_REQUEST', seller_compensation_due_date: someDay },
    },
  },
  {
    status: 'ACCEPTED',
    also: 'compensation `REQUESTED`',
    wire: { ...refundOnly, seller_compensation: { seller_compensation_status: 'REQUESTED' } },
  },
  { status: 'SELLER_DISPUTE', also: '' },
  { status: 'JUDGING', also: '' },
  { status: 'JUDGING', also: 'evidence `PENDING`', wire: { seller_proof_status: 'PENDING' } },
  {
    status: 'CLOSED',
    also: 'the seller had disputed',
    wire: { dispute_reason: ['Received wrong return item'] },
    sellerReturnRefund: 0,
  },
  { status: 'CLOSED', also: "the order's escrow shows a refund", sellerReturnRefund: -10 },
  { status: 'CLOSED', also: 'the goods were never sent', wire: parcel('LOGISTICS_NOT_STARTED'), sellerReturnRefund: 0 },
  { status: 'CLOSED', also: 'the escrow may not be read' },
  { status: 'CANCELLED', also: '' },
  { status: 'REFUND_PAID', also: 'first version of the API' },
  { status: 'ANY_NEW_WORD', also: '' },
];

const escrowOf = (sellerReturnRefund: number | undefined): Answers =>
  sellerReturnRefund === undefined
    ? {}
    : { get_escrow_detail: { return_order_sn_list: ['R1'], order_income: { seller_return_refund: sellerReturnRefund } } };

/** Every date is filled in, so that the case shows which of them bind in this situation. */
const caseIn = ({ status, wire, sellerReturnRefund }: Situation): Promise<Case> =>
  caseOf(
    {
      status,
      due_date: someDay,
      return_ship_due_date: someDay,
      return_seller_due_date: someDay,
      seller_evidence_deadline: someDay,
      negotiation: { latest_solution: 'REFUND', latest_offer_amount: 8, offer_due_date: someDay },
      ...wire,
    },
    escrowOf(sellerReturnRefund),
  );

const readAll = (): Promise<readonly (Situation & { readonly found: Case })[]> =>
  Promise.all(situations.map(async (situation) => ({ ...situation, found: await caseIn(situation) })));

const none = '–';

export const statusTable = async (): Promise<string> =>
  table(
    ['`status`', 'and', '`phase`', '`waitingOn`', '`outcome`'],
    (await readAll()).map(({ status, also, found: { phase, waitingOn, outcome } }) => [
      code(status),
      also,
      code(phase),
      code(waitingOn),
      outcome === undefined ? none : code(outcome),
    ]),
  );

const deadlinesOf = ({ deadlines }: Case): string =>
  deadlines
    .map(({ party, duty, onMiss, certainty }) => {
      const estimate = certainty === 'estimated' ? ', estimated' : '';
      return `${party}: ${code(duty)} → ${code(onMiss ?? 'unknown')}${estimate}`;
    })
    .join('<br>');

/** What the seller may do and by when, for the situations in which there is either. */
export const dutiesTable = async (): Promise<string> =>
  table(
    ['`status`', 'and', 'Deadlines: who, what, what silence means', 'Actions beside `offer`'],
    (await readAll())
      .filter(({ found }) => found.deadlines.length + found.actions.length > 0)
      .map(({ status, also, found }) => [
        code(status),
        also,
        found.deadlines.length === 0 ? none : deadlinesOf(found),
        found.actions.length === 0 ? none : found.actions.map(({ operation }) => code(operation)).join(', '),
      ]),
  );
