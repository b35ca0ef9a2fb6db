import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage, type Costs, type Journey, type Solution, type SolutionKind } from '../../../src/triage/index.js';
import type { CaseFacts, RefundLine } from '../../../src/policy/index.js';
import { compareSolutions } from '../../../src/triage/solutions/solve.js';
import { costs, decideByHouse, decideByLaw, eur, factsOf } from '../cases.js';
import { day, event, fromChina, inGermany } from '../journeys.js';

const at = day(10);
const lost: Journey = { ...inGermany, events: [event(-8, 'in-transit'), event(3, 'lost')] };
const late: Journey = { ...inGermany, events: [event(6, 'in-transit')], order: { estimatedDeliveryAt: day(8) } };
const back: Journey = { ...fromChina, events: [event(1, 'in-transit'), event(5, 'returned-to-sender')] };
const unshipped: Journey = { events: [], order: { isShipped: false, shipBy: day(5) } };

const solutionsOf = (facts: CaseFacts, journey?: Journey, given: Costs = costs): readonly Solution[] =>
  triage({ facts, ...(journey === undefined ? {} : { journey }) }, decideByHouse(facts), { at, costs: given }).solutions;

const one = (solutions: readonly Solution[], kind: SolutionKind): Solution => {
  const found = solutions.find((solution) => solution.kind === kind);
  if (found === undefined) throw new Error(`${kind} is not open`);
  return found;
};

describe('what is open', () => {
  it.each<[string, Journey | undefined, CaseFacts['reason'], readonly SolutionKind[]]>([
    ['a lost parcel is not waited for', lost, 'not-received', ['reship', 'refund']],
    ['a late one may be', late, 'not-received', ['wait', 'reship', 'refund']],
    ['goods that never left are sent late or paid back', unshipped, 'not-received', ['wait', 'refund']],
    ['goods that came back are sent again', back, 'not-received', ['reship', 'refund']],
    ['faulty goods are with the buyer', undefined, 'defective', ['reship', 'partial-refund', 'return-and-refund', 'refund']],
    [
      'goods that are only not wanted are not sent again',
      { events: [event(1, 'delivered')] },
      'no-longer-needed',
      ['partial-refund', 'return-and-refund', 'refund'],
    ],
    [
      'goods that the buyer denies to have cannot be sent back',
      { events: [event(1, 'delivered')] },
      'not-received',
      ['reship', 'refund'],
    ],
  ])('%s', (_name, journey, reason, kinds) => {
    expect(
      solutionsOf(factsOf(reason), journey)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...kinds].sort());
  });
});

describe('where the goods are', () => {
  const kindsOf = (solutions: readonly Solution[]): readonly SolutionKind[] => solutions.map(({ kind }) => kind).sort();
  const delivered = { placedAt: day(-20), deliveredAt: day(1) };

  it('is with a buyer who complains of them, although tracking missed the delivery', () => {
    const facts = factsOf('defective', { order: { placedAt: day(-20) } });
    const silent: Journey = { ...inGermany, events: [event(-8, 'in-transit')] };
    const { diagnosis, liability, solutions } = triage({ facts, journey: silent }, decideByHouse(facts), { at, costs });
    expect(diagnosis.what).toBe('lost');
    expect(liability).toMatchObject({ party: 'seller', recourse: null, because: { code: 'as-decided' } });
    expect(kindsOf(solutions)).toEqual(['partial-refund', 'refund', 'reship', 'return-and-refund']);
    expect(kindsOf(solutionsOf(facts, lost))).toEqual(['refund', 'reship']);
  });

  it('is for the facts to say too, and for the journey before them', () => {
    const silent: Journey = { ...inGermany, events: [event(-8, 'in-transit')] };
    const facts = factsOf('no-longer-needed', { order: { placedAt: '2026-10-11', deliveredAt: '2026-10-24' } });
    const { diagnosis } = triage({ facts, journey: silent }, decideByHouse(facts), { at });
    expect(diagnosis).toMatchObject({ what: 'delivered', since: '2026-10-24T00:00:00.000Z' });
    const promised = factsOf('not-received', { order: { estimatedDeliveryAt: '2026-11-09' } });
    const moving: Journey = { ...inGermany, events: [event(8, 'in-transit')] };
    expect(triage({ facts: promised, journey: moving }, decideByHouse(promised), { at }).diagnosis.what).toBe('late');
    const later: Journey = { ...moving, order: { estimatedDeliveryAt: day(12) } };
    expect(triage({ facts: promised, journey: later }, decideByHouse(promised), { at }).diagnosis.what).toBe('in-transit');
  });

  it('is not told by events that nobody asked for', () => {
    const facts = factsOf('not-received', { order: { placedAt: day(-20), shippedAt: day(-10) } });
    expect(triage({ facts }, decideByHouse(facts), { at }).diagnosis.what).toBe('unknown');
    expect(triage({ facts, journey: { events: [] } }, decideByHouse(facts), { at }).diagnosis.what).toBe('shipped-without-scan');
  });

  it.each<[string, Partial<CaseFacts>]>([
    ['agreed so', { agreed: { keepsGoods: true } }],
    ['the marketplace says so', { platformStates: { isReturnless: true } }],
    ['they are no things', { item: { price: eur(2000), quantity: 1, category: 'digital-content' } }],
  ])('stays with the buyer where %s: nothing comes back', (_name, more) => {
    const facts = factsOf('no-longer-needed', { order: delivered, ...more });
    expect(kindsOf(solutionsOf(facts))).toEqual(['partial-refund', 'refund']);
  });

  it('is no longer with a buyer who has sent them back', () => {
    const events = { dispatchedBackAt: day(8), goodsReturnedAt: day(9) };
    const unwanted = solutionsOf(factsOf('no-longer-needed', { order: delivered, events }));
    expect(kindsOf(unwanted)).toEqual(['return-and-refund']);
    const faulty = solutionsOf(factsOf('defective', { order: delivered, events }));
    expect(kindsOf(faulty)).toEqual(['reship', 'return-and-refund']);
    expect(one(faulty, 'reship').cost).toEqual(eur(800 - 200 + 450 + 300));
  });
});

describe('what each costs', () => {
  it('waiting: the compensation, and the refund as often as it does not arrive', () => {
    const { cost, lines } = one(solutionsOf(factsOf('not-received'), late), 'wait');
    expect(lines.map(({ kind, chance, expected }) => [kind, chance, expected.minor])).toEqual([
      ['compensation', '1', 100],
      ['refund', '0.4', 800],
      ['carrier-compensation', '0.2', -120],
    ]);
    expect(cost).toEqual(eur(780));
  });

  it('sending again what came back: only the way', () => {
    expect(one(solutionsOf(factsOf('not-received'), back), 'reship').cost).toEqual(eur(300));
  });

  it('paying back goods that never left: they can still be sold', () => {
    expect(one(solutionsOf(factsOf('not-received'), unshipped), 'refund').cost).toEqual(eur(2000 - 800 + 150));
  });

  it('a return: the way back where it is the seller’s, and what the goods are still worth', () => {
    expect(one(solutionsOf(factsOf('defective')), 'return-and-refund').cost).toEqual(eur(2000 + 450 - 200 + 150));
    const buyerPays = solutionsOf(factsOf('no-longer-needed'), { events: [event(1, 'delivered')] });
    expect(one(buyerPays, 'return-and-refund').lines.map(({ kind }) => kind)).not.toContain('return-shipping');
  });

  it('a way back once: not beside a refund that has it already, nor less where it was taken off the refund', () => {
    const laidOut = factsOf('defective', { returnShipping: { cost: eur(400), labelPayer: 'buyer' } });
    expect(one(solutionsOf(laidOut), 'return-and-refund').cost).toEqual(eur(2000 + 400 - 200 + 150));
    const unwanted = factsOf('no-longer-needed', { order: { deliveredAt: day(1) } });
    const decision = decideByHouse(unwanted);
    const deducted: RefundLine = { kind: 'return-shipping', amount: eur(-400), cap: null, because: [] };
    const refund = { ...decision.refund, total: eur(1600), lines: [...decision.refund.lines, deducted] };
    const { solutions } = triage({ facts: unwanted }, { ...decision, refund }, { at, costs });
    expect(one(solutions, 'return-and-refund').cost).toEqual(eur(1600 + 450 - 200 + 150));
  });

  it('goods that broke on the way: less what the carrier pays, whatever is done about it', () => {
    const solutions = solutionsOf(factsOf('damaged-in-transit', { order: { deliveredAt: day(1) } }));
    expect(solutions.map(({ lines }) => lines.find(({ kind }) => kind === 'carrier-compensation')?.expected)).toEqual(
      solutions.map(() => eur(-300)),
    );
    expect(one(solutions, 'refund').assumptions).toContainEqual({
      code: 'chance-given',
      about: 'chances.carrierPays',
      value: '0.5',
    });
    expect(one(solutionsOf(factsOf('defective')), 'refund').lines.map(({ kind }) => kind)).not.toContain('carrier-compensation');
  });

  it('a partial refund: the whole as often as it is refused', () => {
    expect(one(solutionsOf(factsOf('defective')), 'partial-refund').cost).toEqual(eur(250 + 1000));
  });

  it('a refund of goodwill: the price, where nothing is owed', () => {
    const facts = factsOf('defective', { requestedAt: '2027-11-01T00:00:00Z' });
    const { cost, assumptions, lawfulness } = one(solutionsOf(facts), 'refund');
    expect(cost).toEqual(eur(2150));
    expect(assumptions).toContainEqual({ code: 'refund-is-the-price', about: 'refund', value: null });
    expect(lawfulness).toMatchObject({ state: 'lawful', code: 'nothing-owed' });
  });

  it('nothing is guessed: what is missing is named, and the cost is unknown', () => {
    const solutions = solutionsOf(factsOf('not-received'), late, {});
    expect(one(solutions, 'wait')).toMatchObject({ cost: null, missing: ['chances.arrives'] });
    expect(one(solutions, 'reship')).toMatchObject({ cost: null, missing: ['goods', 'shipping.replacement'] });
    expect(one(solutions, 'refund')).toMatchObject({ cost: eur(2000), missing: [] });
  });

  it('what counts as nothing is said', () => {
    const { assumptions } = one(solutionsOf(factsOf('not-received'), late, {}), 'refund');
    expect(assumptions).toContainEqual({ code: 'counted-as-nothing', about: 'feesKept', value: null });
  });
});

describe('what is lawful', () => {
  it('is read from the remedies of the decision, with their rules', () => {
    const { lawfulness } = one(solutionsOf(factsOf('defective')), 'reship');
    expect(lawfulness).toMatchObject({ state: 'lawful', code: 'seller-chooses' });
    expect(lawfulness.because[0]?.rule).toBe('faulty');
  });

  it('leaves the choice to the buyer where the law does', () => {
    const facts = factsOf('defective');
    const asked = factsOf('defective', { remedy: 'replacement' });
    const lawfulnessOf = (given: CaseFacts): Solution['lawfulness'] =>
      one(triage({ facts: given }, decideByLaw(given), { at, costs }).solutions, 'reship').lawfulness;
    expect(lawfulnessOf(facts)).toMatchObject({ state: 'if-agreed', code: 'buyer-chooses' });
    expect(lawfulnessOf(asked)).toMatchObject({ state: 'lawful', code: 'asked-by-buyer' });
  });

  it('comes before cheap: a cheaper offer that needs consent stands behind what is owed', () => {
    const facts = factsOf('no-longer-needed', { order: { placedAt: day(-20), deliveredAt: day(1) } });
    expect(solutionsOf(facts).map(({ kind, lawfulness }) => [kind, lawfulness.state])).toEqual([
      ['return-and-refund', 'lawful'],
      ['refund', 'lawful'],
      ['partial-refund', 'if-agreed'],
    ]);
  });

  it('is for a review to say where the decision is', () => {
    const facts = factsOf('not-received', { buyer: { country: 'DE' } });
    const { solutions, needsPerson } = triage({ facts, journey: lost }, decideByLaw(facts), { at, costs });
    expect(one(solutions, 'reship').lawfulness.state).toBe('unknown');
    expect(needsPerson).toContainEqual({ code: 'decision-needs-review' });
  });
});

const amount = fc.option(fc.integer({ min: 0, max: 5000 }).map(eur), { nil: undefined });
const chance = fc.option(fc.constantFrom('0', '0.333333', '0.5', '1'), { nil: undefined });
const anyCosts: fc.Arbitrary<Costs> = fc
  .record({
    goods: amount,
    partialRefund: amount,
    compensation: amount,
    replacement: amount,
    returned: amount,
    arrives: chance,
    accepted: chance,
    saved: chance,
  })
  .map(({ goods, partialRefund, compensation, replacement, returned, arrives, accepted, saved }) => ({
    ...(goods && { goods }),
    ...(partialRefund && { partialRefund }),
    ...(compensation && { compensation }),
    shipping: { ...(replacement && { replacement }), ...(returned && { return: returned }) },
    chances: { ...(arrives && { arrives }), ...(accepted && { partialAccepted: accepted }), ...(saved && { goodsSaved: saved }) },
  }));

describe('the order of solutions', () => {
  const subjects: readonly (readonly [CaseFacts, Journey])[] = [
    [factsOf('defective'), { events: [] }],
    [factsOf('not-received'), late],
    [factsOf('not-received'), lost],
    [factsOf('other'), { events: [] }],
  ];

  it('is total: no two are equal, and each pair is ordered one way', () => {
    fc.assert(
      fc.property(anyCosts, fc.constantFrom(...subjects), (given, [facts, journey]) => {
        const solutions = solutionsOf(facts, journey, given);
        for (const [index, left] of solutions.entries()) {
          for (const right of solutions.slice(index + 1)) {
            expect(compareSolutions(left, right)).toBeLessThan(0);
            expect(compareSolutions(right, left)).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('follows lines that add up to the cost exactly', () => {
    fc.assert(
      fc.property(anyCosts, fc.constantFrom(...subjects), (given, [facts, journey]) => {
        for (const { cost, lines, missing } of solutionsOf(facts, journey, given)) {
          const sum = lines.reduce((total, { expected }) => total + expected.minor, 0);
          expect(cost === null ? missing.length > 0 : cost.minor === sum).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
