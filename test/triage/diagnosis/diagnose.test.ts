import { describe, expect, it } from 'vitest';
import { diagnose, happenings, type Happening, type Journey, type JourneyEvent } from '../../../src/triage/index.js';
import { day, event, fromChina, inGermany, said } from '../journeys.js';

interface Scenario {
  readonly what: Happening;
  readonly confidence: string;
  readonly journey: Journey;
  readonly at?: number;
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'an order that has not to be shipped yet': {
    what: 'awaiting-shipment',
    confidence: 'certain',
    journey: { events: [], order: { isShipped: false, placedAt: day(1), shipBy: day(12) } },
  },
  'an order still not shipped after the marketplace’s day': {
    what: 'not-shipped-in-time',
    confidence: 'certain',
    journey: { events: [], order: { isShipped: false, shipBy: day(8) } },
  },
  'a label and nothing else thirty days after the order': {
    what: 'not-shipped-in-time',
    confidence: 'likely',
    journey: { events: [event(2, 'label-created')], order: { placedAt: day(-25) } },
  },
  'a parcel said to be shipped that no carrier has seen': {
    what: 'shipped-without-scan',
    confidence: 'likely',
    journey: { events: [event(2, 'label-created')], order: { isShipped: true, shippedAt: day(2) } },
  },
  'the seller’s own word as the only event': {
    what: 'shipped-without-scan',
    confidence: 'likely',
    journey: { events: [event(2, 'in-transit', { description: 'shipped to the buyer' })], order: { shippedAt: day(2) } },
  },
  'a parcel shipped yesterday': {
    what: 'in-transit',
    confidence: 'possible',
    journey: { events: [], order: { isShipped: true, shippedAt: day(9) } },
  },
  'scans for weeks, none beyond the border': {
    what: 'not-exported',
    confidence: 'likely',
    journey: { ...fromChina, events: [event(-15, 'in-transit'), said(6, 'Sorting center, processed')] },
  },
  'sent back before the border': {
    what: 'returned-before-export',
    confidence: 'certain',
    journey: { ...fromChina, events: [event(1, 'in-transit'), event(5, 'returned-to-sender')] },
  },
  'sent back by security, in words': {
    what: 'returned-before-export',
    confidence: 'likely',
    journey: { ...fromChina, events: [said(1, '揽收'), said(4, '安检不通过，退回')] },
  },
  'held by customs, by status and words': {
    what: 'held-by-customs',
    confidence: 'certain',
    journey: {
      ...fromChina,
      events: [said(3, 'Arrived at destination country'), event(5, 'held', { description: 'Held by customs' })],
    },
  },
  'held by customs, in words': {
    what: 'held-by-customs',
    confidence: 'likely',
    journey: { ...fromChina, events: [event(3, 'in-transit'), said(5, '清关异常')] },
  },
  'with customs for long without the word that it left': {
    what: 'held-by-customs',
    confidence: 'likely',
    journey: { ...fromChina, events: [said(-4, 'Import customs clearance started')] },
  },
  'refused at the door and sent back': {
    what: 'undelivered-at-destination',
    confidence: 'certain',
    journey: { ...inGermany, events: [said(3, 'Refused by recipient'), event(6, 'returned-to-sender')] },
  },
  'an address nobody knows': {
    what: 'undelivered-at-destination',
    confidence: 'likely',
    journey: { ...inGermany, events: [event(3, 'in-transit'), said(6, 'Undeliverable: unknown address')] },
  },
  'a failed delivery that nobody tried again': {
    what: 'undelivered-at-destination',
    confidence: 'likely',
    journey: { ...inGermany, events: [event(-10, 'delivery-failed')] },
  },
  'back at the seller under the original number': {
    what: 'undelivered-at-destination',
    confidence: 'certain',
    journey: { ...inGermany, events: [event(2, 'delivery-failed'), event(6, 'returned-to-sender', { direction: 'return' })] },
  },
  'delivered in another country': {
    what: 'delivered-elsewhere',
    confidence: 'certain',
    journey: { ...fromChina, events: [event(4, 'delivered', { place: { country: 'FR' } })] },
  },
  'delivered under another postal code': {
    what: 'delivered-elsewhere',
    confidence: 'certain',
    journey: {
      events: [event(4, 'delivered', { place: { city: 'Kiel', postalCode: '34117' } })],
      destination: { city: 'Kiel', postalCode: '24103' },
    },
  },
  'delivered to the wrong address, in words': {
    what: 'delivered-elsewhere',
    confidence: 'likely',
    journey: { events: [event(4, 'delivered', { description: 'Misdelivered, parcel will be collected' })] },
  },
  'lost, as the carrier says': {
    what: 'lost',
    confidence: 'certain',
    journey: { events: [event(1, 'in-transit'), event(4, 'lost')] },
  },
  'lost, in words': { what: 'lost', confidence: 'likely', journey: { events: [event(1, 'in-transit'), said(4, '包裹丢失')] } },
  'silent for so long that carriers pay': {
    what: 'lost',
    confidence: 'likely',
    journey: { ...inGermany, events: [event(-6, 'in-transit')] },
  },
  'delivered, by status': { what: 'delivered', confidence: 'certain', journey: { events: [event(4, 'delivered')] } },
  'delivered, in words': { what: 'delivered', confidence: 'likely', journey: { events: [said(4, '快件已签收')] } },
  'delivered, by the order alone': {
    what: 'delivered',
    confidence: 'likely',
    journey: { events: [], order: { deliveredAt: day(4) } },
  },
  'delivered after the promised moment': {
    what: 'delivered-late',
    confidence: 'certain',
    journey: { events: [event(4, 'delivered')], order: { estimatedDeliveryAt: day(2) } },
  },
  'moving in time': {
    what: 'in-transit',
    confidence: 'certain',
    journey: { events: [event(8, 'in-transit')], order: { estimatedDeliveryAt: day(14) } },
  },
  'moving without a promise': { what: 'in-transit', confidence: 'likely', journey: { events: [event(8, 'in-transit')] } },
  'moving after the promised moment': {
    what: 'late',
    confidence: 'certain',
    journey: { events: [event(8, 'in-transit')], order: { estimatedDeliveryAt: day(9) } },
  },
  nothing: { what: 'unknown', confidence: 'none', journey: { events: [] } },
  'a text in a language that is not read': { what: 'unknown', confidence: 'none', journey: { events: [said(4, 'Zugestellt')] } },
};

describe('what happened', () => {
  it.each(Object.entries(scenarios))('%s', (_name, { what, confidence, journey, at = 10 }) => {
    const found = diagnose(journey, { at: day(at) });
    expect({ what: found.what, confidence: found.confidence }).toEqual({ what, confidence });
    // Whatever is diagnosed rests on something, and whatever is not certain says what would settle it.
    expect(found.evidence.length > 0).toBe(what !== 'unknown');
    expect(found.settledBy.length > 0).toBe(confidence !== 'certain');
  });

  it('has a scenario for each happening', () => {
    const told = new Set(Object.values(scenarios).map(({ what }) => what));
    expect(happenings.filter((what) => !told.has(what))).toEqual([]);
  });
});

describe('what a diagnosis rests on', () => {
  it('names the event, the time that passed, and the page of the threshold', () => {
    const { evidence } = diagnose({ ...inGermany, events: [event(-6, 'in-transit', { trackingNumber: 'A1' })] }, { at: day(10) });
    expect(evidence).toEqual([
      { kind: 'event', at: day(-6), mark: 'moving', readFrom: 'status', native: 'in-transit', trackingNumber: 'A1' },
      {
        kind: 'time-passed',
        since: day(-6),
        days: 16,
        threshold: { name: 'lostWithinInDays', days: 15, source: expect.stringContaining('USPS') },
      },
    ]);
  });

  it('repeats no text of the carrier, who writes names into it', () => {
    const found = diagnose(
      { events: [event(4, 'delivered', { description: 'Signed for by Erika Mustermann' })] },
      { at: day(10) },
    );
    expect(JSON.stringify(found)).not.toContain('Erika');
  });

  it('takes the caller’s threshold and says whose it is', () => {
    const journey: Journey = { ...inGermany, events: [event(5, 'in-transit')] };
    const found = diagnose(journey, { at: day(10), thresholds: { lostWithinInDays: 4 } });
    expect(found.what).toBe('lost');
    expect(found.evidence[1]).toMatchObject({ threshold: { days: 4, source: 'set by the caller' } });
    expect(diagnose(journey, { at: day(10) }).what).toBe('in-transit');
  });

  it.each([
    ['Refused by addressee', 'refused'],
    ['Undeliverable, wrong address', 'address'],
    ['Unclaimed', 'unclaimed'],
    ['Undeliverable', 'unknown'],
  ])('reads from "%s" why it was not handed over', (description, obstacle) => {
    expect(diagnose({ ...inGermany, events: [said(5, description)] }, { at: day(10) })).toMatchObject({
      what: 'undelivered-at-destination',
      obstacle,
    });
  });

  it('reads unpaid duties as the reason customs hold it', () => {
    const found = diagnose({ ...fromChina, events: [said(5, 'Held in customs, duties are due')] }, { at: day(10) });
    expect(found).toMatchObject({ what: 'held-by-customs', obstacle: 'duty-unpaid' });
  });
});

describe('what is believed', () => {
  it.each([
    ['Item not delivered, will try again', 'in-transit'],
    ['Out for delivery', 'in-transit'],
    ['Parcel will be delivered tomorrow', 'in-transit'],
    ['Delivered to airline', 'in-transit'],
    ['Missing information of the recipient', 'in-transit'],
    ['Delivered, signed by recipient', 'delivered'],
    ['包裹正在派送中', 'in-transit'],
    ['派送失败，未妥投', 'in-transit'],
    ['已妥投', 'delivered'],
    ['尚未揽收', 'awaiting-shipment'],
    ['Not yet delivered', 'in-transit'],
    ['Has not yet been delivered', 'in-transit'],
    ['Your parcel cannot be delivered', 'in-transit'],
    ['It can’t be delivered today', 'in-transit'],
    ['Delivery could not be completed', 'in-transit'],
    ['Nobody at home, notice left', 'in-transit'],
    ['Refused, and will not be delivered', 'undelivered-at-destination'],
    ['Awaiting collection by recipient', 'unknown'],
    ['Awaiting collection', 'awaiting-shipment'],
    ['Picked up by the recipient', 'delivered'],
    ['Picked up by courier', 'in-transit'],
    ['Left at the front door', 'delivered'],
    ['Left the sorting center', 'in-transit'],
    ['快递员正在派件，请准备签收', 'in-transit'],
    ['待签收', 'in-transit'],
    ['未能签收', 'in-transit'],
    ['收件人拒绝签收', 'undelivered-at-destination'],
    ['尚未送达', 'in-transit'],
    ['客户签收', 'delivered'],
  ])('"%s" is %s', (description, what) => {
    expect(diagnose({ events: [said(9, description)] }, { at: day(10) }).what).toBe(what);
  });

  it('a status before the words beside it', () => {
    const events = [event(9, 'in-transit', { description: 'Delivered: parcel handed to delivery partner' })];
    expect(diagnose({ events }, { at: day(10) }).what).toBe('in-transit');
  });

  it('the latest ending: found again, delivered after all', () => {
    const lost = event(3, 'lost');
    expect(diagnose({ events: [lost, event(8, 'in-transit')] }, { at: day(10) }).what).toBe('in-transit');
    expect(diagnose({ events: [lost, event(8, 'delivered')] }, { at: day(10) }).what).toBe('delivered');
    expect(diagnose({ events: [lost], order: { deliveredAt: day(8) } }, { at: day(10) }).what).toBe('delivered');
    expect(diagnose({ events: [lost], order: { deliveredAt: day(2) } }, { at: day(10) }).what).toBe('lost');
  });

  it('a failed delivery is no loss while the parcel is kept for the buyer', () => {
    const journey: Journey = { ...inGermany, events: [event(1, 'delivery-failed')] };
    expect(diagnose(journey, { at: day(17) }).what).toBe('in-transit');
    expect(diagnose(journey, { at: day(19) }).what).toBe('undelivered-at-destination');
  });

  it('a loss until somebody scans the parcel, not until somebody writes of it', () => {
    const events = [event(1, 'in-transit'), event(4, 'lost'), said(6, 'Claim opened')];
    expect(diagnose({ events }, { at: day(10) }).what).toBe('lost');
  });

  it('a courier on the way to the door as proof that it left the country', () => {
    const events = [event(-15, 'in-transit'), event(7, 'out-for-delivery')];
    expect(diagnose({ ...fromChina, events }, { at: day(10) }).what).toBe('in-transit');
  });

  it('release by customs, and a scan after them', () => {
    const held = said(3, 'Held by customs');
    expect(diagnose({ ...fromChina, events: [held, said(5, 'Released by customs')] }, { at: day(10) }).what).toBe('in-transit');
    expect(diagnose({ ...fromChina, events: [held, event(5, 'out-for-delivery')] }, { at: day(10) }).what).toBe('in-transit');
    expect(diagnose({ ...fromChina, events: [held, said(5, 'Customs documents received')] }, { at: day(10) }).what).toBe(
      'held-by-customs',
    );
  });

  it('the buyer’s return is not the parcel coming back', () => {
    const back = [
      event(6, 'in-transit', { direction: 'return', trackingNumber: 'R9' }),
      event(8, 'delivered', { direction: 'return' }),
    ];
    expect(diagnose({ events: [event(3, 'delivered'), ...back] }, { at: day(10) }).what).toBe('delivered');
    expect(diagnose({ events: back }, { at: day(10) }).what).toBe('unknown');
  });

  it('nothing after the moment of the diagnosis', () => {
    expect(diagnose({ events: [event(4, 'in-transit'), event(9, 'delivered')] }, { at: day(5) }).what).toBe('in-transit');
  });
});

describe('what stays open', () => {
  it('two endings at the same moment, both told', () => {
    const found = diagnose({ events: [event(4, 'delivered'), event(4, 'lost')] }, { at: day(10) });
    expect(found.what).toBe('unknown');
    expect(found.alternatives.map(({ what }) => what).sort()).toEqual(['delivered', 'lost']);
  });

  it('a loss after a delivery', () => {
    const found = diagnose({ events: [event(3, 'delivered'), event(8, 'lost')] }, { at: day(10) });
    expect(found.what).toBe('unknown');
    expect(found.alternatives.map(({ what }) => what).sort()).toEqual(['delivered', 'lost']);
  });

  it.each<[string, Partial<JourneyEvent>]>([
    ['a neighbor who took it', { description: 'Delivered to neighbour' }],
    ['a parcel locker or porter', { description: '已签收，由门卫代收' }],
    ['a town that may only be spelt otherwise', { place: { city: 'Munich' } }],
  ])('%s: delivered, and perhaps elsewhere', (_what, more) => {
    const found = diagnose({ events: [event(4, 'delivered', more)], destination: { city: 'München' } }, { at: day(10) });
    expect(found).toMatchObject({ what: 'delivered', confidence: 'certain' });
    expect(found.alternatives).toMatchObject([{ what: 'delivered-elsewhere', confidence: 'possible' }]);
  });

  it('sent back from before or beyond the border, without the route', () => {
    const found = diagnose({ events: [event(1, 'in-transit'), event(4, 'returned-to-sender')] }, { at: day(10) });
    expect(found.what).toBe('unknown');
    expect(found.alternatives.map(({ what }) => what)).toEqual(['returned-before-export', 'undelivered-at-destination']);
  });

  it('two parcels that fared differently, unless the caller names the one', () => {
    const events = [event(4, 'delivered', { trackingNumber: 'A' }), event(5, 'lost', { trackingNumber: 'B' })];
    const open = diagnose({ events }, { at: day(10) });
    expect(open.what).toBe('unknown');
    expect(open.settledBy[0]).toEqual({ code: 'which-parcel', askOf: 'buyer' });
    expect(diagnose({ events, trackingNumbers: ['B'] }, { at: day(10) }).what).toBe('lost');
    expect(diagnose({ events: [events[0]!, event(6, 'delivered', { trackingNumber: 'B' })] }, { at: day(10) }).what).toBe(
      'delivered',
    );
  });

  it('a parcel of which the order does not say whether it was shipped', () => {
    expect(diagnose({ events: [], order: { placedAt: day(-60), shipBy: day(1) } }, { at: day(10) }).what).toBe('unknown');
  });
});

describe('a journey that is wrong', () => {
  it.each<[unknown, string]>([
    [{ events: [{ ...event(1, 'lost'), at: '2026-11-01' }] }, 'journey.events.0.at'],
    [{ events: [{ ...event(1, 'lost'), status: { unified: 'eaten', raw: '' } }] }, 'journey.events.0.status.unified'],
    [{ events: [], order: { shippedOn: day(1) } }, 'journey.order'],
    [{ events: [], destination: { country: 'Germany' } }, 'journey.destination.country'],
    [{ events: [], trackingNumbers: [] }, 'journey.trackingNumbers'],
    [{}, 'journey.events'],
  ])('%j is refused with its path', (journey, path) => {
    // @ts-expect-error what a caller without types may pass
    expect(() => diagnose(journey, { at: day(1) })).toThrow(
      expect.objectContaining({ code: 'invalid-input', issues: [expect.objectContaining({ path })] }),
    );
  });

  it('so is a threshold nobody knows', () => {
    // @ts-expect-error what a caller without types may pass
    expect(() => diagnose({ events: [] }, { at: day(1), thresholds: { lostInDays: 3 } })).toThrow(/options.thresholds/);
  });
});
