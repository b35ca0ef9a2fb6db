import type { Clock } from '../core/time.js';
import type { HttpHeaders } from './http-client.js';

/** The time for signatures: the adapter's clock, moved to the marketplace's once a timestamp was refused. */
export interface CorrectedClock {
  readonly now: () => number;
  readonly learn: (headers: HttpHeaders) => void;
}

export const createCorrectedClock = (clock: Clock): CorrectedClock => {
  let offsetInMs = 0;
  return {
    now: () => clock.now() + offsetInMs,
    learn: (headers) => {
      const theirs = Date.parse(headers['date'] ?? '');
      if (!Number.isNaN(theirs)) offsetInMs = theirs - clock.now();
    },
  };
};
