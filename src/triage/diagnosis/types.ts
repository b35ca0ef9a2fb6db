import type { TrackingEvent } from '../../core/operations.js';
import type { Instant } from '../../core/time.js';
import type { Party } from '../../core/vocabulary.js';
import type { ThresholdName, Thresholds } from './thresholds.js';

/** Where something is, as far as it is known. Countries are ISO 3166; no street and no name belongs here. */
export interface Place {
  readonly country?: string;
  readonly city?: string;
  readonly postalCode?: string;
}

/** What a carrier or marketplace told of a parcel, with the place where the caller knows it. */
export interface JourneyEvent extends TrackingEvent {
  readonly place?: Place;
}

/** What the order tells of the parcel. What is not known is left out. */
export interface JourneyOrder {
  readonly placedAt?: Instant;
  /** Until when the seller had to hand the parcel over. */
  readonly shipBy?: Instant;
  /** When the seller said it was handed over; that alone is no scan. */
  readonly shippedAt?: Instant;
  readonly deliveredAt?: Instant;
  /** The latest promised moment of delivery. */
  readonly estimatedDeliveryAt?: Instant;
  /** What the order's status says: `false` is known not shipped, absent is unknown. */
  readonly isShipped?: boolean;
}

/** The way of one parcel to the buyer, as plain JSON. Events may come in any order, and twice. */
export interface Journey {
  readonly events: readonly JourneyEvent[];
  readonly order?: JourneyOrder;
  /** From where it was sent; with `destination` it says whether the parcel has to cross a border. */
  readonly origin?: Place;
  readonly destination?: Place;
  /** The numbers of this parcel, where other parcels are in `events` or a carrier gave it a second number on its way. */
  readonly trackingNumbers?: readonly string[];
}

/** Every diagnosis there is; `unknown` where nothing read says enough. */
export const happenings = [
  'awaiting-shipment',
  'not-shipped-in-time',
  'shipped-without-scan',
  'not-exported',
  'returned-before-export',
  'held-by-customs',
  'undelivered-at-destination',
  'delivered-elsewhere',
  'lost',
  'delivered',
  'delivered-late',
  'in-transit',
  'late',
  'unknown',
] as const;

/** What happened to the parcel. */
export type Happening = (typeof happenings)[number];

/**
 * `certain`: a status that the marketplace or carrier defined says so. `likely`: words, an order's date or a long silence say so.
 * `possible`: it fits, and other things do too. `none`: nothing supports any diagnosis.
 */
export type DiagnosisConfidence = 'certain' | 'likely' | 'possible' | 'none';

/** Why a parcel is held or was not handed over; `unknown` when nobody said. */
export type Obstacle = 'refused' | 'address' | 'unclaimed' | 'duty-unpaid' | 'unknown';

/** What an event means on the way of a parcel. */
export type Mark =
  | 'announced'
  | 'accepted'
  | 'moving'
  | 'out-for-delivery'
  | 'held'
  | 'exported'
  | 'imported'
  | 'customs'
  | 'customs-held'
  | 'customs-released'
  | 'attempted'
  | 'undeliverable'
  | 'delivered'
  | 'elsewhere'
  | 'other-hands'
  | 'returning'
  | 'returned'
  | 'lost'
  | 'cancelled';

/** How an event was understood: by its translated `status`, by `words` of its text, or by the `place` it was seen at. Words are the weakest. */
export type ReadFrom = 'status' | 'words' | 'place';

/**
 * What a diagnosis rests on. An event is named by its time, number and native word; its text is not repeated, because carriers write
 * names of people into it.
 */
export type DiagnosisEvidence =
  | {
      readonly kind: 'event';
      readonly at: Instant;
      readonly mark: Mark;
      readonly readFrom: ReadFrom;
      readonly native: string;
      readonly trackingNumber: string | null;
    }
  | { readonly kind: 'order'; readonly field: keyof JourneyOrder; readonly value: Instant | boolean }
  | {
      readonly kind: 'time-passed';
      readonly since: Instant;
      /** Whole days of 24 hours. */
      readonly days: number;
      readonly threshold: { readonly name: ThresholdName; readonly days: number; readonly source: string };
    };

/** One thing that would settle an open question, and who can give it. */
export interface Settler {
  readonly code:
    | 'address-on-label'
    | 'carrier-inquiry'
    | 'customs-notice'
    | 'destination'
    | 'estimated-delivery'
    | 'handover-receipt'
    | 'order-status'
    | 'origin-and-destination'
    | 'proof-of-delivery'
    | 'read-again-later'
    | 'tracking-events'
    | 'which-parcel';
  readonly askOf: Party;
}

/** One thing that may have happened. */
export interface Finding {
  readonly what: Happening;
  readonly confidence: DiagnosisConfidence;
  /** Since when it has been so. */
  readonly since: Instant | null;
  readonly obstacle: Obstacle | null;
  /** Whether the seller has the goods: they never left, or came back. `null`: not known. */
  readonly isWithSeller: boolean | null;
  readonly evidence: readonly DiagnosisEvidence[];
}

/** What happened to the parcel, what says so, and what would settle it. Plain JSON. */
export interface Diagnosis extends Finding {
  /** Empty when the diagnosis is certain. */
  readonly settledBy: readonly Settler[];
  /** What else fits, the likelier first. */
  readonly alternatives: readonly Finding[];
}

/** When a parcel is looked at, and after how many days a silence means something. */
export interface DiagnoseOptions {
  /** Now. Events after it are not read, so that yesterday's diagnosis can be made again. */
  readonly at: Instant;
  /** Each may be replaced; see `defaultThresholds`. */
  readonly thresholds?: Partial<Thresholds>;
}
