import type { CallOptions } from '../../../core/inputs.js';
import { addMoney, money, type Money } from '../../../core/money.js';
import type { AmazonContext } from '../context.js';
import { moneyFact, type MoneyFact } from '../merge/facts.js';
import { orderGroupOf } from '../merge/identity.js';
import { eachAdjustmentOnce } from '../merge/money-matching.js';
import { accountKeyOf } from '../sources/coverage.js';
import { readGroup } from '../sources/group-reading.js';
import { readOrderMoney } from './read-case.js';

/**
 * All that buyers were given back for an order by refunds, claims and chargebacks, read now. What Amazon still holds back is in it,
 * where a list has told of it.
 */
export const readGivenBack = async (
  context: AmazonContext,
  orderId: string,
  options?: CallOptions,
): Promise<readonly MoneyFact[]> => {
  await context.caseStore.add(accountKeyOf(context), await readOrderMoney(context, orderId, options));
  const kept = await readGroup(context, orderGroupOf(orderId));
  const facts = kept.flatMap(({ body }) => moneyFact.safeParse(body).data ?? []);
  return eachAdjustmentOnce(facts.filter(({ type }) => type !== 'safe-t'));
};

/** What of it was for one item; a debit that was reversed counts for nothing. */
export const givenBackFor = (
  facts: readonly MoneyFact[],
  { orderItemId, sku, currency }: { readonly orderItemId: string; readonly sku: string | undefined; readonly currency: string },
): Money =>
  facts
    .filter((fact) => (fact.orderItemId === undefined ? sku !== undefined && fact.sku === sku : fact.orderItemId === orderItemId))
    .flatMap(({ amount }) => (amount?.currency === currency ? [amount] : []))
    .reduce(addMoney, money(0, currency));
