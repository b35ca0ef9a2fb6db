import { compilePolicy, decide, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, factsWith, plainFacts } from './sample-facts.js';
import { lawPack, rule, sitePack } from './sample-packs.js';

const { deliveredAt: _deliveredAt, ...sent } = plainFacts.order;
const { shippedAt: _shippedAt, ...ordered } = sent;
const { placedAt: _placedAt, ...undated } = ordered;

type Order = CaseFacts['order'];
type Asked = Partial<Omit<CaseFacts, 'order' | 'buyer' | 'item'>> & { readonly buyer?: Partial<CaseFacts['buyer']> };

const byLaw = compilePolicy([], { packs: [lawPack()] });
const ask = (order: Order, { buyer, ...changes }: Asked = {}, policy = byLaw): ReturnDecision =>
  decide(policy, { ...factsWith(changes), buyer: { ...plainFacts.buyer, ...buyer }, order }, at);

const house = (rules: readonly object[]) => compilePolicy([{ aftersale: 'policy/v1', id: 'house', rules }]);
const missingIn = ({ missing }: ReturnDecision) =>
  missing
    .filter(({ fact, affects }) => fact.startsWith('order.') && !affects.includes('refund'))
    .map(({ fact, affects }) => [fact, ...affects]);

describe('a delivery of which nobody told the day', () => {
  // Shipped Thursday 2026-10-29: fourteen days from then end on Thursday 2026-11-12.
  it('cannot have been before the shipment: the window is certainly open that long', () => {
    const decision = ask(sent);
    expect(decision).toMatchObject({
      verdict: 'eligible',
      window: { lastDay: '2026-11-12', closesAt: '2026-11-12T22:59:59.999Z', mayExtendTo: '9999-12-31', state: 'unknown' },
    });
    expect(decision.reasons).toEqual([
      { code: 'within-window', path: null, right: 'withdrawal/law:EU' },
      { code: 'window-may-extend', path: 'order.deliveredAt', right: 'withdrawal/law:EU' },
    ]);
    expect(missingIn(decision)).toEqual([['order.deliveredAt', 'window']]);
  });

  it.each([
    ['2026-11-12', 'eligible'],
    ['2026-11-13', 'needs-review'],
    ['2027-11-13', 'needs-review'],
  ])('asked %s: %s', (requestedAt, verdict) => {
    expect(ask(sent, { requestedAt }).verdict).toBe(verdict);
  });

  it('leaves a later request to a person, who is told what to find out', () => {
    const decision = ask(sent, { requestedAt: '2026-11-13' });
    expect(decision.reasons).toEqual([{ code: 'window-may-extend', path: 'order.deliveredAt', right: 'withdrawal/law:EU' }]);
    expect(missingIn(decision)).toEqual([['order.deliveredAt', 'verdict', 'window']]);
  });

  it('cannot have been before the order, where the shipment is not known either', () => {
    expect(ask(ordered, { requestedAt: '2026-11-11' })).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-11-11' } });
  });

  it('is not bounded where nothing is known of the sale', () => {
    const decision = ask(undated);
    expect(decision).toMatchObject({ verdict: 'needs-review', window: { state: 'unknown', lastDay: null, mayExtendTo: null } });
    expect(decision.reasons).toEqual([{ code: 'window-unknown', path: 'order.deliveredAt', right: 'withdrawal/law:EU' }]);
  });

  it('comes after the last of several parcels of which anything is known', () => {
    const parcels = [{ deliveredAt: '2026-11-02' }, { shippedAt: '2026-10-30' }];
    expect(ask({ ...ordered, parcels }).window).toMatchObject({ lastDay: '2026-11-16', mayExtendTo: '9999-12-31' });
  });

  it('is, of a regular delivery, the first: after the order', () => {
    const parcels = [{ shippedAt: '2026-11-05' }, { shippedAt: '2026-10-30' }];
    expect(ask({ ...ordered, deliveryPattern: 'regular', parcels }).window?.lastDay).toBe('2026-11-11');
  });

  it('may be the evening before, where the buyer is, of a day on which the seller shipped', () => {
    const american = lawPack({ countries: ['US'], calendars: [] });
    const buyer = { country: 'US', timeZone: 'America/Los_Angeles' };
    const order = { ...ordered, shippedAt: '2026-10-29' };
    expect(ask(order, { buyer }, compilePolicy([], { packs: [american] })).window?.lastDay).toBe('2026-11-11');
  });

  it('keeps clocks of duties waiting, as a deadline asks somebody to act', () => {
    const notice = rule({
      id: 'notice',
      rights: ['withdrawal'],
      terms: {
        window: { closes: { kind: 'span', amount: 14, unit: 'days', from: 'delivered' } },
        deadlines: [
          {
            duty: 'notify-defect',
            party: 'buyer',
            period: { closes: { kind: 'span', amount: 7, unit: 'days', from: 'delivered' } },
          },
        ],
      },
    });
    expect(ask(sent, {}, compilePolicy([], { packs: [lawPack({ rules: [notice] })] })).deadlines).toMatchObject([
      { duty: 'notify-defect', by: null, startsWhen: 'order.deliveredAt' },
    ]);
  });
});

describe('the days since a delivery that nobody told', () => {
  const byDays = rule({
    id: 'first-week',
    rights: ['voluntary'],
    when: { daysSinceDelivery: { to: 7 } },
    terms: { pays: { return: { payer: 'seller' } } },
  });
  const later = rule({
    id: 'later',
    rights: ['voluntary'],
    when: { daysSinceDelivery: { from: 8 } },
    terms: { pays: { return: { payer: 'buyer' } } },
  });
  const window = rule({
    id: 'window',
    rights: ['voluntary'],
    terms: { window: { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } } },
  });
  const policy = compilePolicy([], { packs: [sitePack([byDays, later, window])] });
  const payer = (requestedAt: string) => ask(sent, { marketplace: 'amazon', site: 'DE', requestedAt }, policy).pays.return;

  it('are not more than those since the shipment', () => {
    expect([payer('2026-11-05'), payer('2026-11-06')]).toEqual(['seller', 'unknown']);
  });
});

describe('other clocks whose start nobody told', () => {
  it('a promised day is not before the order, a shipment neither', () => {
    for (const from of ['promised', 'shipped'])
      expect(ask(ordered, {}, house([{ id: 'any', window: { days: 20, from } }])).window).toMatchObject({
        lastDay: '2026-11-17',
        mayExtendTo: '9999-12-31',
      });
  });

  it('hours run from the earliest time it can have been', () => {
    const policy = house([{ id: 'any', window: { hours: 48, from: 'delivered' } }]);
    const order = { ...ordered, shippedAt: '2026-11-04T10:00:00Z' };
    expect(ask(order, {}, policy)).toMatchObject({ verdict: 'eligible', window: { closesAt: '2026-11-06T10:00:00.000Z' } });
    expect(ask(order, { requestedAt: '2026-11-06T10:00:00.001Z' }, policy).verdict).toBe('needs-review');
  });

  it('the first start that is known counts before one that is only bounded', () => {
    const span = (from: 'defect-known' | 'delivered' | 'promised' | 'contract', amount: number) =>
      ({ kind: 'span', amount, unit: 'days', from }) as const;
    const lastDay = (...bounds: readonly ReturnType<typeof span>[]) => {
      const packs = [
        lawPack({
          rules: [rule({ id: 'first', rights: ['withdrawal'], terms: { window: { closes: { kind: 'first-known', bounds } } } })],
        }),
      ];
      return ask(sent, {}, compilePolicy([], { packs })).window;
    };
    expect(lastDay(span('promised', 10), span('contract', 30))).toMatchObject({ lastDay: '2026-11-27', mayExtendTo: null });
    expect(lastDay(span('defect-known', 30), span('delivered', 30))).toMatchObject({ lastDay: '2026-11-28' });
    expect(lastDay(span('promised', 10), span('delivered', 30))).toMatchObject({ lastDay: '2026-11-07' });
  });
});

describe('what is certain without the delivery day', () => {
  const day = (from: string, to: string) =>
    fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString());

  it('stays so whatever the day was', () => {
    const facts = fc.record({
      placedAt: day('2026-01-01', '2026-02-01'),
      shippedAt: fc.option(day('2026-02-02', '2026-02-10'), { nil: undefined }),
      deliveredAt: day('2026-02-11', '2026-03-10'),
      requestedAt: day('2026-02-11', '2026-04-10'),
      country: fc.constantFrom('DE', 'US', 'CN'),
    });
    const policies = [
      byLaw,
      house([{ id: 'any', window: { days: 20 }, except: [{ id: 'cn', when: { country: 'CN' }, window: { hours: 300 } }] }]),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...policies), facts, (policy, { placedAt, shippedAt, deliveredAt, requestedAt, country }) => {
        const order = { placedAt, ...(shippedAt === undefined ? {} : { shippedAt }) };
        const vague = ask(order, { requestedAt, buyer: { country } }, policy);
        const told = ask({ ...order, deliveredAt }, { requestedAt, buyer: { country } }, policy);
        if (vague.verdict !== 'needs-review') expect(told.verdict).toBe(vague.verdict);
        expect((vague.window?.lastDay ?? '') <= (told.window?.lastDay ?? '9')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
