import { describe, expect, test } from 'vitest';
import { primeReturns, sellerReturnsXml } from '../../../../src/marketplaces/amazon/reports/definitions.js';
import { readDocument } from './documents.js';

const item = (sku: string): string =>
  `<item_details><item_name>Head &amp; phones</item_name><asin>B0EXAMPLE1</asin><return_reason_code>CR-DEFECTIVE</return_reason_code><merchant_sku>${sku}</merchant_sku><in_policy>Y</in_policy><return_quantity>1</return_quantity><resolution>StandardRefund</resolution><refund_amount>10.00</refund_amount></item_details>`;

const returnOf = (items: string, orderId = '<order_id>114-1</order_id>'): string =>
  `<return_details>${items}${orderId}<order_date>2026-10-01T08:00:00Z</order_date><amazon_rma_id>DxRRMA</amazon_rma_id><return_request_date>2026-10-12T09:30:15Z</return_request_date><return_request_status>Approved</return_request_status><a_to_z_claim>true</a_to_z_claim><is_prime>N</is_prime><label_details><tracking_id>1Z</tracking_id><label_cost>4.90</label_cost><currency_code>USD</currency_code></label_details><label_to_be_paid_by>Seller</label_to_be_paid_by></return_details>`;

const envelope = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope xmlns:xsi="urn:x"><Header><DocumentVersion>1.01</DocumentVersion></Header><MessageType>Returns-Report</MessageType><Message>${content}</Message></AmazonEnvelope>`;

const read = (content: string) => readDocument(content, { definition: sellerReturnsXml });

describe('a returns report in XML', () => {
  test('is a row for each item, with the moment of the request', async () => {
    const { rows, failures } = await read(envelope(returnOf(item('A') + item('B'))));
    expect(failures).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(rows.map(({ sku }) => sku)).toEqual(['A', 'B']);
    expect(rows[0]).toMatchObject({
      source: 'seller-returns-xml',
      orderId: '114-1',
      requestedAt: { date: '2026-10-12', at: '2026-10-12T09:30:15.000Z' },
      itemName: 'Head & phones',
      isClaimed: true,
      isPrime: false,
      label: { cost: '4.90', payer: 'Seller', trackingId: '1Z' },
    });
  });

  test('of Prime has the same elements', async () => {
    const { rows } = await readDocument(envelope(returnOf(item('A'))), { definition: primeReturns });
    expect(rows).toMatchObject([{ source: 'prime-returns', sku: 'A' }]);
  });

  test('a return without its order is a failure with its number, the others are read', async () => {
    const { rows, failures } = await read(envelope(returnOf(item('A'), '') + returnOf(item('B'))));
    expect(rows.map(({ sku }) => sku)).toEqual(['B']);
    expect(failures).toMatchObject([{ line: 1 }]);
  });

  test('without returns is empty, not wrong', async () => {
    expect(await read(envelope(''))).toEqual({ rows: [], failures: [], odd: [] });
  });
});

describe('XML that means harm or is broken', () => {
  test('a document type ends the reading, so no entity can be declared', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><AmazonEnvelope>&b;</AmazonEnvelope>`;
    await expect(read(bomb)).rejects.toThrow('has a document type');
  });

  test('an entity that XML itself does not have is never expanded', async () => {
    await expect(read('<AmazonEnvelope>&secret;</AmazonEnvelope>')).rejects.toThrow('names an entity of its own');
  });

  test('10,000 nested elements end at the depth that no report has', async () => {
    await expect(read(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`)).rejects.toThrow('nested more than 32 deep');
  });

  test('a cut document is an error after the rows before the cut', async () => {
    await expect(read(envelope(returnOf(item('A'))).slice(0, -20))).rejects.toThrow('ends in the middle');
  });

  test('another envelope is not taken for a report', async () => {
    await expect(read('<Error><Code>AccessDenied</Code></Error>')).rejects.toThrow('another envelope');
  });

  test('a text without end does not fill the memory', async () => {
    const endless = `<AmazonEnvelope>${'x'.repeat(1_100_000)}</AmazonEnvelope>`;
    await expect(readDocument(endless, { definition: sellerReturnsXml, size: 65_536, maxInBytes: 4_000_000 })).rejects.toThrow(
      'a text without end',
    );
  });
});
