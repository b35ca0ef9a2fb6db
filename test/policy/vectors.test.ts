import { compilePolicy, decide, type ReturnDecision } from 'aftersale/policy';
import type { Bound, PackRule, Period } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { at, factsWith, plainFacts } from './sample-facts.js';
import { german, lawPack, rule, withdrawal } from './sample-packs.js';

/** Date arithmetic that laws need, with small packs: what the engine must be able to say, not the law itself. */
const windowOf = (period: Period): PackRule => rule({ id: 'window', rights: ['withdrawal'], terms: { window: period } });
const ask = (period: Period, changes: Parameters<typeof factsWith>[0]): ReturnDecision =>
  decide(
    compilePolicy([], { packs: [lawPack({ rules: [windowOf(period)], countries: ['DE', 'FR', 'CN', 'JP', 'MX', 'US'] })] }),
    factsWith(changes),
    at,
  );

const days = (amount: number, from: Extract<Bound, { kind: 'span' }>['from'] = 'delivered'): Bound => ({
  kind: 'span',
  amount,
  unit: 'days',
  from,
});
const fourteen: Period = { closes: days(14), roll: 'next-working-day' };
const delivered = (deliveredAt: string) => ({ order: { placedAt: '2026-10-01', shippedAt: '2026-10-01', deliveredAt } });

describe('windows', () => {
  it.each([
    ['vector 1', '2026-11-06', '2026-11-20'],
    ['vector 2: a Saturday rolls to Monday', '2026-11-07', '2026-11-23'],
    ['a holiday after a weekend rolls past both', '2026-12-11', '2026-12-28'],
  ])('%s', (_name, deliveredAt, lastDay) => {
    expect(ask(fourteen, delivered(deliveredAt)).window?.lastDay).toBe(lastDay);
  });

  it('vector 4: several parcels count from the last', () => {
    const order = { parcels: [{ deliveredAt: '2026-11-09' }, { deliveredAt: '2026-11-02' }] };
    expect(ask(fourteen, { order }).window?.lastDay).toBe('2026-11-23');
  });

  it('several parcels were sent with the last of them, whatever offsets their times are told with', () => {
    const shop = compilePolicy([
      { aftersale: 'policy/v1', id: 'shop', rules: [{ id: 'any', window: { days: 5, from: 'shipped' } }] },
    ]);
    const { shippedAt: _shippedAt, deliveredAt: _deliveredAt, ...order } = plainFacts.order;
    const parcels = [{ shippedAt: '2026-11-03T00:30:00+14:00' }, { shippedAt: '2026-11-02T23:00:00-10:00' }];
    expect(decide(shop, { ...plainFacts, order: { ...order, parcels } }, at).window?.lastDay).toBe('2026-11-08');
  });

  it('vector 5: a regular delivery counts from the first, whatever is still to come', () => {
    const order = { deliveryPattern: 'regular', parcels: [{ deliveredAt: '2026-11-02' }, { isPending: true }] };
    expect(ask(fourteen, { order }).window?.lastDay).toBe('2026-11-16');
  });

  it('vector 7: fourteen days from being told late', () => {
    const told = ask({ closes: days(14, 'told:withdrawalRight') }, { disclosures: { withdrawalRight: { at: '2027-01-04' } } });
    expect(told.window?.lastDay).toBe('2027-01-18');
  });

  it('vector 19: a cap in months', () => {
    expect(ask({ closes: { kind: 'span', amount: 4, unit: 'months', from: 'delivered' } }, {}).window?.lastDay).toBe(
      '2027-03-02',
    );
  });

  it('vector 21: the earlier of two clocks; one that has not started does not count', () => {
    const closes: Bound = {
      kind: 'earliest-of',
      bounds: [{ kind: 'span', amount: 3, unit: 'months', from: 'delivered' }, days(30, 'defect-known')],
    };
    expect(ask({ closes }, { events: { defectKnownAt: '2026-11-20' } }).window?.lastDay).toBe('2026-12-20');
    expect(ask({ closes }, {}).window?.lastDay).toBe('2027-02-02');
  });

  it('vector 24: business days skip weekends and holidays', () => {
    const calendar = { ...german, id: 'MX', closed: ['2026-11-16'] };
    const pack = lawPack({
      countries: ['MX'],
      calendars: [calendar],
      rules: [windowOf({ closes: { kind: 'span', amount: 5, unit: 'business-days', from: 'delivered' } })],
    });
    const facts = factsWith({ buyer: { country: 'MX', timeZone: 'America/Mexico_City' }, ...delivered('2026-11-13') });
    expect(decide(compilePolicy([], { packs: [pack] }), facts, at).window?.lastDay).toBe('2026-11-23');
  });

  it('vector 32: years and leap days', () => {
    const years = (amount: number): Period => ({ closes: { kind: 'span', amount, unit: 'years', from: 'delivered' } });
    expect(ask(years(2), delivered('2026-11-06')).window?.lastDay).toBe('2028-11-06');
    expect(ask(years(3), delivered('2026-11-06')).window?.lastDay).toBe('2029-11-06');
    const leap = { placedAt: '2028-02-01', shippedAt: '2028-02-01', deliveredAt: '2028-02-29' };
    expect(ask(years(1), { order: leap, requestedAt: '2028-03-01' }).window?.lastDay).toBe('2029-02-28');
  });

  it('vector 33: twenty-six months', () => {
    expect(
      ask({ closes: { kind: 'span', amount: 26, unit: 'months', from: 'delivered' } }, delivered('2026-11-05')).window?.lastDay,
    ).toBe('2029-01-05');
  });

  it('vector 36: chained periods count on', () => {
    expect(
      ask({ closes: days(30, days(7, 'shipped')) }, { order: { shippedAt: '2026-11-02', deliveredAt: '2026-11-05' } }).window
        ?.lastDay,
    ).toBe('2026-12-09');
  });

  it('vector 38: elapsed days end at the very time', () => {
    const closes: Bound = { kind: 'span', amount: 5, unit: 'elapsed-days', from: 'claim-opened' };
    const events = { claimOpenedAt: '2026-11-02T18:00:00Z' };
    const answer = (requestedAt: string) => ask({ closes }, { events, requestedAt });
    expect(answer('2026-11-07T18:00:00Z')).toMatchObject({
      verdict: 'eligible',
      window: { closesAt: '2026-11-07T18:00:00.000Z' },
    });
    expect(answer('2026-11-07T18:00:00.001Z').verdict).toBe('ineligible');
    expect(answer('2026-11-07').verdict).toBe('needs-review');
  });

  it('vector 39: ninety days after the promised day', () => {
    const order = {
      estimatedDeliveryAt: '2026-10-01',
      placedAt: '2026-09-01',
      shippedAt: '2026-09-02',
      deliveredAt: '2026-09-29',
    };
    expect(ask({ closes: days(90, 'promised') }, { order }).window?.lastDay).toBe('2026-12-30');
  });

  it('the day of the event can be the first day', () => {
    expect(
      ask({ closes: { kind: 'span', amount: 8, unit: 'days', from: 'delivered', firstDay: 'included' } }, {}).window?.lastDay,
    ).toBe('2026-11-09');
  });

  it('may open late, and is ineligible before', () => {
    const period: Period = { opens: days(10), closes: days(30) };
    expect(ask(period, {})).toMatchObject({ verdict: 'ineligible', window: { opensAt: '2026-11-11T23:00:00.000Z' } });
    expect(ask(period, {}).rights[0]?.lostTo).toBe('window-not-open');
    expect(ask(period, { requestedAt: '2026-11-12' }).verdict).toBe('eligible');
    expect(ask({ opens: days(2, 'claim-opened'), closes: days(30) }, {}).window?.state).toBe('not-open-yet');
  });

  it.each([
    ['2026-11-10T00:00:00Z', 'open'],
    ['2026-11-16T22:59:59.999Z', 'open'],
    ['2026-11-16T23:00:00Z', 'closed'],
  ])('`at` %s moves the state to %s and nothing else', (now, state) => {
    const policy = compilePolicy([], { packs: [lawPack()] });
    const withoutState = (decision: ReturnDecision): string =>
      JSON.stringify(decision, (key, value: unknown) => (key === 'state' ? null : value));
    const then = decide(policy, factsWith({}), { at: now });
    expect(then.window?.state).toBe(state);
    expect(withoutState(then)).toBe(withoutState(decide(policy, factsWith({}), at)));
  });

  it('without a request is judged at `at`', () => {
    const { requestedAt: _requestedAt, ...facts } = factsWith({});
    const policy = compilePolicy([], { packs: [lawPack()] });
    expect(decide(policy, facts, { at: '2026-11-16T22:59:59Z' }).verdict).toBe('eligible');
    expect(decide(policy, facts, { at: '2026-11-16T23:00:00Z' }).verdict).toBe('ineligible');
  });
});

describe('values with dates', () => {
  const refundIn = (amount: number, valid: { from?: string; to?: string }): PackRule =>
    rule({
      id: `refund-${String(amount)}`,
      rights: ['withdrawal'],
      valid: { ...valid, selectedBy: 'requested' },
      terms: { deadlines: [{ duty: 'refund', party: 'seller', period: { closes: days(amount, 'notice') } }] },
    });
  const colombia = lawPack({
    rules: [withdrawal, refundIn(30, { to: '2026-11-07' }), refundIn(15, { from: '2026-11-08' })].map((each) => ({
      ...each,
      terms: { ...each.terms, ...(each.id === 'withdrawal' ? { deadlines: [] } : {}) },
    })),
  });

  it.each([
    ['vector 41: the day before', '2026-11-07', '2026-12-07', null],
    ['vector 41: the day itself', '2026-11-08', '2026-11-23', '2026-11-08'],
  ])('%s', (_name, requestedAt, lastDay, validFrom) => {
    const [deadline] = decide(compilePolicy([], { packs: [colombia] }), factsWith({ requestedAt }), at).deadlines;
    expect(deadline).toMatchObject({ duty: 'refund', lastDay });
    expect(deadline?.because[0]?.validFrom).toBe(validFrom);
  });

  it.each([
    ['2026-06-18', undefined, 'not-required'],
    ['2026-06-19', undefined, 'required'],
    ['2026-06-19', false, 'missing'],
    ['2026-06-19', true, 'met'],
  ])('vector 44: a contract of %s with the function %s: %s', (concludedAt, withdrawalFunction, state) => {
    const term = (isRequired: boolean) => ({
      requirements: [{ code: 'withdrawal-function', isRequired, disclosure: 'withdrawalFunction' }],
    });
    const pack = lawPack({
      rules: [
        withdrawal,
        rule({ id: 'before', rights: ['withdrawal'], valid: { to: '2026-06-18', selectedBy: 'contract' }, terms: term(false) }),
        rule({ id: 'since', rights: ['withdrawal'], valid: { from: '2026-06-19', selectedBy: 'contract' }, terms: term(true) }),
      ],
    });
    const facts = factsWith({
      contract: { concludedAt },
      ...(withdrawalFunction === undefined ? {} : { disclosures: { withdrawalFunction } }),
    });
    expect(decide(compilePolicy([], { packs: [pack] }), facts, at).requirements).toMatchObject([
      { code: 'withdrawal-function', state },
    ]);
  });
});

describe('deadlines', () => {
  const law = compilePolicy([], { packs: [lawPack()] });
  const due = (decision: ReturnDecision, duty: string) => decision.deadlines.filter((deadline) => deadline.duty === duty);

  it('vector 9: the buyer sends within fourteen days of the notice', () => {
    const decision = decide(law, factsWith({ ...delivered('2026-11-10'), requestedAt: '2026-11-20' }), at);
    expect(due(decision, 'dispatch-back')).toMatchObject([{ party: 'buyer', lastDay: '2026-12-04', satisfiedBy: 'sent' }]);
  });

  it('vector 10: the refund waits for the goods or the proof that they were sent', () => {
    const facts = factsWith({ ...delivered('2026-11-10'), requestedAt: '2026-11-20' });
    expect(due(decide(law, facts, at), 'refund')).toMatchObject([{ by: null, startsWhen: 'events.goodsReturnedAt' }]);
    const shown = decide(law, { ...facts, events: { proofOfDispatchAt: '2026-11-24' } }, at);
    expect(due(shown, 'refund')).toMatchObject([{ lastDay: '2026-12-04', startsWhen: null, certainty: 'derived' }]);
  });

  const house = {
    aftersale: 'policy/v1',
    id: 'house',
    rules: [{ id: 'any', window: { days: 30 } }],
    promises: { answer: { hours: 48, from: 'requested' }, refund: { days: 3, from: 'requested' } },
    'buyer-duties': { 'dispatch-back': { days: 20, from: 'requested' } },
  };

  it('join after resolving to days: the earliest for the seller, the latest for the buyer', () => {
    const policy = compilePolicy([house], { packs: [lawPack()] });
    const facts = factsWith({ events: { goodsReturnedAt: '2026-11-06' } });
    const decision = decide(policy, facts, at);
    expect(due(decision, 'refund')).toMatchObject([{ lastDay: '2026-11-08', right: 'voluntary/seller:house' }]);
    expect(due(decision, 'dispatch-back')).toMatchObject([{ lastDay: '2026-11-25' }]);
    expect(due(decision, 'answer')).toMatchObject([{ by: '2026-11-07T10:00:00.000Z' }]);
  });

  const platformDeadlines = [
    { duty: 'answer', party: 'seller', by: '2026-11-06T00:00:00Z', onMiss: 'auto-refunded' },
    { duty: 'refund', party: 'seller', by: '2026-11-07T00:00:00Z' },
  ] as const;

  it('stated by the marketplace beat computed ones, and say what they beat', () => {
    const decision = decide(compilePolicy([house]), factsWith({ platformDeadlines }), at);
    expect(due(decision, 'answer')).toMatchObject([
      {
        by: '2026-11-06T00:00:00.000Z',
        source: 'marketplace',
        certainty: 'stated',
        onMiss: 'auto-refunded',
        differsFrom: '2026-11-07T10:00:00.000Z',
      },
    ]);
    expect(decision.warnings).toContainEqual({ code: 'deadline-differs:answer', right: null });
  });

  it('of a statute stand beside what the marketplace states', () => {
    const facts = factsWith({ platformDeadlines, events: { goodsReturnedAt: '2026-11-06' } });
    expect(due(decide(law, facts, at), 'refund').map(({ source, lastDay }) => [source, lastDay])).toEqual([
      ['marketplace', '2026-11-07'],
      ['policy', '2026-11-19'],
    ]);
  });
});
