import type { Answer } from './protocol.js';

/** How fast calls may go: `ratePerSecond` refills, `burst` is the most that may be saved up. */
export interface QuotaRate {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface QuotaPolicy {
  /** By the endpoint's quota key. */
  readonly rates?: Readonly<Record<string, QuotaRate>>;
  /** For keys without a rate of their own. */
  readonly otherwise?: QuotaRate;
  /** Reads the marketplace's own statement of the rate from an answer. */
  readonly learn?: (answer: Pick<Answer, 'status' | 'headers' | 'endpoint'>) => Partial<QuotaRate> | undefined;
}
