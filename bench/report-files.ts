import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

const header =
  'Order ID\tOrder date\tReturn request date\tReturn request status\tAmazon RMA ID\tMerchant RMA ID\tLabel type\tLabel cost\tCurrency code\tReturn carrier\tTracking ID\tLabel to be paid by\tA-to-Z Claim\tIs prime\tASIN\tMerchant SKU\tItem Name\tReturn quantity\tReturn Reason\tIn policy\tReturn type\tResolution\tInvoice number\tReturn delivery date\tOrder Amount\tOrder quantity\tSafeT Action reason\tSafeT claim id\tSafeT claim state\tSafeT claim creation time\tSafeT claim reimbursement amount\tRefunded Amount';

const digits = (index: number, length: number): string => String((index * 7919) % 10 ** length).padStart(length, '0');

const lineOf = (index: number): string =>
  `${digits(index, 3)}-${digits(index, 7)}-${digits(index + 1, 7)}\t${(index % 27) + 1}-Sep-2026\t${(index % 27) + 1}-Oct-2026\tApproved\tD${digits(index, 8)}RRMA\t \tAmazonUnPaidLabel\t4.90\tEUR\tDHL\t0034043${digits(index, 9)}\tCustomer\tN\tN\tB0${digits(index, 8)}\tSKU-${digits(index, 6)}\tHeadphones with a long name, wireless, number ${index}\t1\tCR-DEFECTIVE\tY\tC-Returns\tStandardRefund\t \t \t39.90\t1\t \t \t \t \t \t0\n`;

const elementOf = (index: number): string =>
  `<return_details><item_details><item_name>Headphones with a long name, wireless, number ${index}</item_name><asin>B0${digits(index, 8)}</asin><return_reason_code>CR-DEFECTIVE</return_reason_code><merchant_sku>SKU-${digits(index, 6)}</merchant_sku><in_policy>Y</in_policy><return_quantity>1</return_quantity><resolution>StandardRefund</resolution><refund_amount>39.90</refund_amount></item_details><order_id>${digits(index, 3)}-${digits(index, 7)}-${digits(index + 1, 7)}</order_id><order_date>2026-09-${String((index % 27) + 1).padStart(2, '0')}T08:00:00Z</order_date><amazon_rma_id>D${digits(index, 8)}RRMA</amazon_rma_id><return_request_date>2026-10-${String((index % 27) + 1).padStart(2, '0')}T09:30:00Z</return_request_date><return_request_status>Approved</return_request_status><a_to_z_claim>false</a_to_z_claim><is_prime>N</is_prime><label_details><tracking_id>0034043${digits(index, 9)}</tracking_id><return_carrier>DHL</return_carrier><currency_code>EUR</currency_code><label_cost>4.90</label_cost><label_type>AmazonUnPaidLabel</label_type></label_details><label_to_be_paid_by>Customer</label_to_be_paid_by><return_type>C-Returns</return_type><order_amount>39.90</order_amount><order_quantity>1</order_quantity></return_details>\n`;

interface ReportFile {
  readonly file: string;
  readonly head: string;
  readonly tail: string;
  readonly rowOf: (index: number) => string;
}

const writeRows = async ({ file, head, tail, rowOf }: ReportFile, rows: number): Promise<string> => {
  const stream = createWriteStream(file);
  stream.write(head);
  for (let index = 0; index < rows;) {
    let piece = '';
    for (const end = Math.min(rows, index + 1000); index < end; index += 1) piece += rowOf(index);
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  stream.end(tail);
  await once(stream, 'close');
  return file;
};

/** A seller's returns as Amazon prints them, of any length. */
export const writeFlatFile = (folder: string, rows: number): Promise<string> =>
  writeRows({ file: path.join(folder, 'returns.tsv'), head: `${header}\n`, tail: '', rowOf: lineOf }, rows);

export const writeXmlFile = (folder: string, rows: number): Promise<string> =>
  writeRows(
    {
      file: path.join(folder, 'returns.xml'),
      head: '<?xml version="1.0" encoding="UTF-8"?>\n<AmazonEnvelope><Header><DocumentVersion>1.01</DocumentVersion></Header><MessageType>Returns-Report</MessageType><Message>\n',
      tail: '</Message></AmazonEnvelope>\n',
      rowOf: elementOf,
    },
    rows,
  );
