import { readFileSync } from 'node:fs';
import { compilePolicy, decide, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

const file = 'examples/policies/handbook.yaml';
const policy = compilePolicy([parsePolicyDocument(readFileSync(file, 'utf8'), { file })]);
const ask = (changes: Parameters<typeof factsWith>[0]): ReturnDecision =>
  decide(policy, factsWith({ seller: { country: 'CN' }, ...changes }), at);

const dueOf = (decision: ReturnDecision, duty: string) => decision.deadlines.find((deadline) => deadline.duty === duty);

describe('handbook: a return without a reason', () => {
  it.each([
    ['2026-11-02', 'eligible'],
    ['2026-11-09', 'eligible'],
    ['2026-11-10', 'ineligible'],
  ])('delivered 2026-11-02 and asked %s is %s', (requestedAt, verdict) => {
    const decision = ask({ requestedAt });
    expect(decision.verdict).toBe(verdict);
    expect(decision.window?.lastDay).toBe('2026-11-09');
    expect(decision.window?.closesAt).toBe('2026-11-09T22:59:59.999Z');
  });

  it('counts a late request as waived and says which day was missed', () => {
    const [right] = ask({ requestedAt: '2026-11-10' }).rights;
    expect(right).toMatchObject({ verdict: 'ineligible', lostTo: 'window-closed', window: { lastDay: '2026-11-09' } });
  });

  it.each([
    ['furniture', '2026-11-17', 'longer-for-home'],
    ['toys', '2026-12-02', 'longer-for-gifts'],
    ['fashion', '2026-11-09', 'no-reason-return'],
  ])('%s may come back until %s', (category, lastDay, rule) => {
    const { window } = ask({ item: { category } });
    expect(window?.lastDay).toBe(lastDay);
    expect(window?.because[0]?.rule).toBe(rule);
  });

  it.each([
    ['isDamagedByBuyer', 'undamaged'],
    ['isUsed', 'unused'],
    ['isWashed', 'unwashed'],
    ['isUnsealed', 'unopened'],
    ['isIncomplete', 'complete'],
    ['isOriginalPackagingMissing', 'original-packaging'],
  ])('refuses goods with %s', (flag, condition) => {
    const decision = ask({ item: { condition: { [flag]: true } } });
    expect(decision.verdict).toBe('ineligible');
    expect(decision.rights[0]?.lostTo).toBe(`condition-broken:${condition}`);
  });

  it('cites the rule of a condition where it refuses, and only there', () => {
    const rules = [
      { id: 'days', window: { days: 30 } },
      { id: 'state', conditions: ['unused'] },
    ];
    const shop = compilePolicy([{ aftersale: 'policy/v1', id: 'shop', rules }]);
    const citedFor = (isUsed: boolean) =>
      decide(shop, factsWith({ item: { condition: { isUsed } } }), at).rights[0]?.because.map(({ rule }) => rule);
    expect([citedFor(false), citedFor(true)]).toEqual([['days'], ['days', 'state']]);
  });

  it('names the conditions nobody spoke about, and what was presumed', () => {
    expect(ask({}).missing).toContainEqual({ fact: 'item.condition.isWashed', affects: ['verdict'], presumed: 'false' });
  });

  it('asks for proof of purchase where no order is on record', () => {
    const facts = factsWith({ seller: { country: 'CN' } });
    const { placedAt: _placedAt, ...order } = facts.order;
    const decision = decide(policy, { ...facts, order }, at);
    expect(decision.verdict).toBe('needs-review');
    expect(decision.requirements).toMatchObject([{ code: 'proof-of-purchase', state: 'required' }]);
    expect(ask({}).requirements).toMatchObject([{ code: 'proof-of-purchase', state: 'met' }]);
  });

  it.each(['no-reason', 'no-longer-needed', 'ordered-by-mistake', 'better-price', 'does-not-fit', 'style-or-colour'] as const)(
    '%s: the buyer pays the way back and the new goods in an exchange',
    (reason) => {
      expect(ask({ reason }).pays).toEqual({ outbound: 'buyer', return: 'buyer', replacement: 'buyer' });
    },
  );

  it('refunds the goods alone', () => {
    expect(ask({}).refund).toMatchObject({ total: { minor: 8000, currency: 'EUR' }, form: 'original-means', unknownLines: [] });
  });

  it('leaves the way back across borders to the buyer', () => {
    const decision = ask({ returnShipping: { isInternational: true } });
    expect(decision.pays.return).toBe('buyer');
  });
});

describe('handbook: a fault', () => {
  it.each(['defective', 'not-as-described', 'wrong-item', 'missing-parts', 'damaged-in-transit', 'arrived-late'] as const)(
    '%s: the seller pays every leg and refunds the delivery',
    (reason) => {
      const decision = ask({ reason, requestedAt: '2026-11-20T10:00:00Z' });
      expect(decision).toMatchObject({ verdict: 'eligible', liable: 'seller' });
      expect(decision.pays).toEqual({ outbound: 'seller', return: 'seller', replacement: 'seller' });
      expect(decision.refund.total).toEqual({ minor: 8490, currency: 'EUR' });
    },
  );

  it('is on the seller across borders too', () => {
    expect(ask({ reason: 'defective', returnShipping: { isInternational: true } }).pays.return).toBe('seller');
  });

  it('is what a wrong size label is, once the marketplace says so', () => {
    expect(ask({ reason: 'does-not-fit' }).pays.return).toBe('buyer');
    expect(ask({ reason: 'does-not-fit', hasSellerFault: true })).toMatchObject({ liable: 'seller', pays: { return: 'seller' } });
  });

  it('is for a person when the marketplace denies it', () => {
    const decision = ask({ reason: 'defective', hasSellerFault: false });
    expect(decision).toMatchObject({ verdict: 'needs-review', liable: 'unknown' });
    expect(decision.reasons.map(({ code }) => code)).toContain('fault-disputed');
  });
});

describe('handbook: what the seller owes', () => {
  it('reviews a request within 3 business days, in Shanghai', () => {
    // Thursday 5 November 2026 → Friday, Monday, Tuesday.
    expect(dueOf(ask({ requestedAt: '2026-11-05T02:00:00Z' }), 'answer')).toMatchObject({
      party: 'seller',
      lastDay: '2026-11-10',
      by: '2026-11-10T15:59:59.999Z',
      onMiss: 'auto-approved',
    });
  });

  it('refunds within 5 business days of a passed inspection', () => {
    const passed = ask({ events: { goodsReturnedAt: '2026-11-16', inspectedAt: '2026-11-17', inspection: 'passed' } });
    expect(dueOf(passed, 'inspect')).toMatchObject({ lastDay: '2026-11-18' });
    expect(dueOf(passed, 'refund')).toMatchObject({ lastDay: '2026-11-24', startsWhen: null });
    expect(dueOf(ask({}), 'refund')).toMatchObject({ by: null, startsWhen: 'events.inspectedAt' });
  });

  it('says that holidays are not known without a calendar', () => {
    expect(dueOf(ask({}), 'answer')?.certainty).toBe('estimated');
    expect(ask({}).warnings.map(({ code }) => code)).toContain('deadline-estimated:answer');
  });

  it('negotiates after a failed inspection: a person decides, no refund clock runs', () => {
    const failed: Partial<CaseFacts> = {
      events: { goodsReturnedAt: '2026-11-16', inspectedAt: '2026-11-17', inspection: 'failed' },
    };
    const decision = ask({ ...failed, item: { condition: { isUsed: true } } });
    expect(decision.verdict).toBe('needs-review');
    expect(decision.reasons.map(({ code }) => code)).toContain('inspection-failed');
    expect(decision.remedies.map(({ remedy }) => remedy)).toEqual(['partial-refund']);
    expect(decision.refund).toMatchObject({ total: null, unknownLines: ['diminished-value'] });
    expect(dueOf(decision, 'refund')).toBeUndefined();
  });

  it('answers refused requests too', () => {
    const refused = ask({ requestedAt: '2026-11-30' });
    expect(refused.deadlines.map(({ duty }) => duty)).toEqual(['answer']);
  });
});

describe('handbook: goods that never came, and abuse', () => {
  it('sends again or refunds everything, counted from the promised day', () => {
    const { deliveredAt: _deliveredAt, ...order } = factsWith({}).order;
    const facts = {
      ...factsWith({ reason: 'not-received', seller: { country: 'CN' } }),
      order: { ...order, estimatedDeliveryAt: '2026-10-31' },
    };
    const decision = decide(policy, facts, at);
    expect(decision).toMatchObject({
      verdict: 'eligible',
      pays: { outbound: 'seller', return: 'nobody', replacement: 'seller' },
    });
    expect(decision.window?.lastDay).toBe('2026-12-30');
    expect(decision.remedies.map(({ remedy }) => remedy)).toEqual(['reship', 'refund']);
  });

  it('never decides abuse alone', () => {
    expect(ask({ reason: 'returned-used-or-damaged' }).verdict).toBe('needs-review');
  });

  it('leaves a case no rule speaks about to a person', () => {
    expect(ask({ reason: 'mutual-agreement' })).toMatchObject({
      verdict: 'needs-review',
      reasons: [{ code: 'no-rule-applies' }],
    });
  });
});
