import { toInstant, type Instant, type ShipmentStatus } from '../../src/index.js';
import type { Journey, JourneyEvent } from '../../src/triage/index.js';

/** Days of November 2026 at noon; day 0 and less are in October. */
export const day = (number: number): Instant => toInstant(Date.UTC(2026, 10, number, 12));

export const event = (number: number, unified: ShipmentStatus | 'unknown', more: Partial<JourneyEvent> = {}): JourneyEvent => ({
  at: day(number),
  description: '',
  status: { unified, raw: unified === 'unknown' ? '' : unified },
  direction: 'outbound',
  ...more,
});

/** An event of which only the carrier's text is known. */
export const said = (number: number, description: string, more: Partial<JourneyEvent> = {}): JourneyEvent =>
  event(number, 'unknown', { description, ...more });

export const fromChina: Pick<Journey, 'origin' | 'destination'> = {
  origin: { country: 'CN' },
  destination: { country: 'DE' },
};

export const inGermany: Pick<Journey, 'origin' | 'destination'> = {
  origin: { country: 'DE' },
  destination: { country: 'DE' },
};
