import type { CaseFacts } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { decideSale, right, type Sale } from './pack-facts.js';

const withdrawalOf = (sale: Sale) => right(decideSale(sale), 'withdrawal');
const conformityOf = (sale: Sale) => right(decideSale({ ...sale, facts: { reason: 'defective', ...sale.facts } }), 'conformity');
const until = (found: ReturnType<typeof right>) => [found?.window?.lastDay, found?.window?.mayExtendTo];

const price = { minor: 8000, currency: 'EUR' };
const goods = (item: Partial<CaseFacts['item']>): CaseFacts['item'] => ({ price, quantity: 1, quantityOrdered: 1, ...item });

describe('digital content of the Union', () => {
  const begun = { digitalConsent: true, digitalAcknowledgement: true };

  it.each([
    [{ ...begun, writtenConfirmation: true }, 'ineligible'],
    [{ ...begun, writtenConfirmation: false }, 'eligible'],
    [{ ...begun }, 'needs-review'],
    [{ digitalConsent: true, digitalAcknowledgement: false, writtenConfirmation: true }, 'eligible'],
  ])('is lost to consent, acknowledgement and confirmation together: %j is %s', (disclosures, verdict) => {
    for (const item of [goods({ traits: ['digital'] }), goods({ category: 'digital-content' })])
      expect(withdrawalOf({ country: 'DE', facts: { item, disclosures } })?.verdict).toBe(verdict);
  });
});

describe('newspapers', () => {
  it.each([
    ['regular', 'eligible'],
    ['single', 'ineligible'],
    [undefined, 'ineligible'],
  ] as const)('EU, delivered as %s: %s, as the exclusion spares subscriptions', (deliveryPattern, verdict) => {
    const order = deliveryPattern === undefined ? {} : { deliveryPattern };
    expect(withdrawalOf({ country: 'PL', facts: { item: goods({ traits: ['newspaper'] }), order } })?.verdict).toBe(verdict);
  });
});

describe('services of the Union', () => {
  it.each([
    [false, 'eligible', false],
    [true, 'needs-review', true],
    [undefined, 'needs-review', true],
  ])('begun with written consent %s: %s, paid for in proportion: %s', (writtenConsent, verdict, isPaid) => {
    const disclosures = writtenConsent === undefined ? {} : { writtenConsent };
    const found = withdrawalOf({ country: 'DE', facts: { item: goods({ category: 'service' }), disclosures } });
    expect([found?.verdict, found?.refund.unknownLines.includes('pro-rata-service')]).toEqual([verdict, isPaid]);
  });
});

describe('goods the seller collects', () => {
  it.each([
    ['DE', { agreed: { sellerCollects: true } }],
    ['GB', { agreed: { sellerCollects: true } }],
    ['DE', { contract: { channel: 'doorstep' }, item: goods({ traits: ['non-postable'] }) }],
  ] as const)('%s, are not to be sent back: %j', (country, facts) => {
    const sends = (sale: Sale) => withdrawalOf(sale)?.deadlines.some(({ duty }) => duty === 'dispatch-back');
    expect([sends({ country, facts }), sends({ country })]).toEqual([false, true]);
  });
});

describe('the Union, faulty goods by national text', () => {
  it.each([
    ['DE', 'DE-BGB 438', 'DE-BGB 477', '2027-11-02'],
    ['FR', 'FR-CdC L217-3', 'FR-CdC L217-7', '2028-11-02'],
  ])('%s: two years by %s, presumed by %s until %s', (country, period, presumption, presumed) => {
    const found = conformityOf({ country });
    const burden = found?.deadlines.find(({ duty }) => duty === 'presumption-ends');
    expect(found?.window).toMatchObject({ lastDay: '2028-11-02', because: [{ source: period, confidence: 'text' }] });
    expect(burden).toMatchObject({ lastDay: presumed, because: [{ source: presumption, confidence: 'text' }] });
    expect(until(conformityOf({ country, facts: { item: goods({ soldAs: 'used' }) } }))).toEqual(['2027-11-02', '2028-11-02']);
  });

  it.each([
    ['DE', ['2028-11-02', 'ineligible'], '2027-11-02', 'derived'],
    ['IT', ['2028-11-02', 'ineligible'], '2027-11-02', 'derived'],
    ['NL', ['2028-11-02', 'needs-review'], '2027-11-02', 'estimated'],
    ['AT', ['2028-11-02', 'needs-review'], '2027-11-02', 'estimated'],
  ])('%s, after two years and presumed: %j, %s %s, as a state may keep longer times', (country, after, presumed, certainty) => {
    const late = conformityOf({ country, requestedAt: '2029-05-02' });
    expect([late?.window?.lastDay, late?.verdict]).toEqual(after);
    const burden = conformityOf({ country })?.deadlines.find(({ duty }) => duty === 'presumption-ends');
    expect(burden).toMatchObject({ lastDay: presumed, certainty });
    expect(conformityOf({ country, requestedAt: '2028-11-02' })?.verdict).toBe('eligible');
  });

  it('ES, what is digital by its nature is answered for two years and presumed faulty for one', () => {
    const found = conformityOf({ country: 'ES', facts: { item: goods({ traits: ['digital'] }) } });
    expect(found?.window?.lastDay).toBe('2028-11-02');
    expect(found?.deadlines.find(({ duty }) => duty === 'presumption-ends')?.lastDay).toBe('2027-11-02');
  });
});

describe('GB', () => {
  const sold = (item: Partial<CaseFacts['item']>, withdrawalRight: boolean | { at: string }, requestedAt: string) =>
    withdrawalOf({
      country: 'GB',
      requestedAt,
      facts: { item: goods(item), order: { placedAt: '2026-10-30' }, disclosures: { withdrawalRight } },
    });

  it.each([{ category: 'service' }, { category: 'digital-content' }, { traits: ['digital'] }] as const)(
    'who was not told has twelve months more for what is not delivered too: %j',
    (item) => {
      expect(until(sold(item, false, '2026-12-01'))).toEqual(['2027-11-13', '2027-11-15']);
      expect(until(sold(item, { at: '2026-12-07' }, '2026-12-08'))).toEqual(['2026-12-21', null]);
      expect(until(sold(item, true, '2026-11-10'))).toEqual(['2026-11-13', null]);
    },
  );

  it.each(['custom-made', 'perishable', 'newspaper', 'market-price'] as const)(
    'whether regulation 28 excludes what is %s was not read, so a person decides',
    (trait) => {
      const found = withdrawalOf({ country: 'GB', facts: { item: goods({ traits: [trait] }) } });
      expect(found).toMatchObject({ verdict: 'needs-review', lostTo: null });
      expect(found?.reasons).toContain('exclusions-not-read');
      expect(found?.because).toContainEqual(expect.objectContaining({ source: 'CCR 28', confidence: 'unconfirmed' }));
    },
  );
});

describe('other countries', () => {
  // 2027-05-02 is a Sunday.
  it.each([
    ['SG', []],
    ['CN', ['durable']],
  ] as const)('%s, whether the end of a presumption moves on a day of rest was not read', (country, traits) => {
    const found = conformityOf({ country, facts: { item: goods({ traits }) } });
    const burden = found?.deadlines.find(({ duty }) => duty === 'presumption-ends');
    expect(burden).toMatchObject({ lastDay: '2027-05-02', certainty: 'estimated' });
  });

  it.each([
    [{ documentAt: '2026-11-01' }, '2027-03-02'],
    [{ documentAt: '2026-11-10' }, '2027-03-10'],
  ])('IL, four months run from the later of receipt and document: %j until %s', (contract, lastDay) => {
    const buyer = { country: 'IL', attributes: ['senior'], hadConversation: true } as const;
    const found = withdrawalOf({ country: 'IL', requestedAt: '2026-11-11', facts: { buyer, contract } });
    expect(found?.window?.lastDay).toBe(lastDay);
  });

  it.each([
    ['prepaid-label', 7300],
    ['collection', 7300],
    ['self-ship', 8000],
    ['in-person', 8000],
  ] as const)('RU, of the way back the cost of the seller alone is taken off: %s leaves %d', (mode, total) => {
    const order = { shipping: { paid: { minor: 0, currency: 'EUR' } } };
    const returnShipping = { mode, cost: { minor: 700, currency: 'EUR' } };
    expect(withdrawalOf({ country: 'RU', facts: { order, returnShipping } })?.refund.total?.minor).toBe(total);
  });

  it.each([
    ['2026-10-10', '2026-10-10', 'ineligible'],
    ['2026-10-10', '2026-10-11', 'needs-review'],
    [undefined, '2026-11-01', 'ineligible'],
    [undefined, '2026-11-02', 'needs-review'],
  ])('US, goods promised by %s and not there on %s: %s', (agreedDeliveryBy, requestedAt, verdict) => {
    const promised = agreedDeliveryBy === undefined ? {} : { agreedDeliveryBy };
    const order = { placedAt: '2026-10-02', parcels: [{ isPending: true }], ...promised };
    const facts: Partial<CaseFacts> = { reason: 'not-received', order };
    expect(right(decideSale({ country: 'US-TX', requestedAt, deliveredAt: requestedAt, facts }), 'non-delivery')?.verdict).toBe(
      verdict,
    );
  });

  it.each([
    ['2024-08-26', 'needs-review'],
    ['2024-08-27', 'ineligible'],
  ])('CL, made to order by a contract of %s: %s, as the decree on exclusions begins in 2024', (placedAt, verdict) => {
    const facts = { order: { placedAt }, item: goods({ traits: ['custom-made'] }), disclosures: { writtenConfirmation: true } };
    expect(withdrawalOf({ country: 'CL', deliveredAt: '2024-08-29', facts })?.verdict).toBe(verdict);
  });

  it.each([
    [true, 'needs-review'],
    [false, 'eligible'],
  ])(
    'TW, of flawed goods or goods about to expire the latter are excluded, the buyer told of it %s: %s',
    (exclusion, verdict) => {
      const facts = { item: goods({ traits: ['near-expiry-or-flawed'] }), disclosures: { exclusion } };
      expect(withdrawalOf({ country: 'TW', facts })?.verdict).toBe(verdict);
    },
  );
});
