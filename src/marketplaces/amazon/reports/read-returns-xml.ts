import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import { documentError } from './document-error.js';
import type { OnOddCell } from './cells.js';
import { readXml } from './read-xml.js';
import type { RowBatch, RowFailure, SellerReturnRow, SellerReturnSource } from './rows.js';
import { toSellerReturnRow, type SellerReturnColumn } from './seller-returns.js';

/** The elements of a return by the column of the flat file that says the same. */
const columnsByElement: ReadonlyMap<string, SellerReturnColumn> = new Map<string, SellerReturnColumn>([
  ['order_id', 'orderId'],
  ['order_date', 'orderedAt'],
  ['amazon_rma_id', 'rmaId'],
  ['merchant_rma_id', 'sellerRmaId'],
  ['seller_rma_id', 'sellerRmaId'],
  ['return_request_date', 'requestedAt'],
  ['return_request_status', 'status'],
  ['a_to_z_claim', 'isClaimed'],
  ['is_prime', 'isPrime'],
  ['tracking_id', 'trackingId'],
  ['return_carrier', 'carrier'],
  ['currency_code', 'currency'],
  ['label_cost', 'labelCost'],
  ['label_type', 'labelType'],
  ['label_to_be_paid_by', 'labelPayer'],
  ['return_type', 'returnType'],
  ['order_amount', 'orderAmount'],
  ['order_quantity', 'orderQuantity'],
  ['item_name', 'itemName'],
  ['asin', 'asin'],
  ['return_reason_code', 'reason'],
  ['merchant_sku', 'sku'],
  ['in_policy', 'isInPolicy'],
  ['return_quantity', 'quantity'],
  ['resolution', 'resolution'],
  ['category', 'category'],
  ['refund_amount', 'refundedAmount'],
]);

type Cells = Map<SellerReturnColumn, string>;

/** One return under construction: what is said of all of it, and of each of its items. */
class ReturnBuilder {
  readonly #shared: Cells = new Map();
  readonly #items: Cells[] = [];
  #item: Cells | undefined;

  open(name: string): void {
    if (name === 'item_details') this.#item = new Map();
  }

  close(name: string, text: string): void {
    if (name === 'item_details' && this.#item !== undefined) {
      this.#items.push(this.#item);
      this.#item = undefined;
      return;
    }
    const column = columnsByElement.get(name);
    if (column !== undefined && text !== '') (this.#item ?? this.#shared).set(column, text);
  }

  /** A row for each item, as in the flat file. */
  toRows(source: SellerReturnSource, onOddCell: OnOddCell): readonly SellerReturnRow[] {
    const items = this.#items.length === 0 ? [new Map<SellerReturnColumn, string>()] : this.#items;
    return items.map((item) =>
      toSellerReturnRow(source, { cell: (column) => item.get(column) ?? this.#shared.get(column), onOddCell }),
    );
  }
}

class ReturnCollector {
  #current: ReturnBuilder | undefined;
  #rows: SellerReturnRow[] = [];
  #failures: RowFailure[] = [];
  #count = 0;
  #root: string | undefined;

  constructor(
    readonly source: SellerReturnSource,
    readonly onOddCell: OnOddCell,
  ) {}

  onOpen(name: string): void {
    this.#root ??= name;
    if (name === 'return_details') this.#current = new ReturnBuilder();
    else this.#current?.open(name);
  }

  onClose(name: string, text: string): void {
    if (name !== 'return_details') {
      this.#current?.close(name, text);
      return;
    }
    this.#count += 1;
    try {
      this.#rows.push(...(this.#current?.toRows(this.source, this.onOddCell) ?? []));
    } catch (error) {
      if (!UnexpectedResponseError.isInstance(error)) throw error;
      this.#failures.push({ line: this.#count, error });
    }
    this.#current = undefined;
  }

  take(): RowBatch<SellerReturnRow> {
    const batch = { rows: this.#rows, failures: this.#failures };
    this.#rows = [];
    this.#failures = [];
    return batch;
  }

  requireEnvelope(): void {
    if (this.#root !== 'AmazonEnvelope') throw documentError('a returns report in XML has another envelope than Amazon’s');
  }
}

/** The returns report in XML, a row for each item. Memory does not grow with the report. */
export async function* readReturnsXml(
  bytes: AsyncIterable<Buffer>,
  source: SellerReturnSource,
  onOddCell: OnOddCell,
): AsyncGenerator<RowBatch<SellerReturnRow>> {
  const collector = new ReturnCollector(source, onOddCell);
  const events = {
    onOpen: (name: string) => collector.onOpen(name),
    onClose: (name: string, text: string) => collector.onClose(name, text),
  };
  for await (const batch of readXml(bytes, events, () => collector.take())) {
    if (batch.rows.length > 0 || batch.failures.length > 0) yield batch;
  }
  collector.requireEnvelope();
}
