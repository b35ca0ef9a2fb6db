import type { Agenda } from '../agenda.js';
import { days, hours } from '../lifecycle/durations.js';
import type { MoneyBook, MoneyEventKind } from '../money-book.js';
import type { FbaReturn, OrderItem, OrderRecord } from '../record.js';
import type { SellerWorld } from './seed-seller.js';

interface Movement {
  readonly order: OrderRecord;
  readonly items: readonly OrderItem[];
  readonly at: number;
  readonly kind: MoneyEventKind;
  readonly cause: string;
}

const bookWhole = (money: MoneyBook, { order, items, at, kind, cause }: Movement): void => {
  const lines = items.map((item) => ({
    item,
    quantity: item.quantity,
    charges: Object.entries(item.paid)
      .filter(([, minor]) => minor > 0)
      .map(([type, minor]) => ({ type, minor })),
  }));
  money.book({ order, at, kind, cause, lines, safeTClaimId: undefined });
};

const bookFbaRefund = (money: MoneyBook, { order, item, processedAt }: FbaReturn): void =>
  bookWhole(money, { order, items: [item], at: processedAt - days(9), kind: 'refund', cause: 'fba' });

/** The money around a seller's orders that no seller-fulfilled return moves; what lies ahead is put on the agenda. */
export const seedMoney = (world: SellerWorld, parts: { money: MoneyBook; agenda: Agenda; startsAt: number }): void => {
  const { money, agenda, startsAt } = parts;
  for (const order of world.orders)
    bookWhole(money, { order, items: order.items, at: order.shippedAt, kind: 'shipment', cause: 'shipment' });
  for (const fbaReturn of world.fbaReturns) bookFbaRefund(money, fbaReturn);
  const [claimed, chargedBack, later] = world.disputed;
  const take = (order: OrderRecord | undefined, kind: MoneyEventKind, at: number): void => {
    if (order === undefined) return;
    const book = (): void => bookWhole(money, { order, items: order.items, at, kind, cause: kind });
    if (at <= startsAt) book();
    else agenda.add(at, book);
  };
  take(claimed, 'guarantee-claim', startsAt - days(5));
  take(chargedBack, 'chargeback', startsAt - days(4));
  take(later, 'chargeback', startsAt + hours(30));
};
