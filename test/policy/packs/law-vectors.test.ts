import type { CaseFacts } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { deadline, decideSale, right, type Sale } from './pack-facts.js';

const lastDay = (sale: Sale): string | null | undefined => decideSale(sale).window?.lastDay;
const withdrawalOf = (sale: Sale) => right(decideSale(sale), 'withdrawal');
const conformityOf = (sale: Sale) => right(decideSale({ ...sale, facts: { reason: 'defective', ...sale.facts } }), 'conformity');

describe('windows of withdrawal', () => {
  it.each([
    ['vector 1: EU, fourteen days', 'DE', '2026-11-06', '2026-11-20'],
    ['vector 2: EU, a Saturday rolls to Monday', 'DE', '2026-11-07', '2026-11-23'],
    ['FR, Christmas and the weekend after it', 'FR', '2026-12-11', '2026-12-28'],
    ['vector 11: GB', 'GB', '2026-11-06', '2026-11-20'],
    ['vector 15: CN, from the day after signing', 'CN', '2026-11-02', '2026-11-09'],
    ['vector 26: CL', 'CL', '2026-11-02', '2026-11-12'],
    ['vector 27: RU', 'RU', '2026-11-02', '2026-11-09'],
    ['vector 29: ZA', 'ZA', '2026-11-02', '2026-11-09'],
    ['TR', 'TR', '2026-11-02', '2026-11-16'],
    ['TW', 'TW', '2026-11-02', '2026-11-09'],
    ['BR', 'BR', '2026-11-02', '2026-11-09'],
  ])('%s', (_name, country, deliveredAt, expected) => {
    expect(lastDay({ country, deliveredAt })).toBe(expected);
  });

  it('vector 4: EU, several parcels count from the last', () => {
    const order = { parcels: [{ deliveredAt: '2026-11-02' }, { deliveredAt: '2026-11-09' }] };
    expect(lastDay({ country: 'DE', facts: { order } })).toBe('2026-11-23');
  });

  it('vector 5: EU, a regular delivery counts from the first', () => {
    const order: CaseFacts['order'] = {
      deliveryPattern: 'regular',
      parcels: [{ deliveredAt: '2026-11-02' }, { isPending: true }],
    };
    expect(lastDay({ country: 'DE', facts: { order } })).toBe('2026-11-16');
  });

  it('vector 7: EU, told late has fourteen days from then', () => {
    const disclosures = { withdrawalRight: { at: '2027-01-04' }, returnCost: true };
    expect(lastDay({ country: 'DE', requestedAt: '2027-01-10', facts: { disclosures } })).toBe('2027-01-18');
  });

  it('EU, never told has twelve months more, and no more than that when told after them', () => {
    const never = { country: 'DE', requestedAt: '2027-06-01', facts: { disclosures: { withdrawalRight: false } } };
    expect(lastDay(never)).toBe('2027-11-16');
    const late = { withdrawalRight: { at: '2027-11-10' } };
    expect(lastDay({ country: 'DE', requestedAt: '2027-11-11', facts: { disclosures: late } })).toBe('2027-11-16');
  });

  it('EU, whether the buyer was told is asked and not presumed', () => {
    const open = decideSale({ country: 'DE', requestedAt: '2026-12-01', isTold: false });
    expect(open).toMatchObject({
      verdict: 'needs-review',
      window: { lastDay: '2026-11-16', mayExtendTo: '2027-11-16' },
      pays: { return: 'unknown' },
    });
    expect(open.missing.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['disclosures.returnCost', 'disclosures.withdrawalRight']),
    );
  });

  it('vector 12: GB, whether a Saturday rolls is not known', () => {
    const on = (requestedAt: string) => decideSale({ country: 'GB', deliveredAt: '2026-11-07', requestedAt });
    expect(on('2026-11-21').window).toMatchObject({ lastDay: '2026-11-21', mayExtendTo: '2026-11-23' });
    expect([on('2026-11-21').verdict, on('2026-11-23').verdict, on('2026-11-24').verdict]).toEqual([
      'eligible',
      'needs-review',
      'ineligible',
    ]);
  });

  it('vector 19: TW, never told has at most four months, from a day that is not settled', () => {
    const never = { country: 'TW', requestedAt: '2026-12-01', facts: { disclosures: { withdrawalRight: false } } };
    expect(decideSale(never)).toMatchObject({
      verdict: 'eligible',
      window: { lastDay: '2027-03-02', mayExtendTo: '2027-03-09' },
    });
  });

  it('vector 20: KR, whether the first day counts is not known', () => {
    const facts = { contract: { documentAt: '2026-10-31' }, disclosures: { sellerAddress: true } };
    expect(lastDay({ country: 'KR', facts })).toBe('2026-11-08');
    expect(decideSale({ country: 'KR', facts }).window?.mayExtendTo).toBe('2026-11-09');
  });

  it('vector 24: MX, whether a Saturday counts and the law covers shops online is not known', () => {
    const decision = decideSale({ country: 'MX', deliveredAt: '2026-11-13' });
    expect(decision).toMatchObject({
      verdict: 'needs-review',
      window: { lastDay: '2026-11-20', mayExtendTo: '2026-11-23' },
      pays: { return: 'buyer' },
    });
    expect(decision.reasons.map(({ code }) => code)).toContain('scope-unconfirmed');
  });

  it('vector 26: CL, without a written confirmation ninety days', () => {
    const facts = { disclosures: { writtenConfirmation: false } };
    expect(decideSale({ country: 'CL', facts }).window).toMatchObject({ lastDay: '2027-01-31', mayExtendTo: '2027-02-01' });
  });

  it('vector 59: JP, terms shown in the advertisement only leave the eight days, of which delivery is the first', () => {
    const shown = (returnTermsOnFinalScreen: boolean) =>
      decideSale({ country: 'JP', facts: { disclosures: { returnTermsInAd: true, returnTermsOnFinalScreen } } });
    expect(shown(false)).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-11-09' }, pays: { return: 'buyer' } });
    expect(shown(true)).toMatchObject({ verdict: 'ineligible' });
    expect(shown(true).rights[0]?.lostTo).toBe('displaced-by-shown-terms');
    expect(decideSale({ country: 'JP' }).verdict).toBe('needs-review');
  });

  it('vector 67: CA-ON, no copy of the agreement', () => {
    const facts = { contract: { concludedAt: '2026-11-02' }, disclosures: { contractCopy: false } };
    const decision = decideSale({ country: 'CA-ON', deliveredAt: '2026-11-05', facts });
    expect(decision).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-12-02' } });
    expect(deadline(decision, 'refund')?.lastDay).toBe('2026-11-20');
  });

  it('a country without such a right says so', () => {
    for (const country of ['AU', 'US', 'SG', 'IN', 'CH', 'PH']) {
      const decision = decideSale({
        country,
        facts: { buyer: { country, ...(country === 'US' ? { subdivision: 'US-TX' } : {}) } },
      });
      expect([country, decision.verdict, decision.rights[0]?.lostTo]).toEqual([country, 'ineligible', 'no-statutory-right']);
    }
  });

  it.each(['UA', 'AE', 'MY', 'TH', 'ID', 'VN', 'CA-QC'])('the law of %s is not known well enough to decide', (country) => {
    expect(decideSale({ country })).toMatchObject({ verdict: 'needs-review', window: { lastDay: null } });
  });

  it('of another country does not speak where none is loaded', () => {
    expect(decideSale({ country: 'NZ' })).toMatchObject({
      verdict: 'needs-review',
      rights: [],
      pays: { outbound: 'unknown', return: 'unknown', replacement: 'unknown' },
      refund: { total: null, unknownLines: ['item'] },
    });
  });
});

describe('deadlines', () => {
  it('vector 9: EU, the goods are sent within fourteen days of the notice', () => {
    const decision = decideSale({ country: 'DE', deliveredAt: '2026-11-10', requestedAt: '2026-11-20' });
    expect(deadline(decision, 'dispatch-back')).toMatchObject({ lastDay: '2026-12-04', satisfiedBy: 'sent' });
  });

  it('vector 10: EU, the refund waits for the goods or the proof that they were sent', () => {
    const sale = { country: 'DE', deliveredAt: '2026-11-10', requestedAt: '2026-11-20' };
    expect(deadline(decideSale(sale), 'refund')).toMatchObject({ by: null, startsWhen: 'events.goodsReturnedAt' });
    const shown = decideSale({ ...sale, facts: { events: { proofOfDispatchAt: '2026-11-24' } } });
    expect(deadline(shown, 'refund')?.lastDay).toBe('2026-12-04');
  });

  it('vector 13: GB, fourteen days after the goods are back', () => {
    const sale = { country: 'GB', requestedAt: '2026-11-16', facts: { events: { goodsReturnedAt: '2026-11-25' } } };
    expect(deadline(decideSale(sale), 'refund')?.lastDay).toBe('2026-12-09');
  });

  it('GB, or after the proof that they were sent, whichever comes first', () => {
    const events = { proofOfDispatchAt: '2026-11-20', goodsReturnedAt: '2026-11-25' };
    expect(deadline(decideSale({ country: 'GB', requestedAt: '2026-11-16', facts: { events } }), 'refund')?.lastDay).toBe(
      '2026-12-04',
    );
  });

  it('vector 27: RU, ten days from the demand', () => {
    expect(deadline(decideSale({ country: 'RU', requestedAt: '2026-11-09' }), 'refund')?.lastDay).toBe('2026-11-19');
  });

  it('vector 29: ZA, thirty days from the cancellation', () => {
    expect(deadline(decideSale({ country: 'ZA', requestedAt: '2026-11-09' }), 'refund')?.lastDay).toBe('2026-12-09');
  });

  it('vector 30: TR, ten days to send and fourteen from the named carrier', () => {
    const events = { handedToDesignatedCarrierAt: '2026-11-20' };
    const decision = decideSale({ country: 'TR', requestedAt: '2026-11-16', facts: { events } });
    expect(deadline(decision, 'dispatch-back')?.lastDay).toBe('2026-11-26');
    expect(deadline(decision, 'refund')?.lastDay).toBe('2026-12-04');
  });

  it.each([
    ['2024-12-18', '2025-01-17', null],
    ['2024-12-19', '2025-01-14', '2024-12-19'],
  ])('vector 41: CO, withdrawn on %s is refunded by %s', (requestedAt, expected, validFrom) => {
    const events = { goodsReturnedAt: '2024-12-30', refundDataGivenAt: '2024-12-28' };
    const decision = decideSale({ country: 'CO', deliveredAt: '2024-12-16', requestedAt, facts: { events } });
    expect(deadline(decision, 'refund')).toMatchObject({ lastDay: expected });
    expect(deadline(decision, 'refund')?.because[0]?.validFrom).toBe(validFrom);
  });

  it('TW, the seller collects within fifteen days', () => {
    expect(deadline(decideSale({ country: 'TW' }), 'collect-goods')?.lastDay).toBe('2026-11-17');
  });

  it('CN, seven days after the goods are back', () => {
    const facts = { events: { goodsReturnedAt: '2026-11-12' } };
    expect(deadline(decideSale({ country: 'CN', facts }), 'refund')?.lastDay).toBe('2026-11-19');
  });
});

describe('conformity', () => {
  it.each([
    ['DE', '2028-11-06'],
    ['ES', '2029-11-06'],
    ['PT', '2029-11-06'],
  ])('vector 32: %s until %s', (country, expected) => {
    const found = conformityOf({ country, deliveredAt: '2026-11-06' });
    expect(found).toMatchObject({ verdict: 'eligible', window: { lastDay: expected } });
    expect(found?.deadlines.find(({ duty }) => duty === 'liability-ends')?.lastDay).toBe(expected);
  });

  it('vector 33: IT, the action is barred 26 months after delivery, the guarantee ends after 24', () => {
    const found = conformityOf({ country: 'IT', deliveredAt: '2026-11-05' });
    expect(found?.window).toMatchObject({ lastDay: '2028-11-05', mayExtendTo: '2028-11-06' });
    expect(found?.deadlines.find(({ duty }) => duty === 'action-barred')?.lastDay).toBe('2029-01-05');
  });

  it('vector 21: KR, three months from supply and thirty days from knowing', () => {
    const facts = { events: { defectKnownAt: '2026-11-20' } };
    expect(conformityOf({ country: 'KR', requestedAt: '2026-11-21', facts })?.window?.lastDay).toBe('2026-12-20');
  });

  it.each([
    ['2026-07-30', '2028-11-02'],
    ['2026-07-31', '2029-11-02'],
  ])('vector 43: EU, a contract of %s and repair chosen: until %s', (concludedAt, expected) => {
    const order = { placedAt: concludedAt };
    expect(conformityOf({ country: 'DE', facts: { order, remedy: 'repair' } })?.window?.lastDay).toBe(expected);
    expect(conformityOf({ country: 'DE', facts: { order, remediesTried: ['repair'] } })?.window?.lastDay).toBe(expected);
  });

  it.each(['DE', 'GB', 'CN', 'KR', 'IL', 'ZA', 'BR'])(
    'vector 48: %s, the seller pays for what is faulty, wrong or missing',
    (country) => {
      for (const reason of ['defective', 'wrong-item', 'missing-parts'] as const) {
        const decision = decideSale({ country, facts: { reason } });
        expect([reason, decision.recommended?.split('/')[0], decision.pays.return]).toEqual([reason, 'conformity', 'seller']);
      }
    },
  );

  it('vector 65: EU, a fault opens both rights, and conformity is recommended', () => {
    const decision = decideSale({ country: 'DE', facts: { reason: 'defective' } });
    expect(decision.rights.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['withdrawal/law:EU', 'eligible'],
      ['conformity/law:EU', 'eligible'],
    ]);
    expect(decision.recommended).toBe('conformity/law:EU');
    expect(decision.pays.return).toBe('seller');
  });

  it('GB, thirty days to reject, then repair or replacement first', () => {
    const stepOf = (requestedAt: string) =>
      conformityOf({ country: 'GB', requestedAt })?.remedies.find(({ remedy }) => remedy === 'refund')?.step;
    expect([stepOf('2026-12-02'), stepOf('2026-12-03')]).toEqual([1, 2]);
  });

  it('BR, thirty days for what does not last and ninety for what does', () => {
    const item = { price: { minor: 8000, currency: 'BRL' }, quantity: 1, traits: ['durable'] } as const;
    expect(conformityOf({ country: 'BR', facts: { item } })?.window?.lastDay).toBe('2027-01-31');
    expect(conformityOf({ country: 'BR' })?.window).toMatchObject({ lastDay: '2026-12-02', mayExtendTo: '2027-02-01' });
  });
});

describe('forms', () => {
  it.each([
    ['2026-06-18', undefined, 'not-required'],
    ['2026-06-19', undefined, 'required'],
    ['2026-06-19', false, 'missing'],
    ['2026-06-19', true, 'met'],
  ])('vector 44: EU, a contract of %s with the function %s: %s', (placedAt, withdrawalFunction, state) => {
    const facts = { order: { placedAt }, ...(withdrawalFunction === undefined ? {} : { disclosures: { withdrawalFunction } }) };
    const { requirements, window } = decideSale({ country: 'DE', facts });
    expect(requirements).toMatchObject([{ code: 'withdrawal-function', state }]);
    expect(window?.lastDay).toBe('2026-11-16');
  });
});

describe('what it costs', () => {
  it.each(['KR', 'CN', 'JP', 'CO', 'ZA', 'IL'])(
    'vector 47: %s, the buyer pays the way back after a change of mind',
    (country) => {
      expect(withdrawalOf({ country })?.pays.return).toBe('buyer');
    },
  );

  it.each(['TW', 'TR', 'AR', 'BR'])('%s, the seller pays the way back after a change of mind', (country) => {
    expect(withdrawalOf({ country })?.pays.return).toBe('seller');
  });

  it('EU, the buyer pays the way back only when told so', () => {
    expect(withdrawalOf({ country: 'PL' })?.pays.return).toBe('buyer');
    expect(withdrawalOf({ country: 'PL', facts: { disclosures: { returnCost: false } } })?.pays.return).toBe('seller');
  });

  it('vector 50: CN, the first delivery is not paid back', () => {
    const order = { shipping: { paid: { minor: 1000, currency: 'CNY' } } };
    const { refund } = decideSale({ country: 'CN', facts: { order } });
    expect(refund.lines.map(({ kind, amount }) => [kind, amount.minor])).toEqual([['item', 8000]]);
    expect(refund.total).toEqual({ minor: 8000, currency: 'CNY' });
  });

  it('EU, the cheapest standard delivery is paid back, not the express one', () => {
    const shipping = { paid: { minor: 1490, currency: 'EUR' }, cheapestStandard: { minor: 490, currency: 'EUR' } };
    expect(decideSale({ country: 'DE', facts: { order: { shipping } } }).refund.total?.minor).toBe(8490);
  });

  it.each([
    [199_900, -9995],
    [200_000, -10_000],
    [300_000, -10_000],
  ])('IL, of ILS %d in cents the fee is %d, and none on a fault', (minor, fee) => {
    const order = { shipping: { paid: { minor: 0, currency: 'ILS' } } };
    const item = { price: { minor, currency: 'ILS' }, quantity: 1, quantityOrdered: 1 };
    const feeOf = (reason: CaseFacts['reason']) =>
      decideSale({ country: 'IL', facts: { reason, order, item } }).refund.lines.find(({ kind }) => kind === 'fixed-fee')?.amount
        .minor;
    expect([feeOf('no-reason'), feeOf('defective')]).toEqual([fee, undefined]);
  });

  it.each([
    ['2026-12-10', []],
    ['2026-12-11', [['late-surcharge', 800]]],
    ['2026-12-24', [['late-surcharge', 800]]],
    ['2026-12-25', [['late-surcharge', 1600]]],
    ['2027-01-09', [['late-surcharge', 1600]]],
    ['2027-01-10', [['late-surcharge', 4000]]],
  ])('FR, faulty goods back on 2026-11-26 and refunded on %s: %j', (refundedAt, expected) => {
    const facts: Partial<CaseFacts> = { reason: 'defective', events: { goodsReturnedAt: '2026-11-26', refundedAt } };
    const { refund } = decideSale({ country: 'FR', facts }, '2027-02-01T12:00:00Z');
    expect(refund.lines.filter(({ kind }) => kind === 'late-surcharge').map(({ kind, amount }) => [kind, amount.minor])).toEqual(
      expected,
    );
  });
});

describe('exclusions', () => {
  const price = { minor: 8000, currency: 'EUR' };
  const goods = (item: Partial<CaseFacts['item']>): CaseFacts['item'] => ({ price, quantity: 1, quantityOrdered: 1, ...item });

  it('vector 57: EU, made to order, the statutory right alone is lost', () => {
    expect(withdrawalOf({ country: 'DE', facts: { item: goods({ traits: ['custom-made'] }) } })).toMatchObject({
      verdict: 'ineligible',
      lostTo: 'custom-made',
    });
  });

  it('cite the article that states them, beside the window', () => {
    const right = withdrawalOf({ country: 'DE', facts: { item: goods({ traits: ['custom-made'] }) } });
    expect(right?.because.map(({ source }) => source)).toEqual(['CRD 9(1), 9(2)(b)', expect.any(String), 'CRD 16(c)']);
  });

  it.each(['AU', 'CH', 'IN', 'PH', 'SG', 'US-TX'])('%s: that there is no right is cited too', (country) => {
    expect(withdrawalOf({ country })).toMatchObject({ lostTo: 'no-statutory-right', because: [{ rule: expect.any(String) }] });
  });

  it.each([
    [true, 'ineligible'],
    [false, 'eligible'],
    [undefined, 'needs-review'],
  ])('vector 61: TW, opened cosmetics, told of the exclusion: %s', (exclusion, verdict) => {
    const item = goods({ category: 'cosmetics', condition: { isUnsealed: true } });
    const facts = { item, ...(exclusion === undefined ? {} : { disclosures: { exclusion } }) };
    expect(withdrawalOf({ country: 'TW', facts })?.verdict).toBe(verdict);
  });

  it('vector 62: KR, a film in an opened wrapper', () => {
    const opened = goods({ traits: ['media-sealed'], condition: { isUnsealed: true } });
    expect(withdrawalOf({ country: 'KR', facts: { item: opened } })?.lostTo).toBe('media-unsealed');
  });

  it.each([
    [true, 'hygiene-unsealed'],
    [false, null],
  ])('EU, opened hygiene goods, sealed at delivery: %s', (isSealedAtDelivery, lostTo) => {
    const item = goods({ traits: ['hygiene-sealed'], condition: { isSealedAtDelivery, isUnsealed: true } });
    expect(withdrawalOf({ country: 'DE', facts: { item } })?.lostTo).toBe(lostTo);
  });

  it('CN, goods unsuitable by nature only where the buyer confirmed it at the purchase', () => {
    const item = goods({ traits: ['unsuitable-by-nature'] });
    const told = (perPurchaseConfirmation: boolean) =>
      withdrawalOf({ country: 'CN', facts: { item, disclosures: { perPurchaseConfirmation } } })?.verdict;
    expect([told(true), told(false)]).toEqual(['ineligible', 'eligible']);
  });

  it('EU, goods handled beyond testing lose value, unless the buyer was not told of the right', () => {
    const item = goods({ condition: { isHandledBeyondTesting: true, valueLoss: { minor: 2000, currency: 'EUR' } } });
    const lossOf = (withdrawalRight: boolean) =>
      decideSale({ country: 'DE', facts: { item, disclosures: { withdrawalRight } } }).refund.lines.find(
        ({ kind }) => kind === 'diminished-value',
      )?.amount.minor;
    expect([lossOf(true), lossOf(false)]).toEqual([-2000, undefined]);
  });
});

describe('facts that make no sense', () => {
  it('are for a person, and the path is named', () => {
    const priced = decideSale({ country: 'DE', facts: { item: { price: { minor: -1, currency: 'EUR' }, quantity: 1 } } });
    expect(priced).toMatchObject({ verdict: 'needs-review', reasons: [{ code: 'facts-invalid', path: 'item.price.minor' }] });
    expect(decideSale({ country: 'XX' })).toMatchObject({
      verdict: 'needs-review',
      reasons: [{ code: 'facts-invalid', path: 'buyer.country' }],
    });
  });
});
