import { describe, expect, test } from 'vitest';
import { toMoney } from '../../../../src/core/money.js';
import { netOf, toAdjustmentXml, toComponents } from '../../../../src/marketplaces/amazon/feeds/adjustment.js';
import { readProcessingReport, requireOrder } from '../../../../src/marketplaces/amazon/feeds/processing-report.js';
import { inPieces } from '../reports/documents.js';

const usd = (amount: string) => toMoney(amount, 'USD');
const part = (component: Parameters<typeof toComponents>[0][number]['component'], amount: string) => ({
  component,
  amount: usd(amount),
});

describe('a refund as a feed', () => {
  test('has its elements in the order of the schema, all lines in one message', () => {
    const lines = [
      {
        orderItemId: '52986411826454',
        quantity: 2,
        components: toComponents([part('item', '20.00'), part('restocking-fee', '1.50')], 'apart'),
      },
      { orderItemId: '52986411826455', components: toComponents([part('shipping', '3.99')], 'apart') },
    ];
    const xml = toAdjustmentXml({ merchantIdentifier: 'A&B<1>', orderId: '114-1', reason: 'CustomerReturn', lines });
    expect(xml.replace(/\n/g, '')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>' +
        '<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">' +
        '<Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>A&amp;B&lt;1&gt;</MerchantIdentifier></Header>' +
        '<MessageType>OrderAdjustment</MessageType>' +
        '<Message><MessageID>1</MessageID><OrderAdjustment>' +
        '<AmazonOrderID>114-1</AmazonOrderID><ActionType>Refund</ActionType>' +
        '<AdjustedItem><AmazonOrderItemCode>52986411826454</AmazonOrderItemCode><AdjustmentReason>CustomerReturn</AdjustmentReason>' +
        '<ItemPriceAdjustments><Component><Type>Principal</Type><Amount currency="USD">20.00</Amount></Component>' +
        '<Component><Type>RestockingFee</Type><Amount currency="USD">-1.50</Amount></Component></ItemPriceAdjustments>' +
        '<Quantity>2</Quantity></AdjustedItem>' +
        '<AdjustedItem><AmazonOrderItemCode>52986411826455</AmazonOrderItemCode><AdjustmentReason>CustomerReturn</AdjustmentReason>' +
        '<ItemPriceAdjustments><Component><Type>Shipping</Type><Amount currency="USD">3.99</Amount></Component></ItemPriceAdjustments>' +
        '</AdjustedItem></OrderAdjustment></Message></AmazonEnvelope>',
    );
  });

  test('names tax within the price where prices contain it, and the money is the same', () => {
    const parts = [
      { component: 'item', amount: toMoney('999', 'JPY') },
      { component: 'tax', amount: toMoney('100', 'JPY') },
      { component: 'shipping-tax', amount: toMoney('10', 'JPY') },
    ] as const;
    const included = toComponents(parts, 'included');
    expect(included).toEqual([
      { type: 'Principal', amount: { minor: 1099, currency: 'JPY' } },
      { type: 'Shipping', amount: { minor: 10, currency: 'JPY' } },
    ]);
    expect(toComponents(parts, 'apart').map(({ type }) => type)).toEqual(['Principal', 'Tax', 'ShippingTax']);
    expect(netOf(included)).toEqual(netOf(toComponents(parts, 'apart')));
  });
});

const reportOf = (counts: string, results = ''): string =>
  `<?xml version="1.0"?><AmazonEnvelope><MessageType>ProcessingReport</MessageType><Message><ProcessingReport><DocumentTransactionID>1</DocumentTransactionID><StatusCode>Complete</StatusCode><ProcessingSummary>${counts}</ProcessingSummary>${results}</ProcessingReport></Message></AmazonEnvelope>`;
const countsOf = (successful: number, withError: number): string =>
  `<MessagesProcessed>1</MessagesProcessed><MessagesSuccessful>${successful}</MessagesSuccessful><MessagesWithError>${withError}</MessagesWithError><MessagesWithWarning>0</MessagesWithWarning>`;
const resultOf = (orderId: string): string =>
  `<Result><MessageID>1</MessageID><ResultCode>Error</ResultCode><ResultMessageCode>18028</ResultMessageCode><ResultDescription>The refund for jane@example.com is not eligible.</ResultDescription><AdditionalInfo><AmazonOrderID>${orderId}</AmazonOrderID></AdditionalInfo></Result>`;
const read = (text: string) => readProcessingReport(inPieces(Buffer.from(text), 16));

describe('a processing report', () => {
  test('is judged by its counts and told without personal data', async () => {
    await expect(read(reportOf(countsOf(1, 0)))).resolves.toEqual({
      processed: 1,
      successful: 1,
      withError: 0,
      withWarning: 0,
      problems: [],
    });
    const failed = await read(reportOf(countsOf(0, 1), resultOf('114-1')));
    expect(failed).toMatchObject({ successful: 0, withError: 1 });
    expect(failed.problems).toEqual([{ code: '18028', text: 'The refund for [redacted] is not eligible.', orderId: '114-1' }]);
  });

  test('of another order is not ours', async () => {
    const report = await read(reportOf(countsOf(0, 1), resultOf('114-2')));
    expect(() => requireOrder(report, '114-1', '77')).toThrow('the processing report of feed 77 is about another order');
    expect(() => requireOrder(report, '114-2', '77')).not.toThrow();
  });

  test.each([
    reportOf(''),
    reportOf('<MessagesProcessed>1</MessagesProcessed>'),
    '<AmazonEnvelope/>',
    reportOf(countsOf(1, 0)).slice(0, 120),
    '',
  ])('that is none is an error: %s', async (text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'unexpected-response' });
  });
});
