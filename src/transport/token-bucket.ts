import type { QuotaRate } from './quota.js';

/** Never slower than one call in ten seconds: a slower bucket could not notice that the marketplace has recovered. */
const slowestPerSecond = 0.1;
/** After a throttle the full rate is back in this time, if nothing else is refused. */
const recoveryInMs = 60_000;

/** One refusal may be a stray. A second one is not, with fewer than five calls let through and half a minute between. */
const doubtsToSlowDown = 1.5;
const doubtLiftedByCall = 0.1;
const doubtLiftedInMs = 60_000;
/** Whether a slower pace helps is judged by calls sent this long after it began. */
const settlingInMs = 1000;

/** A refusal for going too fast. */
export interface Throttling {
  /** The silence that the marketplace asks for; 0 where it asks for none. */
  readonly retryAfterInMs: number;
  /** When the refused call was sent. */
  readonly sentAtInMs: number;
}

/**
 * One budget of calls: refills with time, is emptied by a refusal and halved by further ones, and climbs back.
 * Time is an argument; nothing here waits.
 */
export class TokenBucket {
  #stated: QuotaRate;
  /** The share of the stated rate that is used, 1 unless throttled. */
  #share = 1;
  #tokens: number;
  #refilledAtInMs: number;
  #blockedUntilInMs = 0;
  /** How much speaks against the rate: refusals, less what has gone well since. */
  #doubts = 0;
  #judgedFromInMs = Number.NEGATIVE_INFINITY;

  constructor(rate: QuotaRate, nowInMs: number) {
    this.#stated = rate;
    this.#tokens = rate.burst;
    this.#refilledAtInMs = nowInMs;
  }

  /** How long until `weight` may be taken; takes it when that is now. A weight above the burst needs a full bucket. */
  take(weight: number, nowInMs: number): number {
    this.#refill(nowInMs);
    const blockedForInMs = this.blockedForInMs(nowInMs);
    if (blockedForInMs > 0) return blockedForInMs;
    const missing = Math.min(weight, this.#stated.burst) - this.#tokens;
    // A sum of refills is a rounding error away from the whole token.
    if (missing <= 1e-9) {
      this.#tokens -= weight;
      return 0;
    }
    return Math.max(1, Math.ceil((missing / this.#ratePerSecond) * 1000));
  }

  blockedForInMs(nowInMs: number): number {
    return Math.max(0, this.#blockedUntilInMs - nowInMs);
  }

  /** The marketplace stated its rate. */
  learn(stated: Partial<QuotaRate>, nowInMs: number): void {
    this.#refill(nowInMs);
    const { ratePerSecond, burst } = stated;
    this.#stated = {
      ratePerSecond: isRate(ratePerSecond) ? ratePerSecond : this.#stated.ratePerSecond,
      burst: isRate(burst) ? Math.max(1, burst) : this.#stated.burst,
    };
    this.#tokens = Math.min(this.#tokens, this.#stated.burst);
  }

  /** The marketplace refused for going too fast: nothing saved up, no call before it said so, and half the speed if it goes on. */
  throttle({ retryAfterInMs, sentAtInMs }: Throttling, nowInMs: number): void {
    this.#refill(nowInMs);
    this.#tokens = Math.min(this.#tokens, 0);
    this.#blockedUntilInMs = Math.max(this.#blockedUntilInMs, nowInMs + retryAfterInMs);
    // Calls that were under way when the bucket was emptied say nothing about what came of it.
    if (sentAtInMs <= this.#judgedFromInMs) return;
    this.#judgedFromInMs = nowInMs;
    this.#doubts += 1;
    if (this.#doubts < doubtsToSlowDown) return;
    this.#doubts = 1;
    this.#judgedFromInMs += settlingInMs;
    this.#share = Math.max(this.#share / 2, Math.min(1, slowestPerSecond / this.#stated.ratePerSecond));
  }

  /** The marketplace let a call through. */
  accept(): void {
    this.#doubts = Math.max(0, this.#doubts - doubtLiftedByCall);
  }

  get #ratePerSecond(): number {
    return this.#stated.ratePerSecond * this.#share;
  }

  #refill(nowInMs: number): void {
    const passedInMs = nowInMs - this.#refilledAtInMs;
    if (passedInMs <= 0) return;
    this.#refilledAtInMs = nowInMs;
    this.#tokens = Math.min(this.#stated.burst, this.#tokens + (passedInMs / 1000) * this.#ratePerSecond);
    this.#doubts = Math.max(0, this.#doubts - passedInMs / doubtLiftedInMs);
    if (this.#share < 1) this.#share = Math.min(1, this.#share + passedInMs / recoveryInMs);
  }
}

const isRate = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value) && value > 0;
