import type { Endpoint } from './world.js';
import { overQuota } from './refusal.js';
import type { AmazonSandboxSettings } from './settings.js';

/** A token bucket as Amazon publishes it: requests regained per second, and how many may come at once. */
export interface RateSettings {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Quotas {
  rateOf(endpoint: Endpoint): RateSettings;
  /** Counts one call of a seller, or throws the refusal of an empty bucket. `at` in epoch milliseconds. */
  spend(endpoint: Endpoint, sellerId: string, at: number): void;
}

interface Bucket {
  level: number;
  filledAt: number;
}

/** Each seller has its own bucket for each operation. */
export const createQuotas = (settings: AmazonSandboxSettings['quotas'] = {}): Quotas => {
  const buckets = new Map<string, Bucket>();
  const rateOf = (endpoint: Endpoint): RateSettings =>
    settings === 'unlimited' ? endpoint.rate : (settings[endpoint.operation] ?? endpoint.rate);
  return {
    rateOf,
    spend: (endpoint, sellerId, at) => {
      if (settings === 'unlimited') return;
      const { perSecond, burst } = rateOf(endpoint);
      const key = `${endpoint.operation} ${sellerId}`;
      const bucket = buckets.get(key) ?? { level: burst, filledAt: at };
      const level = Math.min(burst, bucket.level + (Math.max(0, at - bucket.filledAt) / 1000) * perSecond);
      // A thousandth of a call is forgiven: rates such as 0.0167 are rounded themselves.
      const isEmpty = level < 0.999;
      buckets.set(key, { level: isEmpty ? level : level - 1, filledAt: at });
      if (isEmpty) throw overQuota();
    },
  };
};
