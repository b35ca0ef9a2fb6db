import { toUtf8, charsetOf } from '../../../../src/marketplaces/amazon/reports/decode.js';
import type { ReportDefinition } from '../../../../src/marketplaces/amazon/reports/definitions.js';
import type { RowFailure } from '../../../../src/marketplaces/amazon/reports/rows.js';
import { unpack } from '../../../../src/marketplaces/amazon/reports/unpack.js';

/** Bytes as a network hands them over: in pieces that end anywhere. */
export async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield Buffer.from(bytes.subarray(start, start + size));
}

export const collect = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

interface Reading<Row> {
  readonly definition: ReportDefinition<Row>;
  readonly contentType?: string;
  readonly maxInBytes?: number;
  readonly size?: number;
}

/** A whole document as rows, by the way that a downloaded one takes. */
export const readDocument = async <Row>(
  bytes: Uint8Array | string,
  { definition, contentType, maxInBytes = 1024 ** 2, size }: Reading<Row>,
): Promise<{ readonly rows: readonly Row[]; readonly failures: readonly RowFailure[]; readonly odd: readonly string[] }> => {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  const charset = { declared: charsetOf(contentType), fallback: 'windows-1252' } as const;
  const [rows, failures, odd]: [Row[], RowFailure[], string[]] = [[], [], []];
  const onOddCell = (column: string): void => void odd.push(column);
  for await (const batch of definition.read(toUtf8(unpack(inPieces(content, size), maxInBytes), charset), onOddCell)) {
    rows.push(...batch.rows);
    failures.push(...batch.failures);
  }
  return { rows, failures, odd };
};

export const documentedHeader = [
  'Order ID',
  'Order date',
  'Return request date',
  'Return request status',
  'Amazon RMA ID',
  'Merchant RMA ID',
  'Label type',
  'Label cost',
  'Currency code',
  'Return carrier',
  'Tracking ID',
  'Label to be paid by',
  'A-to-Z Claim',
  'Is prime',
  'ASIN',
  'Merchant SKU',
  'Item Name',
  'Return quantity',
  'Return Reason',
  'In policy',
  'Return type',
  'Resolution',
  'Invoice number',
  'Return delivery date',
  'Order Amount',
  'Order quantity',
  'SafeT Action reason',
  'SafeT claim id',
  'SafeT claim state',
  'SafeT claim creation time',
  'SafeT claim reimbursement amount',
  'Refunded Amount',
] as const;

/** A line of the flat file; columns that are not given hold the single blank that Amazon writes for nothing. */
export const lineOf = (cells: Readonly<Record<string, string>>, header: readonly string[] = documentedHeader): string =>
  header.map((name) => cells[name] ?? ' ').join('\t');

export const headphones = {
  'Order ID': '114-7654321-1234567',
  'Order date': '01-Oct-2026',
  'Return request date': '12-Oct-2026',
  'Return request status': 'Approved',
  'Amazon RMA ID': 'DAbCdEfGhRRMA',
  'Label type': 'AmazonUnPaidLabel',
  'Label cost': '4.90',
  'Currency code': 'USD',
  'Return carrier': 'UPS',
  'Tracking ID': '1Z999AA10123456784',
  'Label to be paid by': 'Customer',
  'A-to-Z Claim': 'N',
  'Is prime': 'Y',
  ASIN: 'B0EXAMPLE1',
  'Merchant SKU': 'HP-01',
  'Item Name': 'Headphones 7" "Studio"',
  'Return quantity': '2',
  'Return Reason': 'CR-DEFECTIVE',
  'In policy': 'Y',
  'Return type': 'C-Returns',
  Resolution: 'StandardRefund',
  'Order Amount': '79.80',
  'Order quantity': '2',
  'Refunded Amount': '0',
} as const;
