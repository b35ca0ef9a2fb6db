import { describe, expect, it } from 'vitest';
import { sharedRefreshResult } from '../../bench/contract.js';
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
});
