import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  diagnose,
  evidenceToAsk,
  toJourney,
  triage,
  type PastCase,
  type Signal,
  type TriageSubject,
} from '../../src/triage/index.js';
import { isReason, reasonDefinitions } from '../../src/core/reason.js';
import type { Case, Order } from '../../src/index.js';
import type { CaseFacts, ReturnDecision } from '../../src/policy/index.js';
import type { Solution } from '../../src/triage/index.js';
import { costs, decideByHouse, decideByLaw, eur, factsOf } from './cases.js';
import { day, event, inGermany } from './journeys.js';

const at = day(10);
const facts = factsOf('not-received');
const decision = decideByHouse(facts);
const past = (caseId: string, more: Partial<PastCase> = {}): PastCase => ({
  caseId,
  buyer: 'b-1',
  openedAt: day(-30),
  reason: 'not-received',
  ...more,
});

describe('who answers for it', () => {
  const lost = { ...inGermany, events: [event(3, 'lost')] };
  const liabilityOf = (subject: TriageSubject): unknown => {
    const { party, recourse, because } = triage(subject, decideByHouse(subject.facts), { at }).liability;
    return [party, recourse, because.code];
  };

  it('the seller for what is lost on the way, who may turn to the carrier', () => {
    expect(liabilityOf({ facts, journey: lost })).toEqual(['seller', 'carrier', 'risk-is-the-sellers-until-delivery']);
  });

  it('the carrier the buyer chose; the marketplace that ships', () => {
    const chosen = factsOf('not-received', { order: { placedAt: day(-20), carrierChosenBy: 'buyer' } });
    expect(liabilityOf({ facts: chosen, journey: lost })).toEqual(['carrier', null, 'carrier-chosen-by-buyer']);
    const shipped = factsOf('not-received', { programme: 'fulfilled-by-marketplace' });
    expect(liabilityOf({ facts: shipped, journey: lost })).toEqual(['marketplace', null, 'marketplace-ships']);
  });

  it.each([
    ['DDP', 'Held by customs', 'seller', 'duties-are-the-sellers'],
    ['DAP', 'Held by customs, duties are due', 'buyer', 'duties-are-the-buyers'],
    ['DAP', 'Held by customs', 'unknown', 'obstacle-unknown'],
    [undefined, 'Held by customs', 'unknown', 'incoterm-unknown'],
  ] as const)('at customs under %s, "%s": %s', (incoterm, description, party, code) => {
    const given = factsOf('customs-hold', { order: { placedAt: day(-20), ...(incoterm && { incoterm }) } });
    const journey = { events: [event(3, 'held', { description })] };
    expect(liabilityOf({ facts: given, journey })).toEqual([party, null, code]);
  });

  it('the buyer who refuses it, nobody known for an address', () => {
    const refused = { events: [event(3, 'delivery-failed', { description: 'Refused by recipient' })], ...inGermany };
    const unknown = {
      events: [event(3, 'delivery-failed', { description: 'Address not found, undeliverable: unknown address' })],
      ...inGermany,
    };
    expect(liabilityOf({ facts, journey: refused })).toEqual(['buyer', null, 'refused-by-buyer']);
    expect(liabilityOf({ facts, journey: unknown })).toEqual(['unknown', null, 'obstacle-unknown']);
  });

  it('nobody yet while it is on its way in time; a person where delivery is denied', () => {
    const moving = { events: [event(9, 'in-transit')], order: { estimatedDeliveryAt: day(15) } };
    expect(liabilityOf({ facts, journey: moving })).toEqual(['unknown', null, 'nothing-has-gone-wrong']);
    const denied = triage({ facts, journey: { events: [event(3, 'delivered')] } }, decision, { at });
    expect(denied.liability.because.code).toBe('delivered-but-denied');
    expect(denied.needsPerson).toContainEqual({ code: 'delivered-but-denied' });
  });

  it('the seller who has none left, although nothing is due yet', () => {
    const waiting = { events: [], order: { isShipped: false, shipBy: day(15) } };
    expect(liabilityOf({ facts: factsOf('out-of-stock'), journey: waiting })).toEqual(['seller', null, 'as-decided']);
    expect(liabilityOf({ facts, journey: waiting })).toEqual(['unknown', null, 'nothing-has-gone-wrong']);
  });

  it('as decided, where it is about the goods', () => {
    expect(liabilityOf({ facts: factsOf('defective') })).toEqual(['seller', null, 'as-decided']);
    expect(liabilityOf({ facts: factsOf('damaged-in-transit') })).toEqual(['seller', 'carrier', 'as-decided']);
    const chosen = factsOf('damaged-in-transit', { order: { placedAt: day(-20), carrierChosenBy: 'buyer' } });
    expect(liabilityOf({ facts: chosen })).toEqual(['seller', null, 'as-decided']);
  });
});

describe('the journey', () => {
  it('takes from the decision until when it had to be shipped', () => {
    const stated = factsOf('not-received', { platformDeadlines: [{ duty: 'ship', party: 'seller', by: day(4) }] });
    const { diagnosis } = triage({ facts: stated, journey: { events: [], order: { isShipped: false } } }, decideByHouse(stated), {
      at,
    });
    expect(diagnosis).toMatchObject({ what: 'not-shipped-in-time', confidence: 'certain', since: day(4) });
  });

  it('is made from a case and its order', () => {
    const order = { status: { unified: 'ready-to-ship', raw: 'x' }, placedAt: day(1), buyerCountry: 'DE' };
    const found = { order: { id: '1' }, shipments: [], deadlines: [{ duty: 'ship', party: 'seller', by: day(4) }] };
    // Only what a journey reads of them.
    const journey = toJourney({ events: [], order: order as unknown as Order, found: found as unknown as Case });
    expect(journey).toEqual({
      events: [],
      order: { placedAt: day(1), shipBy: day(4), isShipped: false },
      destination: { country: 'DE' },
    });
    expect(diagnose(journey, { at }).what).toBe('not-shipped-in-time');
    expect(toJourney({ events: [] })).toEqual({ events: [] });
  });
});

describe('the evidence to ask for', () => {
  it('is a photo and a video of the fault for faulty goods, nothing for a change of mind', () => {
    expect(evidenceToAsk('defective').map(({ kind, shows }) => [kind, shows])).toEqual([
      ['photo', 'fault'],
      ['video', 'fault-in-use'],
    ]);
    expect(evidenceToAsk('no-longer-needed')).toEqual([]);
  });

  it('marks what is there already', () => {
    const given = factsOf('short-quantity', {
      evidence: [
        { kind: 'unboxing', from: 'buyer' },
        { kind: 'photo', from: 'seller' },
      ],
    });
    const asked = triage({ facts: given }, decideByHouse(given), { at }).evidenceToAsk;
    expect(asked.map(({ kind, isThere }) => [kind, isThere])).toEqual([
      ['photo', false],
      ['unboxing', true],
      ['weight', false],
    ]);
  });

  it('is known for every reason about goods', () => {
    const silent = Object.keys(reasonDefinitions)
      .filter(isReason)
      .filter((reason) => reasonDefinitions[reason].reasonClass === 'conformity' && evidenceToAsk(reason).length === 0);
    expect(silent).toEqual([]);
  });
});

describe('signals', () => {
  const signalsOf = (subject: Partial<TriageSubject>): readonly Signal[] =>
    triage({ facts, ...subject }, decision, { at }).signals;
  const kindsOf = (subject: Partial<TriageSubject>): readonly string[] => signalsOf(subject).map(({ kind }) => kind);

  it('see a buyer of many cases, each case once and this one not', () => {
    const history = [past('1', { reason: 'defective' }), past('2', { reason: 'defective' }), past('3', { reason: 'defective' })];
    expect(kindsOf({ buyer: 'b-1', history })).toEqual(['repeated-buyer']);
    expect(kindsOf({ buyer: 'b-1', history: [...history.slice(1), ...history.slice(1)] })).toEqual([]);
    expect(kindsOf({ buyer: 'b-1', caseId: '3', history })).toEqual([]);
    expect(kindsOf({ buyer: 'b-2', history })).toEqual([]);
    expect(kindsOf({ history })).toEqual([]);
    expect(kindsOf({ buyer: 'b-1', history: history.map((one) => ({ ...one, openedAt: day(-400) })) })).toEqual([]);
  });

  it('see goods that never come to one buyer, in such a case only', () => {
    const history = [past('1'), past('2')];
    expect(kindsOf({ buyer: 'b-1', history })).toEqual(['serial-not-received']);
    expect(kindsOf({ buyer: 'b-1', history, facts: factsOf('defective') })).toEqual([]);
    expect(kindsOf({ facts: factsOf('not-received', { buyerHistory: { notReceived: 2 } }) })).toEqual(['serial-not-received']);
  });

  it('see another thing come back', () => {
    expect(kindsOf({ returned: { isSameItem: false } })).toEqual(['wrong-item-returned']);
    expect(kindsOf({ returned: { weightInGrams: 100, sentWeightInGrams: 500 } })).toEqual(['wrong-item-returned']);
    expect(kindsOf({ returned: { isSameItem: true, weightInGrams: 480, sentWeightInGrams: 500 } })).toEqual([]);
  });

  it('see a threat of the buyer, point at the message and repeat none of it', () => {
    const text = 'If you do not refund me I will leave a bad review';
    const signals = signalsOf({
      messages: [
        { from: 'seller', text },
        { from: 'buyer', at: day(8), text },
      ],
    });
    expect(signals).toEqual([
      { kind: 'review-threat', evidence: [{ kind: 'message', index: 1, at: day(8), language: 'en' }], asks: 'a-person' },
    ]);
  });

  it('ask for a person, and their type has nothing else to say', () => {
    expectTypeOf<keyof Signal>().toEqualTypeOf<'kind' | 'evidence' | 'asks'>();
    expectTypeOf<Signal['asks']>().toEqualTypeOf<'a-person'>();
    const { needsPerson } = triage({ facts, returned: { isSameItem: false } }, decision, { at });
    expect(needsPerson).toContainEqual({ code: 'signal', signal: 'wrong-item-returned' });
  });

  it('never change diagnosis, liability or solutions', () => {
    const history = fc.array(
      fc.record({
        caseId: fc.string({ minLength: 1, maxLength: 3 }),
        buyer: fc.constantFrom('b-1', 'b-2'),
        openedAt: fc.integer({ min: -60, max: 9 }).map(day),
        reason: fc.constantFrom('not-received' as const, 'defective' as const),
      }),
    );
    const messages = fc.array(
      fc.record({
        from: fc.constant('buyer' as const),
        text: fc.constantFrom('不退款就给差评', 'refund or bad review', 'hello'),
      }),
    );
    const journey = { ...inGermany, events: [event(6, 'in-transit')], order: { estimatedDeliveryAt: day(8) } };
    const calm = triage({ facts, journey }, decision, { at, costs });
    fc.assert(
      fc.property(history, messages, fc.boolean(), (given, written, isSameItem) => {
        const subject = { facts, journey, buyer: 'b-1', history: given, messages: written, returned: { isSameItem } };
        const { diagnosis, liability, solutions }: { solutions: readonly Solution[]; diagnosis: unknown; liability: unknown } =
          triage(subject, decision, { at, costs });
        expect({ diagnosis, liability, solutions }).toEqual({
          diagnosis: calm.diagnosis,
          liability: calm.liability,
          solutions: calm.solutions,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the answer', () => {
  it('is plain JSON', () => {
    const found = triage({ facts }, decideByLaw(facts), { at, costs });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('takes facts and a decision that were stored as JSON', () => {
    const stored: { facts: CaseFacts; decision: ReturnDecision } = JSON.parse(JSON.stringify({ facts, decision }));
    expect(triage({ facts: stored.facts }, stored.decision, { at, costs })).toEqual(triage({ facts }, decision, { at, costs }));
  });
});

describe('what is wrong is refused with its path', () => {
  it.each<[unknown, unknown, unknown, string]>([
    [{ facts: { ...facts, reason: 'boredom' } }, decision, { at }, 'subject.facts.reason'],
    [{}, decision, { at }, 'subject.facts'],
    [{ facts, history: [{ ...past('1'), reason: 'boredom' }] }, decision, { at }, 'subject.history.0.reason'],
    [{ facts, returned: { weightInGrams: -1 } }, decision, { at }, 'subject.returned.weightInGrams'],
    [{ facts, mood: 'bad' }, decision, { at }, 'subject'],
    [{ facts }, {}, { at }, 'decision.verdict'],
    [{ facts }, decision, { at: 'now' }, 'options.at'],
    [{ facts }, decision, { at, costs: { goods: eur(-1) } }, 'options.costs.goods.minor'],
    [{ facts }, decision, { at, costs: { chances: { arrives: '60%' } } }, 'options.costs.chances.arrives'],
    [{ facts }, decision, { at, costs: { chances: { arrives: 0.6 } } }, 'options.costs.chances.arrives'],
    [{ facts }, decision, { at, costs: { goods: eur(1), handling: { minor: 1, currency: 'USD' } } }, 'options.costs'],
    [{ facts }, decision, { at, signalLimits: { repeatedCases: 0 } }, 'options.signalLimits.repeatedCases'],
  ])('%#', (subject, given, options, path) => {
    const raise = (): unknown => {
      try {
        // @ts-expect-error what a caller without types may pass
        return triage(subject, given, options);
      } catch (error) {
        return error;
      }
    };
    expect(raise()).toMatchObject({ code: 'invalid-input' });
    expect(raise()).toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ path })]) });
  });
});
