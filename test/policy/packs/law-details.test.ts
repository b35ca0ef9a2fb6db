import type { CaseFacts, ReturnDecision } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { deadline, decideSale, right, type Sale } from './pack-facts.js';

const withdrawalOf = (sale: Sale) => right(decideSale(sale), 'withdrawal');
const conformityOf = (sale: Sale, at?: string) =>
  right(decideSale({ ...sale, facts: { reason: 'defective', ...sale.facts } }, at), 'conformity');
const rulesBehind = (because: ReturnDecision['rights'][number]['because'] | undefined) => because?.map(({ source }) => source);

const price = { minor: 8000, currency: 'EUR' };
const goods = (item: Partial<CaseFacts['item']>): CaseFacts['item'] => ({ price, quantity: 1, quantityOrdered: 1, ...item });
const linesOf = (sale: Sale, at?: string) => decideSale(sale, at).refund.lines.map(({ kind, amount }) => [kind, amount.minor]);

describe('the Union, by member state', () => {
  it.each([
    ['2022-05-27', 'DE-BGB 357(7)', '2022-05-30'],
    ['2022-05-28', 'DE-BGB 357a', '2022-05-30'],
  ])('DE, a contract of %s: loss of value stands in %s', (placedAt, source, deliveredAt) => {
    const condition = { isHandledBeyondTesting: true, valueLoss: { minor: 2000, currency: 'EUR' } };
    const facts = { order: { placedAt }, item: goods({ condition }) };
    const { refund } = decideSale({ country: 'DE', deliveredAt, facts });
    const loss = refund.lines.find(({ kind }) => kind === 'diminished-value');
    expect([loss?.amount.minor, rulesBehind(loss?.because)]).toEqual([-2000, [source]]);
  });

  it('DE, who was not told pays neither the way back nor for lost value', () => {
    const condition = { isHandledBeyondTesting: true, valueLoss: { minor: 2000, currency: 'EUR' } };
    const facts = { item: goods({ condition }), disclosures: { withdrawalRight: false, returnCost: false } };
    const decision = decideSale({ country: 'DE', facts });
    expect(decision.pays.return).toBe('seller');
    expect(decision.refund.lines.map(({ kind }) => kind)).toEqual(['item']);
  });

  it.each([
    ['2022-09-30', 'buyer'],
    ['2022-10-01', 'seller'],
  ])('FR, a contract of %s about goods that cannot go by post: the way back is paid by the %s', (placedAt, payer) => {
    const facts = { order: { placedAt }, item: goods({ traits: ['non-postable'] }) };
    expect(withdrawalOf({ country: 'FR', deliveredAt: '2022-10-04', facts })?.pays.return).toBe(payer);
    expect(withdrawalOf({ country: 'ES', deliveredAt: '2022-10-04', facts })?.pays.return).toBe('buyer');
  });

  it.each([
    ['IT', 'IT-CdC 54-bis', 'secondary'],
    ['DE', 'DFS 11a', 'secondary'],
    ['PL', 'DFS 11a', 'secondary'],
  ])('%s, the function to withdraw with stands in %s', (country, source, confidence) => {
    const [found] = decideSale({ country, facts: { order: { placedAt: '2026-06-19' } } }).requirements;
    expect(found).toMatchObject({ code: 'withdrawal-function', because: [{ source, confidence }] });
  });

  it.each([
    ['general', '2029-11-02'],
    ['digital-content', '2028-11-02'],
  ] as const)('ES, %s is answered for until %s', (category, expected) => {
    expect(conformityOf({ country: 'ES', facts: { item: goods({ category }) } })?.window?.lastDay).toBe(expected);
  });

  it('goods with digital elements are answered for two years at the least', () => {
    const facts = { item: goods({ traits: ['digital-elements'] }) };
    expect(conformityOf({ country: 'DE', facts })?.window).toMatchObject({ lastDay: '2028-11-02', mayExtendTo: '9999-12-31' });
  });

  it.each([
    ['2021-12-31', '2025-01-10', '2022-07-10'],
    ['2022-04-30', '2025-05-10', '2022-11-10'],
  ])('SE, a contract of %s: three years until %s, presumed until %s', (placedAt, until, presumed) => {
    const deliveredAt = placedAt === '2021-12-31' ? '2022-01-10' : '2022-05-10';
    const facts = { order: { placedAt }, events: { defectKnownAt: deliveredAt } };
    const found = conformityOf({ country: 'SE', deliveredAt, facts });
    const dueOn = (duty: string) => found?.deadlines.find((each) => each.duty === duty)?.lastDay;
    expect([found?.window?.lastDay, dueOn('presumption-ends')]).toEqual([until, presumed]);
    expect(dueOn('notify-defect')).toBe(placedAt === '2021-12-31' ? '2022-03-10' : '2022-07-10');
  });

  it('SE, of the law since 2022-05-01 two years are certain and the burden is not', () => {
    const found = conformityOf({ country: 'SE' });
    expect(found?.window).toMatchObject({ lastDay: '2028-11-02', mayExtendTo: '9999-12-31' });
    expect(found?.deadlines.find(({ duty }) => duty === 'presumption-ends')).toMatchObject({ certainty: 'estimated' });
  });

  it('a service that began is paid for in proportion, nothing where the buyer was not told', () => {
    const unknownOf = (withdrawalRight: boolean) =>
      withdrawalOf({ country: 'DE', facts: { item: goods({ category: 'service' }), disclosures: { withdrawalRight } } })?.refund
        .unknownLines;
    expect([unknownOf(true)?.includes('pro-rata-service'), unknownOf(false)?.includes('pro-rata-service')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('digital content by its category', () => {
  const begun = { digitalConsent: true, digitalAcknowledgement: true, writtenConfirmation: true, exclusion: true };

  it.each(['DE', 'TW', 'KR', 'CN'])('%s: lost once its supply began with consent', (country) => {
    const facts = { item: goods({ category: 'digital-content' }), disclosures: begun };
    expect(withdrawalOf({ country, facts })).toMatchObject({ verdict: 'ineligible', lostTo: 'digital-begun' });
  });
});

describe('GB, the thirty days to reject', () => {
  const refundStep = (requestedAt: string, events: CaseFacts['events'], order: Partial<CaseFacts['order']> = {}) =>
    conformityOf({ country: 'GB', requestedAt, facts: { events: { ...events }, order } })?.remedies.find(
      ({ remedy }) => remedy === 'refund',
    )?.step;

  it('stand still while the goods are in repair', () => {
    const repaired = { repairStartedAt: '2026-11-12', repairEndedAt: '2026-11-22' };
    expect([refundStep('2026-12-12', repaired), refundStep('2026-12-13', repaired)]).toEqual([1, 2]);
    expect(refundStep('2027-01-20', { repairStartedAt: '2026-11-12' })).toBe(1);
    expect(refundStep('2026-12-12', {})).toBe(2);
  });

  it('begin with the installation where there was one', () => {
    const installed = { installedAt: '2026-11-12' };
    expect([refundStep('2026-12-12', {}, installed), refundStep('2026-12-13', {}, installed)]).toEqual([1, 2]);
  });

  it('leave it to the buyer to bring the goods back in person, and to the seller otherwise', () => {
    const paidWith = (mode: NonNullable<CaseFacts['returnShipping']>['mode'] | undefined) =>
      conformityOf({ country: 'GB', facts: mode === undefined ? {} : { returnShipping: { mode } } })?.pays.return;
    expect([paidWith('in-person'), paidWith('self-ship'), paidWith(undefined)]).toEqual(['buyer', 'seller', 'seller']);
  });
});

describe('China', () => {
  const told = { perPurchaseConfirmation: true };

  it.each([
    ['2017-03-14', 'eligible'],
    ['2017-03-15', 'ineligible'],
  ])('a contract of %s about flawed goods the buyer confirmed: %s, as the measures begin in 2017', (placedAt, verdict) => {
    const facts = { order: { placedAt }, item: goods({ traits: ['near-expiry-or-flawed'] }), disclosures: told };
    expect(withdrawalOf({ country: 'CN', deliveredAt: '2017-03-20', facts })?.verdict).toBe(verdict);
  });

  it('what is unsuitable by nature is excluded by the law itself, before the measures too', () => {
    const facts = {
      order: { placedAt: '2016-03-14' },
      item: goods({ traits: ['unsuitable-by-nature'] }),
      disclosures: told,
    };
    expect(withdrawalOf({ country: 'CN', deliveredAt: '2016-03-18', facts })?.lostTo).toBe('unsuitable-by-nature');
  });

  it('damages for fraud are cited and never counted', () => {
    const order = { shipping: { paid: { minor: 0, currency: 'CNY' } } };
    expect(decideSale({ country: 'CN', facts: { reason: 'counterfeit', order } }).refund.total?.minor).toBe(8000);
  });
});

describe('what a late refund is raised by, where the source names no figure', () => {
  const order = { shipping: { paid: { minor: 0, currency: 'BRL' } } };

  it.each([
    ['2026-11-02', 8000],
    ['2026-11-03', null],
  ])('BR, notice on 2026-11-02 and refunded on %s: %s, as only a later refund is corrected', (refundedAt, total) => {
    const { refund } = decideSale({ country: 'BR', facts: { order, events: { refundedAt } } });
    expect([refund.total?.minor ?? null, refund.unknownLines]).toEqual([total, total === null ? ['monetary-correction'] : []]);
  });

  it.each([
    ['2026-11-09', []],
    ['2026-11-10', ['interest']],
  ])('KR, goods back on Wednesday 2026-11-04 and refunded on %s: unknown %j', (refundedAt, unknown) => {
    const events = { goodsReturnedAt: '2026-11-04', refundedAt };
    const found = withdrawalOf({
      country: 'KR',
      facts: { events, order: { shipping: { paid: { minor: 0, currency: 'KRW' } } } },
    });
    expect(found?.refund.unknownLines).toEqual(unknown);
  });
});

describe('what was used is paid for', () => {
  it('KR, without any other fee', () => {
    const unknownOf = (isUsed: boolean) =>
      withdrawalOf({ country: 'KR', facts: { item: goods({ condition: { isUsed } }) } })?.refund.unknownLines.includes('use');
    expect([unknownOf(true), unknownOf(false)]).toEqual([true, false]);
  });
});

describe('laws that begin on a day', () => {
  it.each([
    ['CL', '2021-12-31', 'needs-review'],
    ['CL', '2022-01-01', 'eligible'],
    ['TR', '2014-11-26', 'needs-review'],
    ['TR', '2014-11-27', 'eligible'],
    ['SA', '2019-10-31', 'needs-review'],
    ['SA', '2019-11-01', 'eligible'],
    ['GB', '2014-06-12', 'needs-review'],
    ['GB', '2014-06-13', 'eligible'],
  ])('%s, a contract of %s: %s', (country, placedAt, verdict) => {
    const deliveredAt = new Date(Date.parse(placedAt) + 3 * 86_400_000).toISOString().slice(0, 10);
    expect(withdrawalOf({ country, deliveredAt, facts: { order: { placedAt } } })?.verdict).toBe(verdict);
  });
});

describe('what was not read', () => {
  it.each(['IL', 'TR', 'AR', 'MX', 'SA', 'ZA'])('%s: whether goods made to order are excluded is for a person', (country) => {
    const found = withdrawalOf({ country, facts: { item: goods({ traits: ['custom-made'] }) } });
    expect(found).toMatchObject({ verdict: 'needs-review' });
    expect(found?.reasons).toContain('exclusions-not-read');
  });

  it('goods sealed for hygiene are in question once they are opened', () => {
    const verdictOf = (isUnsealed: boolean) =>
      withdrawalOf({ country: 'IL', facts: { item: goods({ traits: ['hygiene-sealed'], condition: { isUnsealed } }) } })?.verdict;
    expect([verdictOf(true), verdictOf(false)]).toEqual(['needs-review', 'eligible']);
  });

  it.each([
    ['JP', 'doorstep'],
    ['AU', 'direct-marketing'],
    ['US', 'doorstep'],
    ['MY', 'direct-marketing'],
    ['ZA', 'doorstep'],
  ] as const)('%s, sold by %s: no right is not a safe guess', (country, channel) => {
    const facts = { contract: { channel }, buyer: { country, ...(country === 'US' ? { subdivision: 'US-TX' } : {}) } };
    expect(withdrawalOf({ country, facts })).toMatchObject({ verdict: 'needs-review', lostTo: null });
  });

  it('TW, of dated leisure only international flights are excluded, and services once they began', () => {
    const reasonsOf = (item: Partial<CaseFacts['item']>) =>
      withdrawalOf({ country: 'TW', facts: { item: goods(item), disclosures: { exclusion: true } } })?.reasons;
    expect(reasonsOf({ traits: ['dated-leisure'] })).toContain('air-travel-only');
    expect(reasonsOf({ category: 'service' })).toContain('service-may-be-performed');
  });

  it('ZA, after direct marketing the refund counts from the notice at the earliest', () => {
    const facts = { contract: { channel: 'direct-marketing' as const }, events: { goodsReturnedAt: '2026-11-20' } };
    const found = deadline(decideSale({ country: 'ZA', facts }), 'refund');
    expect(found).toMatchObject({ lastDay: '2026-11-23', certainty: 'estimated' });
  });

  it('CA-QC, the days are not known, that the merchant pays the way back is', () => {
    expect(withdrawalOf({ country: 'CA-QC' })).toMatchObject({ verdict: 'needs-review', pays: { return: 'seller' } });
  });
});

describe('BR, what is not delivered', () => {
  it.each([{ category: 'service' }, { category: 'digital-content' }, { traits: ['digital'] }] as const)(
    'counts from the contract: %j',
    (item) => {
      const facts = { order: { placedAt: '2026-10-30' }, item: goods(item) };
      expect(withdrawalOf({ country: 'BR', facts })?.window?.lastDay).toBe('2026-11-06');
    },
  );
});

describe('the lines of a refund', () => {
  it('add up to the total where all of them are known', () => {
    const order: CaseFacts['order'] = {
      shipping: { paid: { minor: 1490, currency: 'EUR' }, cheapestStandard: { minor: 490, currency: 'EUR' } },
      taxPaid: { minor: 300, currency: 'EUR' },
      dutiesPaid: { minor: 200, currency: 'EUR' },
      incoterm: 'DDP',
    };
    const sale = { country: 'DE', facts: { order } };
    expect(linesOf(sale)).toEqual([
      ['item', 8000],
      ['outbound-shipping', 490],
      ['tax', 300],
      ['import-duty', 200],
    ]);
    expect(decideSale(sale).refund.total?.minor).toBe(8990);
  });
});
