import * as z from 'zod';
import type { Environment } from '../../core/ids.js';
import type { RejectionReason } from '../../core/inputs.js';
import { epochMsOf, toInstant, type Clock } from '../../core/time.js';
import { checkSettings } from './check-input.js';
import { createManualClock, type ManualClock } from './clock.js';
import { defaultRejectionReasons } from './rejection-reasons.js';

/** How long each party has, in days of 24 hours. */
export interface Periods {
  /** The seller answers a request. Silence grants it. Default 2. */
  readonly answerInDays: number;
  /** Either side answers the other's offer. Default 2. */
  readonly answerOfferInDays: number;
  /** The buyer sends the goods back. Default 7. */
  readonly dispatchBackInDays: number;
  /** The seller inspects goods that came back. Silence pays. Default 3. */
  readonly inspectInDays: number;
  /** The seller may add evidence to a dispute. Default 3. */
  readonly submitEvidenceInDays: number;
  /** The marketplace judges a dispute. Default 7. */
  readonly judgeInDays: number;
}

/** How the marketplace in memory behaves. All of it may be left out. */
export interface MemorySettings {
  /** Default `seller-1`. */
  readonly sellerId?: string;
  /** Which kind of ids the cases get. Default `sandbox`. */
  readonly environment?: Environment;
  /** Default: a clock of its own that stands at 2026-01-01T00:00:00.000Z until `native.advance` moves it. */
  readonly clock?: Clock | ManualClock;
  /** Cases per page of `list`. Default 20. */
  readonly pageSize?: number;
  readonly periods?: Partial<Periods>;
  /** For this long after a write that was not answered, `settle` says `unknown` instead of `not-applied`. Default 0. */
  readonly settlementLagInMs?: number;
  /** What `rejectionReasons` answers. */
  readonly rejectionReasons?: readonly RejectionReason[];
}

export interface MemoryConfiguration {
  readonly sellerId: string;
  readonly environment: Environment;
  readonly clock: Clock | ManualClock;
  readonly pageSize: number;
  readonly periods: Periods;
  readonly settlementLagInMs: number;
  readonly rejectionReasons: readonly RejectionReason[];
}

const days = z.number().positive().optional();

const settingsSchema = z.strictObject({
  sellerId: z
    .string()
    .regex(/^[^:\s]+$/, { error: 'expected a text without colons and spaces' })
    .optional(),
  environment: z.enum(['live', 'sandbox']).optional(),
  clock: z
    .custom(
      (clock) =>
        typeof clock === 'object' && clock !== null && 'now' in clock && 'sleep' in clock && typeof clock.now === 'function',
      { error: 'expected a clock: { now(), sleep(ms, signal) }' },
    )
    .optional(),
  pageSize: z.int().min(1).max(1000).optional(),
  periods: z
    .strictObject({
      answerInDays: days,
      answerOfferInDays: days,
      dispatchBackInDays: days,
      inspectInDays: days,
      submitEvidenceInDays: days,
      judgeInDays: days,
    })
    .optional(),
  settlementLagInMs: z.number().min(0).optional(),
  rejectionReasons: z.array(z.looseObject({ id: z.string().min(1), requirements: z.array(z.unknown()) })).optional(),
});

const defaultPeriods: Periods = {
  answerInDays: 2,
  answerOfferInDays: 2,
  dispatchBackInDays: 7,
  inspectInDays: 3,
  submitEvidenceInDays: 3,
  judgeInDays: 7,
};

const defaultStartAt = toInstant('2026-01-01T00:00:00.000Z');

/** Checks the settings and fills in what was left out; raises `ConfigurationError` that names each wrong place. */
export const toConfiguration = (settings: MemorySettings): MemoryConfiguration => {
  checkSettings(settingsSchema, settings);
  return {
    sellerId: settings.sellerId ?? 'seller-1',
    environment: settings.environment ?? 'sandbox',
    clock: settings.clock ?? createManualClock(epochMsOf(defaultStartAt)),
    pageSize: settings.pageSize ?? 20,
    periods: { ...defaultPeriods, ...settings.periods },
    settlementLagInMs: settings.settlementLagInMs ?? 0,
    rejectionReasons: settings.rejectionReasons ?? defaultRejectionReasons,
  };
};
