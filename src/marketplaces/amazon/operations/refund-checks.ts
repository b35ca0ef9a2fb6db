import type { Issue } from '../../../core/errors/caller-errors.js';
import type { Refund } from '../../../core/inputs.js';
import { addMoney, compareMoney, formatMoney, toMoney, type Money } from '../../../core/money.js';
import { netOf, toComponents, type AdjustmentLine } from '../feeds/adjustment.js';
import { toText } from '../mappers/values.js';
import type { MoneyFact } from '../merge/facts.js';
import type { WireOrder, WireOrderAmount, WireOrderItem } from '../wire/orders.js';
import { givenBackFor } from './given-back.js';

type Line = Refund['lines'][number];
type Tax = 'included' | 'apart';

const pathOf = (index: number, rest: string): string => `refund.lines.${index}.${rest}`;

const partIssues = ({ parts, quantity }: Line, index: number): readonly Issue[] => {
  const issues: Issue[] = [];
  const currencies = new Set(parts.map(({ amount }) => amount.currency));
  if (parts.length === 0) issues.push({ path: pathOf(index, 'parts'), message: 'expected one part at least' });
  if (currencies.size > 1) issues.push({ path: pathOf(index, 'parts'), message: 'expected one currency' });
  for (const [position, { amount }] of parts.entries()) {
    if (amount.minor <= 0) {
      issues.push({
        path: pathOf(index, `parts.${position}.amount`),
        message: 'expected a positive amount; a restocking fee too',
      });
    }
  }
  if (quantity !== undefined && !(Number.isSafeInteger(quantity) && quantity > 0)) {
    issues.push({ path: pathOf(index, 'quantity'), message: 'expected a whole number above 0' });
  }
  return issues;
};

const netIssue = ({ parts }: Line, index: number, tax: Tax): readonly Issue[] => {
  const net = netOf(toComponents(parts, tax));
  return net !== undefined && net.minor <= 0
    ? [{ path: pathOf(index, 'parts'), message: `must leave money to the buyer, not ${formatMoney(net)}` }]
    : [];
};

/** What is wrong with a refund before anything is read. */
export const refundIssues = ({ lines, text }: Refund, tax: Tax): readonly Issue[] => {
  const issues: Issue[] = [];
  if (lines.length === 0) issues.push({ path: 'refund.lines', message: 'expected one line at least' });
  if (text !== undefined) issues.push({ path: 'refund.text', message: 'Amazon sends no words with a refund: write a message' });
  const ids = lines.map(({ itemId }) => itemId);
  for (const [index, line] of lines.entries()) {
    if (ids.indexOf(line.itemId) !== index) {
      issues.push({ path: pathOf(index, 'itemId'), message: 'is there twice: put its parts into one line' });
    }
    const wrong = partIssues(line, index);
    issues.push(...wrong, ...(wrong.length === 0 ? netIssue(line, index, tax) : []));
  }
  return issues;
};

const toAmount = (amount: WireOrderAmount): Money | undefined => {
  if (amount?.amount === null || amount?.amount === undefined || typeof amount.currencyCode !== 'string') return undefined;
  try {
    return toMoney(amount.amount, amount.currencyCode);
  } catch {
    return undefined;
  }
};

interface Sold {
  readonly item: WireOrderItem | undefined;
  readonly givenBack: readonly MoneyFact[];
}

const amountIssues = (line: Line, index: number, { item, givenBack }: Sold): readonly Issue[] => {
  const paid = toAmount(item?.proceeds?.proceedsTotal);
  const net = netOf(toComponents(line.parts, 'apart'));
  if (paid === undefined || net === undefined) return [];
  const path = pathOf(index, 'parts');
  if (paid.currency !== net.currency) return [{ path, message: `expected ${paid.currency}, the currency of the order` }];
  const sold = { orderItemId: line.itemId, sku: toText(item?.product?.sellerSku), currency: paid.currency };
  const before = givenBackFor(givenBack, sold);
  if (compareMoney(addMoney(net, before), paid) <= 0) return [];
  const less = before.minor > 0 ? `, of which ${formatMoney(before)} went back before` : '';
  return [{ path, message: `expected at most the ${formatMoney(paid)} paid for it${less}` }];
};

const itemIssues = (line: Line, index: number, { item, givenBack }: Sold): readonly Issue[] => {
  if (item === undefined) {
    return [{ path: pathOf(index, 'itemId'), message: 'is no item of this order: give its orderItemId' }];
  }
  const issues: Issue[] = [];
  const ordered = Number(item.quantityOrdered ?? Number.NaN);
  if (line.quantity !== undefined && line.quantity > ordered) {
    issues.push({ path: pathOf(index, 'quantity'), message: `expected at most the ${ordered} ordered` });
  }
  return [...issues, ...amountIssues(line, index, { item, givenBack })];
};

/**
 * What the order, and the money that has gone back for it before, say against a refund. Amazon itself lets a refund of more units than
 * were bought through.
 */
export const orderIssues = (
  { lines }: Refund,
  { order, givenBack }: { readonly order: WireOrder; readonly givenBack: readonly MoneyFact[] },
): readonly Issue[] =>
  lines.flatMap((line, index) => {
    const item = order.orderItems?.find(({ orderItemId }) => orderItemId === line.itemId);
    return itemIssues(line, index, { item, givenBack });
  });

export const toLines = ({ lines }: Refund, tax: Tax): readonly AdjustmentLine[] =>
  lines.map(({ itemId, quantity, parts }) => ({ orderItemId: itemId, quantity, components: toComponents(parts, tax) }));
