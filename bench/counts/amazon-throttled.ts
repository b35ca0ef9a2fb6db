import type { AmazonAdapter } from '../../src/marketplaces/amazon/index.js';
import { withSellerUnderTest, type SellerUnderTest } from './seller-under-test.js';

export interface QuotaCount {
  readonly sends: number;
  /** Calls that Amazon refused for going too fast. */
  readonly refused: number;
  readonly failures: number;
  /** What the client waited for, in the time of the marketplace. */
  readonly seconds: number;
}

/** The published plan of `getReturn`: ten a second, twenty at once. */
const operation = 'getReturn';

type Read = (returnId: string) => Promise<unknown>;

const ourRead =
  ({ native }: AmazonAdapter): Read =>
  (returnId) =>
    native.request({
      method: 'GET',
      path: `/externalFulfillment/2024-09-11/returns/${returnId}`,
      quotaKey: 'externalReturns.getReturn',
    });

const theirRead = async ({ connectPeer }: SellerUnderTest): Promise<Read> => {
  const client = await connectPeer();
  return (returnId) => client.callAPI({ operation: 'externalFulfillmentReturns.getReturn', path: { returnId } });
};

export interface QuotaTrial {
  readonly client: 'ours' | 'peer';
  readonly calls: number;
  /** Calls that Amazon refuses although the quota has room, each some way behind the last. */
  readonly faults: number;
}

const refuseSome = ({ sandbox }: SellerUnderTest, { calls, faults }: QuotaTrial): void => {
  for (let index = 1; index <= faults; index += 1)
    sandbox.faults.add({ kind: 'rate-limit', operation, times: 1, skip: index * Math.floor(calls / (faults + 1)) });
};

/** All calls at once, as a tool that refreshes its returns makes them. */
export const countQuota = (trial: QuotaTrial): Promise<QuotaCount> =>
  withSellerUnderTest(async (seller) => {
    const { sandbox, connect, received } = seller;
    const read = trial.client === 'ours' ? ourRead(connect()) : await theirRead(seller);
    const known = sandbox.marketplaces.amazon
      .cases()
      .flatMap(({ region, externalReturnId }) => (region === 'na' && externalReturnId !== undefined ? [externalReturnId] : []));
    const ids = Array.from({ length: trial.calls }, (_, index) => known[index % known.length] ?? '');
    // A first call of another operation, so that neither pays for its token.
    await read(known[0] ?? '');
    await sandbox.advance(60_000);
    const before = { at: sandbox.clock.now(), sends: received(operation) };
    refuseSome(seller, trial);
    const ends = await Promise.allSettled(ids.map(read));
    const answers = sandbox
      .requests()
      .filter((sent) => sent.operation === operation)
      .slice(before.sends);
    return {
      sends: answers.length,
      refused: answers.filter(({ status }) => status === 429).length,
      failures: ends.filter(({ status }) => status === 'rejected').length,
      seconds: (sandbox.clock.now() - before.at) / 1000,
    };
  });
