import { describe, expectTypeOf, test } from 'vitest';
import { createClient, type CaseOperations, type MarketplaceAdapter } from 'aftersale';
import type { AliExpressAdapter, AliExpressCaseSummary } from 'aftersale/marketplaces/aliexpress';

declare const aliexpress: AliExpressAdapter;
declare const summary: AliExpressCaseSummary;

describe('the AliExpress adapter', () => {
  test('fits the general adapter and keeps the contract’s signatures', () => {
    expectTypeOf(aliexpress).toExtend<MarketplaceAdapter>();
    expectTypeOf(aliexpress.cases.get).toEqualTypeOf<CaseOperations['get']>();
    expectTypeOf(aliexpress.cases.accept).toEqualTypeOf<CaseOperations['accept']>();
    expectTypeOf(createClient({ accounts: { ae: aliexpress } }).account('ae').native).toEqualTypeOf<
      AliExpressAdapter['native']
    >();
  });

  test('what AliExpress has no call for does not compile', () => {
    // @ts-expect-error a refusal is a counter-solution
    expectTypeOf(aliexpress.cases.reject).toBeAny();
    // @ts-expect-error no list of reasons
    expectTypeOf(aliexpress.cases.rejectionReasons).toBeAny();
    // @ts-expect-error nothing deletes a solution
    expectTypeOf(aliexpress.cases.withdrawRejection).toBeAny();
    // @ts-expect-error money moves by solutions only
    expectTypeOf(aliexpress.cases.refund).toBeAny();
    // @ts-expect-error the message API is switched off
    expectTypeOf(aliexpress.cases.message).toBeAny();
    // @ts-expect-error nothing follows the parcel
    expectTypeOf(aliexpress.cases.track).toBeAny();
    // @ts-expect-error nobody pushes
    expectTypeOf(aliexpress.push).toBeAny();
    expectTypeOf<keyof typeof aliexpress.absent>().toEqualTypeOf<
      'reject' | 'rejectionReasons' | 'withdrawRejection' | 'refund' | 'message' | 'track'
    >();
  });

  test('a row of the list has neither a deadline nor an outcome nor an amount', () => {
    // @ts-expect-error only the detail states it
    expectTypeOf(summary.deadlines).toBeAny();
    // @ts-expect-error only the detail tells it
    expectTypeOf(summary.outcome).toBeAny();
    // @ts-expect-error only the detail tells it
    expectTypeOf(summary.requested.amount).toBeAny();
    expectTypeOf(summary.native).toEqualTypeOf<{ readonly status: string }>();
  });
});
