import type { Instant } from './time.js';
import type { Duty, OnMiss, Party } from './vocabulary.js';

/** By when somebody must act, and what silence means. */
export interface Deadline {
  readonly duty: Duty;
  readonly party: Party;
  readonly by: Instant;
  /** What happens when nobody acts; absent when it is not known. */
  readonly onMiss?: OnMiss;
  /** Whether the marketplace stated it or a policy computed it. */
  readonly source: 'marketplace' | 'policy';
  /** `estimated`: the date will move, for example before the goods have arrived. Do not act on it alone. */
  readonly certainty: 'stated' | 'derived' | 'estimated';
}
