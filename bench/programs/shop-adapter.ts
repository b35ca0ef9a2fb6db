import { toInstant } from '../../src/core/time.js';
import { createShopeeAdapter, type ShopeeAdapter } from '../../src/marketplaces/shopee/index.js';
import type { TokenStore } from '../../src/transport/tokens.js';
import type { Shop } from '../contract.js';
import { createRunningClock } from './running-clock.js';

/** The adapter as a user makes it, at the shop of the server. */
export const openShop = ({ now, tokens, ...settings }: Shop, store?: TokenStore): ShopeeAdapter =>
  createShopeeAdapter({
    ...settings,
    tokens: store ?? { ...tokens, expiresAt: toInstant(tokens.expiresAt) },
    clock: createRunningClock(now),
    callsPerSecond: 1000,
  });
