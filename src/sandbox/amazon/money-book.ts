import type { LedgerBook } from '../ledger.js';
import { toInstant } from '../instant.js';
import type { OrderItem, OrderRecord } from './record.js';

/** Why money moved. `guarantee-claim` and `chargeback` take it from the seller; `safe-t` is what Amazon pays the seller for a refund it made. */
export type MoneyEventKind = 'shipment' | 'refund' | 'guarantee-claim' | 'chargeback' | 'safe-t';

/** One component of a movement, by the component names of the adjustment feed; positive means to the buyer. */
export interface Charge {
  readonly type: string;
  readonly minor: number;
}

export interface MoneyLine {
  readonly item: OrderItem;
  /** The id Finances gives to this refund, claim or chargeback of the line. */
  readonly adjustmentId: string;
  readonly quantity: number;
  readonly charges: readonly Charge[];
}

/** A movement of money, as the Finances APIs will show it once their lag has passed. */
export interface MoneyEvent {
  readonly id: string;
  readonly kind: MoneyEventKind;
  readonly order: OrderRecord;
  readonly at: number;
  readonly visibleAt: number;
  readonly lines: readonly MoneyLine[];
  readonly safeTClaimId: string | undefined;
  readonly cause: string;
}

export type NewMoneyEvent = Omit<MoneyEvent, 'id' | 'visibleAt' | 'lines'> & {
  readonly lines: readonly Omit<MoneyLine, 'adjustmentId'>[];
};

export interface MoneyBook {
  book(event: NewMoneyEvent): MoneyEvent;
  /** In the order they happened. */
  all(): readonly MoneyEvent[];
  /** What the Finances APIs show at a time, in the order it was posted. */
  visible(sellerId: string, at: number): readonly MoneyEvent[];
}

export interface MoneyBookOptions {
  readonly ledger: LedgerBook;
  readonly lagInMs: number;
  /** What happened before moved no money of the sandbox's ledger. */
  readonly startedAt: number;
}

export const sumOf = (charges: readonly Charge[]): number => charges.reduce((sum, { minor }) => sum + minor, 0);

const ledgerKinds: Readonly<Partial<Record<MoneyEventKind, 'refund' | 'compensation'>>> = {
  refund: 'refund',
  'guarantee-claim': 'refund',
  chargeback: 'refund',
  'safe-t': 'compensation',
};

const noteRefund = ({ item, quantity, charges }: Omit<MoneyLine, 'adjustmentId'>): void => {
  item.refundedQuantity += quantity;
  for (const { type, minor } of charges) item.refunded.set(type, (item.refunded.get(type) ?? 0) + minor);
};

const giveBack: ReadonlySet<MoneyEventKind> = new Set(['refund', 'guarantee-claim', 'chargeback']);

const byTime = (left: MoneyEvent, right: MoneyEvent): number => left.at - right.at || (left.id < right.id ? -1 : 1);

export const createMoneyBook = ({ ledger, lagInMs, startedAt }: MoneyBookOptions): MoneyBook => {
  const events: MoneyEvent[] = [];
  const bySeller = new Map<string, MoneyEvent[]>();
  let count = 0;

  const toLedger = ({ kind, order, lines, cause, at }: MoneyEvent): void => {
    const ledgerKind = ledgerKinds[kind];
    if (ledgerKind === undefined || at < startedAt) return;
    for (const { item, charges } of lines)
      ledger.add({
        at: toInstant(at),
        marketplace: 'amazon',
        kind: ledgerKind,
        sellerId: order.seller.sellerId,
        caseId: `${order.orderId}/${item.orderItemId}`,
        amount: { minor: sumOf(charges), currency: order.marketplace.currency },
        cause,
      });
  };

  return {
    book: (draft) => {
      count += 1;
      const id = String(700_000_000_000 + count);
      const lines = draft.lines.map((line, index) => ({ ...line, adjustmentId: `${id}${String(index + 1).padStart(2, '0')}` }));
      const event: MoneyEvent = { ...draft, lines, id, visibleAt: draft.at + lagInMs };
      events.push(event);
      const own = bySeller.get(draft.order.seller.sellerId) ?? [];
      own.push(event);
      bySeller.set(draft.order.seller.sellerId, own);
      if (giveBack.has(draft.kind)) lines.forEach(noteRefund);
      toLedger(event);
      return event;
    },
    all: () => events,
    visible: (sellerId, at) => (bySeller.get(sellerId) ?? []).filter(({ visibleAt }) => visibleAt <= at).sort(byTime),
  };
};
