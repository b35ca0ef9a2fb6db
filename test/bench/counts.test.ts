import { describe, expect, it } from 'vitest';
import { sharedRefreshResult } from '../../bench/contract.js';
import { countLostRefund, countPeerLostRefund } from '../../bench/counts/amazon-lost-answer.js';
import { countQuota } from '../../bench/counts/amazon-throttled.js';
import { callsAtOnce, countKnownExpiry, countRefusedToken, countSharedStore } from '../../bench/counts/expired-token.js';
import { countLostAnswer } from '../../bench/counts/lost-answer.js';
import { countPeerLostAnswer, countPeerRefreshes } from '../../bench/counts/peer.js';
import { countThrottled } from '../../bench/counts/throttled.js';
import { runSource } from '../../bench/program.js';

const slow = { timeout: 60_000 };

describe('what the bench counts', slow, () => {
  it('refreshes once for many calls at once, whoever notices that the token has run out', async () => {
    expect(await countKnownExpiry()).toEqual({ refreshes: 1, failures: 0 });
    expect(await countRefusedToken()).toEqual({ refreshes: 1, failures: 0 });
  });

  it('refreshes once for two processes with one file store', async () => {
    const count = await countSharedStore((input) => runSource({ name: 'shared-refresh', input, schema: sharedRefreshResult }));
    expect(count).toEqual({ refreshes: 1, failures: 0 });
  });

  it('sends a confirm whose answer is lost once, and finds out that it was applied', async () => {
    expect(await countLostAnswer()).toEqual({ sends: 1, receipt: 'uncertain', settled: 'applied', refunds: 1 });
  });

  it('gives up on a marketplace that refuses for ever, and stays within its quota meanwhile', async () => {
    const { sends, told, mostInOneSecond } = await countThrottled(callsAtOnce);
    expect({ sends, told }).toEqual({ sends: 4 * callsAtOnce, told: callsAtOnce });
    expect(mostInOneSecond).toBeLessThanOrEqual(50);
  });

  it('counts the same of a client that is not ours', async () => {
    // Each call refreshes for itself and all but one with a refresh token that is already spent.
    const { refreshes, failures } = await countPeerRefreshes();
    expect(refreshes).toBeGreaterThan(1);
    expect(failures).toBeGreaterThan(0);
    expect(await countPeerLostAnswer()).toMatchObject({ sends: 1 });
  });

  it('asks Amazon as often as its quota allows, and ends with a client that asks all the time', async () => {
    const ours = await countQuota({ client: 'ours', calls: 30, faults: 0 });
    const theirs = await countQuota({ client: 'peer', calls: 30, faults: 0 });
    expect(ours).toEqual({ sends: 30, refused: 0, failures: 0, seconds: theirs.seconds });
    expect(theirs.refused).toBeGreaterThan(0);
    await expect(countQuota({ client: 'ours', calls: 30, faults: 2 })).resolves.toMatchObject({
      sends: 32,
      refused: 2,
      failures: 0,
    });
  });

  it('hands a refund to Amazon once when the answer is lost, where a client that is not ours pays twice', async () => {
    expect(await countLostRefund()).toEqual({ sends: 1, receipt: 'uncertain', settled: 'applied', refunds: 1 });
    expect(await countPeerLostRefund()).toMatchObject({ sends: 2, refunds: 2 });
  });
});
