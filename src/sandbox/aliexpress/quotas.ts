import { Refusal } from './envelope.js';

/** Call limits. AliExpress publishes no number: the defaults are high enough never to be met by accident. */
export interface AliExpressQuotaSettings {
  /** Calls regained per second, for each method and token. */
  readonly perSecond?: number;
  /** Calls that may come at once. */
  readonly burst?: number;
  /** Calls of the app per day of UTC+08:00. */
  readonly perDay?: number;
}

/** The only place where the gateway says how long to wait is its text. */
export const rateLimitText = (seconds: number): string =>
  `Api access frequency exceeds the limit. this ban will last ${seconds} seconds`;
export const dailyLimitText = (seconds: number): string =>
  `The App access frequency exceeds the limit. This ban will last ${seconds} seconds`;

export interface Quotas {
  /** Counts one call, or throws the `Refusal` of a limit that is reached. `at` in epoch milliseconds. */
  spend(key: string, at: number): void;
}

interface Bucket {
  level: number;
  filledAt: number;
}

const dayInMs = 86_400_000;
const sinceMidnight = (at: number): number => (at + 8 * 3_600_000) % dayInMs;
const dayOf = (at: number): number => Math.floor((at + 8 * 3_600_000) / dayInMs);

export const createQuotas = (settings: AliExpressQuotaSettings = {}): Quotas => {
  const { perSecond = 1000, burst = 10_000, perDay = Infinity } = settings;
  const buckets = new Map<string, Bucket>();
  let day = { number: Number.NaN, calls: 0 };

  const spendOfBucket = (key: string, at: number): void => {
    const bucket = buckets.get(key) ?? { level: burst, filledAt: at };
    const level = Math.min(burst, bucket.level + (Math.max(0, at - bucket.filledAt) / 1000) * perSecond);
    const isEmpty = level < 1;
    buckets.set(key, { level: isEmpty ? level : level - 1, filledAt: at });
    if (isEmpty) throw new Refusal('ApiCallLimit', rateLimitText(Math.max(1, Math.ceil((1 - level) / perSecond))));
  };

  return {
    spend: (key, at) => {
      spendOfBucket(key, at);
      if (day.number !== dayOf(at)) day = { number: dayOf(at), calls: 0 };
      day.calls += 1;
      if (day.calls > perDay)
        throw new Refusal('AppApiCallLimit', dailyLimitText(Math.ceil((dayInMs - sinceMidnight(at)) / 1000)));
    },
  };
};
