import type { CaseFacts } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { deadline, decideSale, type Sale } from './pack-facts.js';

const price = { minor: 8000, currency: 'USD' };
const goods = (item: Partial<CaseFacts['item']>): CaseFacts['item'] => ({ price, quantity: 1, quantityOrdered: 1, ...item });

const on = (marketplace: string, site: string, { facts, ...sale }: Partial<Sale> = {}) =>
  decideSale({ country: site, ...sale, facts: { marketplace, site, ...facts } });

const own = (decision: ReturnType<typeof on>, kind = 'voluntary') =>
  decision.rights.find((right) => right.kind === kind && right.layer === 'marketplace');

describe('Amazon', () => {
  it.each([
    ['2025-11-05', undefined, '2026-01-31'],
    ['2025-11-05', 'Apple', '2026-01-15'],
    ['2025-10-31', undefined, '2025-12-10'],
  ])('vector 34: US, bought on %s, brand %s: until %s', (placedAt, brand, expected) => {
    const facts = { order: { placedAt }, item: goods(brand === undefined ? {} : { brand }) };
    const decision = on('amazon', 'US', { country: 'US-TX', deliveredAt: '2025-11-10', facts });
    expect(own(decision)).toMatchObject({ verdict: 'eligible', window: { lastDay: expected } });
  });

  it('vector 39: a claim may be filed until ninety days after the last promised day', () => {
    const order = { placedAt: '2026-09-01', estimatedDeliveryAt: '2026-10-01', deliveredAt: '2026-10-02' };
    const decision = on('amazon', 'US', { country: 'US-TX', facts: { order, reason: 'not-received' } });
    expect(deadline(decision, 'file-claim')).toMatchObject({ party: 'buyer', lastDay: '2026-12-30' });
    expect(own(decision, 'non-delivery')?.window?.lastDay).toBe('2026-12-30');
  });

  it.each(['US', 'DE'])('vector 40: %s, a chargeback is answered within seven days of the mail', (site) => {
    const decision = on('amazon', site, { facts: { events: { chargebackNoticeAt: '2026-11-02' } } });
    expect(deadline(decision, 'answer-chargeback')).toMatchObject({ lastDay: '2026-11-09', onMiss: 'liability-shifts' });
  });

  it('vector 51: US, at day 25 the fault of the seller leaves both ways with the seller', () => {
    const order = { shipping: { paid: { minor: 499, currency: 'USD' } } };
    const decision = on('amazon', 'US', { country: 'US-TX', requestedAt: '2026-11-27', facts: { reason: 'defective', order } });
    expect(decision).toMatchObject({ verdict: 'eligible', pays: { outbound: 'seller', return: 'seller' } });
    expect(decision.refund.total?.minor).toBe(8499);
  });

  it('US, after a change of mind the seller bears the first delivery up to day 14 only', () => {
    const outboundOn = (requestedAt: string) => own(on('amazon', 'US', { country: 'US-TX', requestedAt }))?.pays;
    expect(outboundOn('2026-11-16')).toMatchObject({ outbound: 'seller', return: 'buyer' });
    expect(outboundOn('2026-11-17')).toMatchObject({ outbound: 'buyer', return: 'buyer' });
  });

  it('vector 53: DE, fashion goes back at the cost of the seller, though the law would let the buyer pay', () => {
    const decision = on('amazon', 'DE', { facts: { item: goods({ category: 'fashion' }) } });
    expect(decision.pays.return).toBe('seller');
    expect(decision.rights.find(({ id }) => id === 'withdrawal/law:EU')?.pays.return).toBe('buyer');
  });

  it('vector 57: DE, made to order: the law does not give it, Amazon’s own rule is for a person', () => {
    const decision = on('amazon', 'DE', { facts: { item: goods({ traits: ['custom-made'] }) } });
    expect(decision.verdict).toBe('needs-review');
    expect(decision.rights.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['withdrawal/law:EU', 'ineligible'],
      ['voluntary/amazon:DE', 'needs-review'],
    ]);
  });

  it.each([
    ['electronics', '2026-10-20', '2026-11-16'],
    ['electronics', '2024-03-24', '2026-12-02'],
    ['fashion', '2026-10-20', '2026-12-02'],
  ] as const)('DE, %s bought on %s: until %s', (category, placedAt, expected) => {
    const facts = { order: { placedAt }, item: goods({ category }) };
    expect(own(on('amazon', 'DE', { facts }))?.window?.lastDay).toBe(expected);
  });

  it('what is owed by when: 24 and 48 hours, 2 business days, 72 hours, 30 days', () => {
    const requestedAt = '2026-11-02T10:00:00Z';
    const events = {
      goodsReturnedAt: '2026-11-25',
      informationAskedAt: '2026-11-03T10:00:00Z',
      claimDecidedAt: '2026-11-06',
      lastMessageAt: '2026-11-02T09:00:00Z',
    };
    const seller = { country: 'US', timeZone: 'America/New_York' };
    const decision = on('amazon', 'US', { country: 'US-TX', requestedAt, facts: { events, seller } });
    const due = (duty: string) => [deadline(decision, duty)?.strength, deadline(decision, duty)?.by];
    expect(due('authorise-return')).toEqual(['recommended', '2026-11-03T10:00:00.000Z']);
    expect(due('answer')).toEqual(['hard', '2026-11-04T10:00:00.000Z']);
    expect(due('answer-message')).toEqual(['hard', '2026-11-04T09:00:00.000Z']);
    expect(due('answer-claim')).toEqual(['hard', '2026-11-06T10:00:00.000Z']);
    // Thanksgiving is on the 26th.
    expect(deadline(decision, 'refund')).toMatchObject({ lastDay: '2026-11-30', onMiss: 'auto-refunded' });
    expect(deadline(decision, 'appeal')?.lastDay).toBe('2026-12-06');
  });

  it.each([
    ['2025-08-10', '2025-08-14'],
    ['2025-08-11', '2025-08-14'],
  ])('GB, from abroad an address is due: asked on %s, by %s', (requestedAt, expected) => {
    const facts = { seller: { country: 'CN' } };
    const decision = on('amazon', 'GB', { deliveredAt: '2025-08-08', requestedAt, facts });
    expect(deadline(decision, 'authorise-return')).toMatchObject({ lastDay: expected, onMiss: 'auto-refunded' });
  });
});

describe('other marketplaces', () => {
  it('vector 36: Walmart, thirty days from the seventh after shipping', () => {
    const order = { placedAt: '2026-11-01', shippedAt: '2026-11-02', deliveredAt: '2026-11-05' };
    const decision = on('walmart', 'US', { country: 'US-TX', requestedAt: '2026-11-06', facts: { order } });
    expect(own(decision)).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-12-09' } });
  });

  it('vector 38: AliExpress, five days of 24 hours to answer', () => {
    const requestedAt = '2026-11-02T18:00:00Z';
    const decision = decideSale({ country: 'ES', requestedAt, facts: { marketplace: 'aliexpress', reason: 'defective' } });
    expect(deadline(decision, 'answer')).toMatchObject({ by: '2026-11-07T18:00:00.000Z', onMiss: 'auto-approved' });
    expect(decision.warnings.map(({ code }) => code)).not.toContain('marketplace-rules-not-loaded');
  });

  it('vector 54: eBay, not as described is paid by the seller whatever the listing says', () => {
    const facts: Partial<CaseFacts> = { reason: 'not-as-described', item: goods({ listedReturnPayer: 'buyer' }) };
    expect(on('ebay', 'US', { country: 'US-TX', facts }).pays.return).toBe('seller');
  });

  it('vector 55: Walmart, after a change of mind the seller pays the way back', () => {
    expect(on('walmart', 'US', { country: 'US-TX' }).pays.return).toBe('seller');
  });

  it.each([
    ['mall', '2026-11-17'],
    ['non-mall', '2026-11-09'],
  ] as const)('Shopee PH, %s: until %s', (programme, expected) => {
    const decision = on('shopee', 'PH', { facts: { programme, reason: 'defective' } });
    expect(own(decision, 'conformity')).toMatchObject({ verdict: 'eligible', window: { lastDay: expected } });
  });

  it('Shopee, what the payload states beats the figure', () => {
    const platformDeadlines = [{ duty: 'answer', party: 'seller', by: '2026-11-05T00:00:00Z' }] as const;
    const decision = on('shopee', 'SG', { requestedAt: '2026-11-02T10:00:00Z', facts: { platformDeadlines } });
    expect(deadline(decision, 'answer')).toMatchObject({ source: 'marketplace', differsFrom: '2026-11-04T10:00:00.000Z' });
  });
});
