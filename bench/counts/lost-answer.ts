import type { Receipt, Settlement } from '../../src/core/attempt.js';
import { caseIdOf, withShopUnderTest } from './shop-under-test.js';

export interface LostAnswerCount {
  /** How often `confirm` reached the marketplace. */
  readonly sends: number;
  readonly receipt: Receipt['state'];
  readonly settled: Settlement['state'] | undefined;
  /** How often the buyer was paid. */
  readonly refunds: number;
}

/** `confirm` takes effect and its answer never arrives. */
export const countLostAnswer = (): Promise<LostAnswerCount> =>
  withShopUnderTest('virtual', async ({ sandbox, connect, confirmable, received }) => {
    const returnSn = confirmable();
    const { shopId } = sandbox.marketplaces.shopee.account;
    const adapter = connect();
    sandbox.faults.add({ kind: 'lost-response', operation: '/api/v2/returns/confirm' });
    const receipt = await adapter.cases.accept(caseIdOf(shopId, returnSn), {
      expected: { remedy: 'refund', goods: 'kept-by-buyer' },
    });
    sandbox.faults.clear();
    const settlement = receipt.state === 'uncertain' ? await adapter.cases.settle(receipt.attempt) : undefined;
    return {
      sends: received('/returns/confirm'),
      receipt: receipt.state,
      settled: settlement?.state,
      refunds: sandbox.ledger().refunds[returnSn]?.count ?? 0,
    };
  });
