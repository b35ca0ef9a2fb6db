import { describe, expect, test } from 'vitest';
import { fbaReimbursements, fbaReturns, sellerReturns } from '../../../../src/marketplaces/amazon/reports/definitions.js';
import { documentedHeader, headphones, lineOf, readDocument } from './documents.js';

const definition = sellerReturns;
const file = (...lines: readonly string[]): string => [documentedHeader.join('\t'), ...lines, ''].join('\n');

describe('a returns report, flat', () => {
  test('becomes typed rows; a blank is nothing, a quotation mark is text', async () => {
    const { rows, failures } = await readDocument(file(lineOf(headphones)), { definition });
    expect(failures).toEqual([]);
    expect(rows).toEqual([
      {
        source: 'seller-returns',
        orderId: '114-7654321-1234567',
        orderedAt: { date: '2026-10-01' },
        requestedAt: { date: '2026-10-12' },
        status: 'Approved',
        rmaId: 'DAbCdEfGhRRMA',
        asin: 'B0EXAMPLE1',
        sku: 'HP-01',
        itemName: 'Headphones 7" "Studio"',
        quantity: 2,
        reason: 'CR-DEFECTIVE',
        isInPolicy: true,
        isPrime: true,
        isClaimed: false,
        returnType: 'C-Returns',
        resolution: 'StandardRefund',
        currency: 'USD',
        label: { type: 'AmazonUnPaidLabel', cost: '4.90', payer: 'Customer', carrier: 'UPS', trackingId: '1Z999AA10123456784' },
        orderAmount: '79.80',
        orderQuantity: 2,
        refundedAmount: '0',
      },
    ]);
  });

  test('is read by the names of its columns, in any order, case and blank, with columns added', async () => {
    const header = [
      'Category',
      'order id ',
      'RETURN REQUEST DATE',
      'Return  request status',
      'A-to-z claim',
      'Seller RMA ID',
      'Order Item ID',
    ];
    const line = ['Audio', '114-1', '3-Sep-2026', 'Closed', 'Y', 'MINE-7', '52986411826454'].join('\t');
    const { rows } = await readDocument(`${header.join('\t')}\r\n${line}\r\n`, { definition });
    expect(rows).toEqual([
      {
        source: 'seller-returns',
        orderId: '114-1',
        orderItemId: '52986411826454',
        requestedAt: { date: '2026-09-03' },
        status: 'Closed',
        sellerRmaId: 'MINE-7',
        isClaimed: true,
        category: 'Audio',
      },
    ]);
  });

  test('may lack its last cells and its last line break', async () => {
    const { rows, failures } = await readDocument(file(lineOf(headphones).split('\t').slice(0, 6).join('\t')).trimEnd(), {
      definition,
    });
    expect(failures).toEqual([]);
    expect(rows).toMatchObject([{ orderId: '114-7654321-1234567', status: 'Approved', rmaId: 'DAbCdEfGhRRMA' }]);
  });

  test('tells of a SAFE-T claim', async () => {
    const claim = {
      'SafeT claim id': '12345-12345-1234567',
      'SafeT claim state': 'Pending',
      'SafeT claim creation time': '20-Oct-2026',
      'SafeT claim reimbursement amount': '12.5',
    };
    const { rows } = await readDocument(file(lineOf({ ...headphones, ...claim })), { definition });
    expect(rows[0]?.safeT).toEqual({
      claimId: '12345-12345-1234567',
      state: 'Pending',
      createdAt: { date: '2026-10-20' },
      reimbursed: '12.5',
    });
  });

  test('leaves out a cell that does not fit its column, and tells which', async () => {
    const odd = { 'Return quantity': 'two', 'Label cost': '1,234.50', 'Return delivery date': '31-Feb-2026' };
    const { rows, odd: told } = await readDocument(file(lineOf({ ...headphones, ...odd })), { definition });
    expect(rows[0]).toMatchObject({ quantity: undefined, deliveredAt: undefined, orderQuantity: 2 });
    expect(told).toEqual(['quantity', 'labelCost', 'deliveredAt']);
  });
});

describe('a returns report that is not one', () => {
  test('names the columns that it lacks', async () => {
    await expect(readDocument('Order ID\tSomething\n1\t2\n', { definition })).rejects.toThrow(
      "a report lacks the column 'return request date', 'return request status'",
    );
  });

  test.each([
    ['<html><body>Access denied</body></html>', 'it is XML or a page'],
    ['{"errors":[]}', 'it is JSON'],
    ['Order ID,Return request date,Return request status\n', 'it is not separated by tabs'],
    ['', 'a report is empty: it has not even a header'],
  ])('%s', async (content, message) => {
    await expect(readDocument(content, { definition })).rejects.toThrow(message);
  });

  test('a cut line is a failure with its number, the others are read', async () => {
    const lines = [lineOf(headphones), '114-7654321-9999999\t01-Oct-2026\t1', lineOf({ ...headphones, 'Order ID': '114-2' })];
    const { rows, failures } = await readDocument(file(...lines), { definition });
    expect(rows.map(({ orderId }) => orderId)).toEqual(['114-7654321-1234567', '114-2']);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ line: 3, error: { code: 'unexpected-response' } });
    expect(failures[0]?.error.message).toMatch(/cut/);
    expect(failures[0]?.error.message).not.toContain('9999999');
  });

  test('a line without end does not fill the memory', async () => {
    const endless = `${documentedHeader.join('\t')}\n${'x'.repeat(1_100_000)}`;
    await expect(readDocument(endless, { definition, size: 65_536, maxInBytes: 4_000_000 })).rejects.toThrow(
      'a line of more than',
    );
  });
});

describe('reports of Amazon’s warehouses', () => {
  test('returns carry their moment', async () => {
    const header =
      'return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tstatus\tlicense-plate-number\tcustomer-comments';
    const line =
      '2026-06-05T15:31:40+02:00\t114-3\tSKU\tB0X\tX00X\tTitle\t1\tLEX1\tCUSTOMER_DAMAGED\tNOT_COMPATIBLE\tIMMEDIATE_DONATION\tLPN1\t';
    const { rows } = await readDocument(`${header}\n${line}\n`, { definition: fbaReturns });
    expect(rows).toMatchObject([
      {
        orderId: '114-3',
        returnedAt: { date: '2026-06-05', at: '2026-06-05T13:31:40.000Z' },
        disposition: 'CUSTOMER_DAMAGED',
        licensePlate: 'LPN1',
        comments: undefined,
      },
    ]);
  });

  test('reimbursements carry exact amounts', async () => {
    const header =
      'approval-date\treimbursement-id\tamazon-order-id\treason\tcurrency-unit\tamount-per-unit\tamount-total\tquantity-reimbursed-cash';
    const { rows } = await readDocument(
      `${header}\n2026-06-05T15:31:40+00:00\t98765432101\t114-4\tLost_warehouse\tEUR\t0.10\t0.30\t3\n`,
      {
        definition: fbaReimbursements,
      },
    );
    expect(rows).toMatchObject([
      { reimbursementId: '98765432101', amountPerUnit: '0.10', amountTotal: '0.30', quantityInCash: 3 },
    ]);
  });
});
