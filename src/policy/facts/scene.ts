import type { WorkCalendar } from '../calendar/calendar.js';
import type { DimensionName } from '../guards/dimensions.js';
import type { ReasonClass } from '../vocabulary.js';
import type { Trigger } from '../rules/span.js';
import type { TriggerState } from '../rules/trigger.js';
import type { CaseFacts } from './case-facts.js';
import type { Moment } from './moment.js';

/** A value of one dimension of the facts: words, a number, or `null` while unknown. */
export type Reading = readonly string[] | number | null;

/**
 * The facts as one possible world sees them: every unknown that matters has been given one of its possible values.
 * A decision with no such unknown has exactly one scene.
 */
export interface Scene {
  readonly facts: CaseFacts;
  readonly at: Moment;
  readonly requested: Moment;
  readonly buyerZone: string;
  readonly sellerZone: string;
  /** `DE`, or `DE-BY` when the subdivision is known. */
  readonly buyerPlace: string;
  /** `null` = the seller's country is not known. */
  readonly sellerPlace: string | null;
  readonly reasonClass: ReasonClass;
  /** Values assumed for unknown dimensions, by dimension name. */
  readonly assumed: ReadonlyMap<DimensionName, Reading>;
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
  /** Readings already taken in this scene, and those assumed, by the slot of their dimension. */
  readonly readings: (Reading | undefined)[];
  /** Clocks already looked at in this scene and those of the same origin. */
  readonly clocks: Map<Trigger, TriggerState>;
}
