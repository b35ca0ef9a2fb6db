import { toOffsetTime } from '../endpoints/input.js';
import type { FbaReturn } from '../record.js';
import { writeTable, type Column } from './table.js';

const column = (name: string, valueOf: (row: FbaReturn) => string): Column<FbaReturn> => ({ name, valueOf });

const columns: readonly Column<FbaReturn>[] = [
  column('return-date', ({ processedAt }) => toOffsetTime(processedAt)),
  column('order-id', ({ order }) => order.orderId),
  column('sku', ({ item }) => item.sku),
  column('asin', ({ item }) => item.asin),
  column('fnsku', ({ item }) => `X00${item.asin.slice(3)}`),
  column('product-name', ({ item }) => item.title),
  column('quantity', () => '1'),
  column('fulfillment-center-id', ({ fulfillmentCenterId }) => fulfillmentCenterId),
  column('detailed-disposition', ({ disposition }) => disposition),
  column('reason', ({ reason }) => reason),
  column('status', ({ status }) => status),
  column('license-plate-number', ({ licensePlate }) => licensePlate),
  column('customer-comments', ({ comment }) => comment),
];

export const writeFbaReturns = (rows: readonly FbaReturn[]): string =>
  writeTable(columns, rows, { emptyCell: '', lineEnd: '\n', cutsTails: 'never' });
