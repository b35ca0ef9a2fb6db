import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, type Journey, type JourneyEvent } from '../../../src/triage/index.js';
import { day } from '../journeys.js';

const statuses = [
  'unknown',
  'in-transit',
  'held',
  'delivered',
  'delivery-failed',
  'lost',
  'returned-to-sender',
  'label-created',
  'cancelled',
] as const;
const texts = [
  '',
  'Held by customs',
  'Released by customs',
  'Delivered',
  'Returned to sender',
  'Parcel lost',
  'Refused by recipient',
  '离开始发国',
  '到达目的国',
  'Delivered to neighbour',
  '\u0000\ud800',
];

const event: fc.Arbitrary<JourneyEvent> = fc
  .record({
    at: fc.integer({ min: -40, max: 20 }).map(day),
    description: fc.constantFrom(...texts),
    unified: fc.constantFrom(...statuses),
    direction: fc.constantFrom('outbound' as const, 'return' as const, 'to-seller' as const),
    trackingNumber: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
    country: fc.option(fc.constantFrom('CN', 'DE', 'FR'), { nil: undefined }),
  })
  .map(({ at, description, unified, direction, trackingNumber, country }) => ({
    at,
    description,
    status: { unified, raw: '' },
    direction,
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
    ...(country === undefined ? {} : { place: { country } }),
  }));

const journey: fc.Arbitrary<Journey> = fc
  .record({
    events: fc.array(event, { maxLength: 8 }),
    order: fc.record(
      {
        placedAt: fc.constant(day(-35)),
        shippedAt: fc.integer({ min: -30, max: 12 }).map(day),
        estimatedDeliveryAt: fc.integer({ min: -10, max: 20 }).map(day),
        deliveredAt: fc.integer({ min: -10, max: 20 }).map(day),
        isShipped: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    isAbroad: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ events, order, isAbroad }) => ({
    events,
    order,
    ...(isAbroad === undefined ? {} : { origin: { country: 'CN' }, destination: { country: isAbroad ? 'DE' : 'CN' } }),
  }));

const options = { at: day(10) };

describe('any journey', () => {
  it('has one diagnosis, whatever the order of its events and however often each is told', () => {
    fc.assert(
      fc.property(journey, fc.infiniteStream(fc.nat()), (given, order) => {
        const twice = [...given.events, ...given.events]
          .map((one) => ({ one, key: order.next().value }))
          .sort((left, right) => left.key - right.key)
          .map(({ one }) => one);
        expect(diagnose({ ...given, events: twice }, options)).toEqual(diagnose(given, options));
      }),
      { numRuns: 300 },
    );
  });

  it('never makes it throw when events are added, and stays plain JSON', () => {
    fc.assert(
      fc.property(journey, fc.array(event, { maxLength: 5 }), (given, more) => {
        const found = diagnose({ ...given, events: [...given.events, ...more] }, options);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  it('is unknown exactly where nothing supports it, and rests on evidence everywhere else', () => {
    fc.assert(
      fc.property(journey, (given) => {
        const found = diagnose(given, options);
        expect(found.what === 'unknown').toBe(found.confidence === 'none');
        expect(found.evidence.length === 0).toBe(found.what === 'unknown');
        expect(found.alternatives.map(({ what }) => what)).not.toContain(found.what);
      }),
      { numRuns: 300 },
    );
  });

  it('is not changed by what happens after the moment it is made for', () => {
    fc.assert(
      fc.property(journey, event, (given, later) => {
        const after = { ...later, at: day(15) };
        const before = { ...given, events: given.events.filter(({ at }) => at <= day(10)) };
        // A number that only a later event has tells of another parcel, which must not matter either.
        expect(diagnose({ ...before, events: [...before.events, after] }, options).what).toBe(diagnose(before, options).what);
      }),
      { numRuns: 200 },
    );
  });
});
