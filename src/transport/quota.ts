import type { Clock } from '../core/time.js';
import { abortable } from './abortable.js';
import type { EndpointFacts } from './endpoint.js';
import type { HttpHeaders } from './http-client.js';
import { longestWaitInMs } from './retry.js';
import { TokenBucket, type Throttling } from './token-bucket.js';

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
  readonly learn?: (answer: StatedLimits) => Partial<QuotaRate> | undefined;
}

/** Where a marketplace states its limits. */
export interface StatedLimits {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly endpoint: EndpointFacts;
}

/** A call that stood in the queue when the marketplace asked for a silence too long to wait out. */
export class QuotaBlocked extends Error {
  readonly retryAfterInMs: number;

  constructor(retryAfterInMs: number) {
    super(`no call for ${retryAfterInMs} ms`);
    this.name = 'QuotaBlocked';
    this.retryAfterInMs = retryAfterInMs;
  }
}

/** The budgets of one application and seller, a bucket for each quota key. */
export interface Quotas {
  /** Waits for the call's turn, in the order of asking. Returns nothing to wait for when there is room; rejects with `QuotaBlocked`. */
  readonly take: (quota: EndpointFacts['quota'], signal?: AbortSignal) => Promise<void> | undefined;
  /** How long the marketplace has asked for silence. */
  readonly blockedForInMs: (quota: EndpointFacts['quota']) => number;
  readonly observe: (limits: StatedLimits) => void;
  readonly throttle: (quota: EndpointFacts['quota'], throttling: Throttling) => void;
  /** The marketplace let a call through. */
  readonly accept: (quota: EndpointFacts['quota']) => void;
}

/** Fast enough not to matter where a marketplace publishes no limit; throttles correct it. */
const defaultRate: QuotaRate = { ratePerSecond: 50, burst: 50 };

interface Lane {
  readonly bucket: TokenBucket;
  /** Settles when everyone who asked before has been served or has left. */
  queue: Promise<void>;
  waiting: number;
}

export const createQuotas = (policy: QuotaPolicy, clock: Clock): Quotas => {
  const lanes = new Map<string, Lane>();
  const laneOf = (key: string): Lane => {
    const known = lanes.get(key);
    if (known !== undefined) return known;
    const rate = policy.rates?.[key] ?? policy.otherwise ?? defaultRate;
    const lane = { bucket: new TokenBucket(rate, clock.now()), queue: Promise.resolve(), waiting: 0 };
    lanes.set(key, lane);
    return lane;
  };
  return {
    take: ({ key, weight = 1 }, signal) => {
      const lane = laneOf(key);
      if (lane.waiting === 0 && lane.bucket.take(weight, clock.now()) === 0) return undefined;
      return queueUp(lane, { weight, clock, signal });
    },
    blockedForInMs: ({ key }) => laneOf(key).bucket.blockedForInMs(clock.now()),
    observe: (limits) => {
      const stated = policy.learn?.(limits);
      if (stated !== undefined) laneOf(limits.endpoint.quota.key).bucket.learn(stated, clock.now());
    },
    throttle: ({ key }, throttling) => {
      laneOf(key).bucket.throttle(throttling, clock.now());
    },
    accept: ({ key }) => {
      laneOf(key).bucket.accept();
    },
  };
};

interface Turn {
  readonly weight: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

const queueUp = async (lane: Lane, { weight, clock, signal }: Turn): Promise<void> => {
  const turn = lane.queue;
  const served = createGate();
  // Who leaves early still holds the place of those before him, otherwise the ones behind would overtake them.
  lane.queue = turn.then(() => served.opened);
  lane.waiting += 1;
  try {
    await abortable(turn, signal);
    for (let wait = lane.bucket.take(weight, clock.now()); wait > 0; wait = lane.bucket.take(weight, clock.now())) {
      const blockedForInMs = lane.bucket.blockedForInMs(clock.now());
      if (blockedForInMs > longestWaitInMs) throw new QuotaBlocked(blockedForInMs);
      // In pieces, so that a silence asked for meanwhile is noticed; and Node fires a timer above 2^31 ms at once.
      await clock.sleep(Math.min(wait, longestWaitInMs), signal);
    }
  } finally {
    lane.waiting -= 1;
    served.open();
  }
};

const createGate = (): { readonly opened: Promise<void>; readonly open: () => void } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
};
