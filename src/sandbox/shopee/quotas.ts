import { Refusal } from './envelope.js';

/** Call limits per app and shop. Shopee publishes no number: the defaults are high enough never to be met by accident. */
export interface QuotaSettings {
  /** Calls regained per second. */
  readonly perSecond?: number;
  /** Calls that may come at once. */
  readonly burst?: number;
  /** Calls per day of UTC+08:00, over all shops. */
  readonly perDay?: number;
  /** HTTP status of a refusal for speed; 429 unless given (undocumented). */
  readonly status?: number;
  /** Sent as `Retry-After` when given. */
  readonly retryAfterInSeconds?: number;
}

export const rateLimitText = 'Too many requests. You have reached the rate limit. Please try again later.';
export const dailyLimitText =
  'The total API call number made by your APP has reached the daily API call limit, please try again after 00: 00 (UTC+08:00)';

export interface Quotas {
  /** Counts one call, or throws the `Refusal` of a limit that is reached. `at` in epoch milliseconds. */
  spend(subject: string, at: number): void;
}

interface Bucket {
  level: number;
  filledAt: number;
}

const dayOf = (at: number): number => Math.floor((at + 8 * 3_600_000) / 86_400_000);

export const createQuotas = (settings: QuotaSettings = {}): Quotas => {
  const { perSecond = 1000, burst = 10_000, perDay = Infinity, status = 429, retryAfterInSeconds } = settings;
  const headers: Readonly<Record<string, string>> =
    retryAfterInSeconds === undefined ? {} : { 'retry-after': String(retryAfterInSeconds) };
  const buckets = new Map<string, Bucket>();
  let day = { number: Number.NaN, calls: 0 };

  const spendOfBucket = (subject: string, at: number): void => {
    const bucket = buckets.get(subject) ?? { level: burst, filledAt: at };
    const level = Math.min(burst, bucket.level + (Math.max(0, at - bucket.filledAt) / 1000) * perSecond);
    const isEmpty = level < 1;
    buckets.set(subject, { level: isEmpty ? level : level - 1, filledAt: at });
    if (isEmpty) throw new Refusal('error_rate_limit', rateLimitText, { status, headers });
  };

  return {
    spend: (subject, at) => {
      spendOfBucket(subject, at);
      if (day.number !== dayOf(at)) day = { number: dayOf(at), calls: 0 };
      day.calls += 1;
      if (day.calls > perDay) throw new Refusal('error_limit', dailyLimitText, { status });
    },
  };
};
