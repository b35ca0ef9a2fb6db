import { adjustmentReasons, type Adjustment, type FeedProblem, type ReadMessage } from './adjustment.js';

const amounts: Readonly<Record<string, string>> = {
  'item-price-adj': 'Principal',
  'item-tax-adj': 'Tax',
  'shipping-price-adj': 'Shipping',
  'shipping-tax-adj': 'ShippingTax',
  'gift-wrap-price-adj': 'GiftWrap',
  'gift-wrap-tax-adj': 'GiftWrapTax',
};

const required = ['order-id', 'order-item-id', 'adjustment-reason-code', 'currency'];

const toContent = (cells: ReadonlyMap<string, string>): Adjustment | FeedProblem => {
  const cell = (name: string): string => cells.get(name)?.trim() ?? '';
  const reason = cell('adjustment-reason-code');
  if (!adjustmentReasons.includes(reason))
    return { code: '18020', description: `'${reason}' is no adjustment reason`, orderId: cell('order-id') };
  const components = Object.entries(amounts)
    .filter(([name]) => cell(name) !== '')
    .map(([name, type]) => ({ type, amount: cell(name), currency: cell('currency') || undefined }));
  return { orderId: cell('order-id'), lines: [{ orderItemId: cell('order-item-id'), reason, components, quantity: undefined }] };
};

/** The rows of a flat adjustment feed, each a message of its own. */
export const readFlatFeed = (text: string): readonly ReadMessage[] | FeedProblem => {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = head.split('\t').map((name) => name.trim());
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) return { code: '18019', description: `The column '${missing}' is missing` };
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const cells = line.split('\t');
      return {
        messageId: String(index + 1),
        content: toContent(new Map(names.map((name, column) => [name, cells[column] ?? '']))),
      };
    });
};
