import { describe, expect, it } from 'vitest';
import { exportPolicy, type ExportedPolicy, type ExportFormat } from '../../../src/policy/export/export-policy.js';
import type { ExportSettings } from '../../../src/policy/export/published-terms.js';

const base = {
  id: 'any-reason',
  when: { reasonClass: 'withdrawal' },
  window: { days: 30, from: 'delivered' },
  pays: { return: 'buyer' },
  refund: { item: '100%', form: 'original-means' },
};
const faulty = {
  id: 'faulty',
  when: { reasonClass: 'conformity' },
  window: { days: 30, from: 'delivered' },
  pays: { return: 'seller' },
};

const document = (change: object = {}, others: object = {}): object => ({
  aftersale: 'policy/v1',
  id: 'shop',
  currency: 'EUR',
  rules: [{ ...base, ...change }, faulty],
  ...others,
});

const written = (policy: object, format: ExportFormat = 'schema-org', settings: Partial<ExportSettings> = {}): ExportedPolicy =>
  exportPolicy([policy], { format, at: '2026-11-22', methods: ['mail'], ...settings });

const lossesOf = ({ unexpressed }: ExportedPolicy): readonly string[] =>
  unexpressed.map(({ rule, what, why }) => `${rule?.id ?? 'all'} ${what}: ${why}`);

const inGermany = { countries: ['DE'] };

/** The properties of https://schema.org/MerchantReturnPolicy and of its season, and what JSON-LD itself uses. */
const vocabulary = new Set(
  `@context @graph @type name applicableCountry customerRemorseReturnFees endDate itemCondition itemDefectReturnFees merchantReturnDays
  merchantReturnLink refundType restockingFee returnFees returnMethod returnPolicyCategory returnPolicySeasonalOverride startDate
  currency value`.split(/\s+/),
);

const keysOf = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(inner)]);

describe('a policy as schema.org JSON-LD', () => {
  it('says days, fees, refund and method of an ordinary return', () => {
    expect(written(document(), 'schema-org', { ...inGermany, url: 'https://shop.example/returns' }).document).toEqual({
      '@context': 'https://schema.org',
      '@type': 'MerchantReturnPolicy',
      applicableCountry: ['DE'],
      merchantReturnLink: 'https://shop.example/returns',
      returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
      merchantReturnDays: 30,
      customerRemorseReturnFees: 'https://schema.org/ReturnFeesCustomerResponsibility',
      itemDefectReturnFees: 'https://schema.org/FreeReturn',
      returnMethod: ['https://schema.org/ReturnByMail'],
      refundType: ['https://schema.org/FullRefund'],
      itemCondition: ['https://schema.org/NewCondition', 'https://schema.org/UsedCondition'],
    });
  });

  it('loses nothing of a policy that says no more than the form', () => {
    expect(lossesOf(written(document(), 'schema-org', inGermany))).toEqual([]);
  });

  it('says one fee for all reasons where it is one', () => {
    const { document: json } = written(document({ pays: { return: 'seller' } }), 'schema-org', inGermany);
    expect(json).toMatchObject({ returnFees: 'https://schema.org/FreeReturn' });
  });

  it.each([
    [{ window: 'unlimited' }, { returnPolicyCategory: 'https://schema.org/MerchantReturnUnlimitedWindow' }],
    [{ window: { until: '2027-01-31' } }, { merchantReturnDays: '2027-01-31' }],
    [{ exclude: 'no-returns' }, { returnPolicyCategory: 'https://schema.org/MerchantReturnNotPermitted' }],
    [{ window: { months: 2 } }, { merchantReturnDays: 59 }],
    [{ window: { months: 24 } }, { merchantReturnDays: 730 }],
    [{ window: { hours: 50 } }, { merchantReturnDays: 2 }],
    [{ window: { businessDays: 10 } }, { merchantReturnDays: 10 }],
    [{ window: { days: 14, from: 'placed' } }, { returnPolicyCategory: 'https://schema.org/MerchantReturnUnspecified' }],
    [{ window: { days: 14 }, extend: { days: 20 } }, { merchantReturnDays: 20 }],
    [{ refund: { fees: [{ kind: 'restocking', percent: '12.5%' }] } }, { restockingFee: 12.5 }],
    [
      { refund: { fees: [{ kind: 'restocking', amount: '5.00 EUR' }] } },
      { restockingFee: { '@type': 'MonetaryAmount', currency: 'EUR', value: '5.00' } },
    ],
    [{ refund: { form: 'store-credit' } }, { refundType: ['https://schema.org/StoreCreditRefund'] }],
    [{ remedies: ['keep-and-refund'] }, { returnMethod: ['https://schema.org/KeepProduct'] }],
    [{ conditions: ['unopened'] }, { itemCondition: ['https://schema.org/NewCondition'] }],
  ])('writes %j', (change, expected) => {
    expect(written(document(change), 'schema-org', inGermany).document).toMatchObject(expected);
  });

  it('writes countries with the same terms together, and others as one without a country', () => {
    const except = [
      { id: 'east', when: { country: ['PL', 'CZ'] }, window: { days: 45 } },
      { id: 'japan', when: { country: 'JP' }, pays: { return: 'seller' } },
    ];
    const exported = written(document({ except }));
    expect(exported.document).toMatchObject({
      '@graph': [
        { applicableCountry: ['CZ', 'PL'], merchantReturnDays: 45 },
        { applicableCountry: ['JP'], merchantReturnDays: 30, returnFees: 'https://schema.org/FreeReturn' },
        { merchantReturnDays: 30 },
      ],
    });
    expect(lossesOf(exported)).toEqual([
      expect.stringContaining('all CZ, PL: faults have a window of their own'),
      expect.stringContaining('all all other countries: a policy without applicableCountry'),
    ]);
  });

  it('writes seasons in their order, the rules of the days around them apart', () => {
    const except = [
      { id: 'christmas', when: { placed: { from: '2026-11-01', to: '2026-12-31' } }, extend: { until: '2027-01-31' } },
      { id: 'spring', when: { placed: { from: '2026-03-01', to: '2026-03-31' } }, window: { days: 60 } },
    ];
    const exported = written(document({ except }, { valid: { from: '2026-01-01' } }), 'schema-org', inGermany);
    expect(exported.document).toMatchObject({
      merchantReturnDays: 30,
      returnPolicySeasonalOverride: [
        { name: 'spring', startDate: '2026-03-01', endDate: '2026-03-31', merchantReturnDays: 60 },
        { name: 'christmas', startDate: '2026-11-01', endDate: '2026-12-31', merchantReturnDays: '2027-01-31' },
      ],
    });
    expect(lossesOf(exported)).toEqual([expect.stringMatching(/^christmas extend: /)]);
  });

  it('publishes no last day that has passed', () => {
    const extended = document({ extend: { until: '2026-01-31' } });
    expect(written(extended, 'schema-org', inGermany).document).toMatchObject({ merchantReturnDays: 30 });
    const coming = document({ extend: { until: '2027-01-31' } });
    expect(written(coming, 'schema-org', inGermany).document).toMatchObject({ merchantReturnDays: '2027-01-31' });
  });

  it('says what of faulty goods is lost where nothing is said of a change of mind', () => {
    const only = { aftersale: 'policy/v1', id: 'shop', rules: [faulty] };
    expect(lossesOf(written(only, 'schema-org', inGermany))).toEqual([
      'all DE: only who pays the way back of faulty goods is said: a published policy is one for a change of mind',
    ]);
  });

  it('uses no word that schema.org does not have', () => {
    const except = [
      { id: 'spring', when: { placed: { from: '2026-03-01', to: '2026-03-31' } }, window: { days: 60 } },
      { id: 'fee', when: { country: 'FR' }, refund: { fees: [{ kind: 'restocking', amount: '5.00 EUR' }] } },
    ];
    const { document: json } = written(document({ except }), 'schema-org', { url: 'https://shop.example' });
    expect(keysOf(json).filter((key) => !vocabulary.has(key))).toEqual([]);
  });
});

describe('what cannot be said', () => {
  it.each([
    [{ category: 'phones' }, 'it depends on the category of the goods'],
    [{ traits: 'custom-made', condition: { isUsed: true } }, 'it depends on traits of the goods and the condition of the goods'],
    [{ price: { to: '20.00 EUR' } }, 'it depends on the price'],
    [{ reason: 'no-longer-needed' }, 'it applies to some reasons of its class only'],
    [{ country: 'US-CA' }, 'it applies to a part of a country'],
    [{ placed: { from: '2026-12-01' } }, 'a season needs a first and a last day'],
    [{ marketplace: 'amazon' }, 'it is about sales on a marketplace; what is published are the terms of a shop of your own'],
  ])('a rule about %j', (when, why) => {
    const policy = document({ except: [{ id: 'narrow', when, window: { days: 14 } }] });
    const exported = written(policy, 'schema-org', inGermany);
    expect(lossesOf(exported)).toEqual([`narrow rule: ${why}`]);
    expect(exported.document).toMatchObject({ merchantReturnDays: 30 });
  });

  it.each([['none'], ['none', 'amazon']])(
    'but the terms of a shop of one’s own can, of a rule about %j too',
    (...marketplace) => {
      const exported = written(document({ when: { reasonClass: 'withdrawal', marketplace } }), 'schema-org', inGermany);
      expect(exported).toMatchObject({ count: 1, unexpressed: [], document: { merchantReturnDays: 30 } });
    },
  );

  it.each([
    [{ conditions: ['unused', 'complete'] }, 'any-reason conditions: that goods must be complete is not said'],
    [{ otherwise: { deduct: { kind: 'use', upTo: '50%' } } }, 'any-reason otherwise: what is deducted'],
    [{ refund: { item: '80%' } }, 'any-reason refund.item: that only a part'],
    [{ refund: { outbound: 'full' } }, 'any-reason refund.outbound: '],
    [{ refund: { fees: [{ kind: 'use', percent: '5%' }] } }, "any-reason refund.fees: there is no word for a fee of kind 'use'"],
    [{ pays: { return: 'shared', cap: '5.00 EUR' } }, 'any-reason pays.return: shared costs'],
    [{ review: 'look' }, 'any-reason review: '],
    [{ remedies: ['refund', 'repair'] }, 'any-reason remedies: repair is not said'],
  ])('a part of a rule: %j', (change, loss) => {
    expect(lossesOf(written(document(change), 'schema-org', inGermany))).toEqual([expect.stringContaining(loss)]);
  });

  it('names duties, rules about lost parcels and documents that do not hold on the day', () => {
    const lost = { id: 'lost', when: { reasonClass: 'non-delivery' }, window: { days: 60 } };
    const promises = { refund: { days: 5, from: 'inspected' }, answer: { days: 2 } };
    const policy = document({}, { rules: [base, faulty, lost], promises });
    expect(lossesOf(written(policy, 'schema-org', inGermany))).toEqual([
      'lost rule: it is about neither a change of mind nor a fault, of which published policies speak',
      'promises.answer rule: there is no word for this duty',
      'promises.refund promises.refund: days in which money is back are not said',
    ]);
    const old = document({}, { valid: { from: '2024-01-01', to: '2025-12-31' } });
    const exported = written(old, 'schema-org', inGermany);
    expect(lossesOf(exported)).toEqual(expect.arrayContaining(['faulty rule: its document does not hold on 2026-11-22']));
    expect(exported.document).toEqual({ '@context': 'https://schema.org', '@graph': [] });
  });
});

describe('a policy for Merchant Center', () => {
  const google = (policy: object, settings: Partial<ExportSettings> = inGermany): ExportedPolicy =>
    written(policy, 'google-merchant', settings);

  it('is the body of an online return policy', () => {
    const promises = { refund: { days: 5, from: 'inspected' } };
    const change = {
      refund: { fees: [{ kind: 'restocking', percent: '15%' }] },
      remedies: ['refund', 'exchange'],
      except: [{ id: 'christmas', when: { placed: { from: '2026-11-01', to: '2026-12-31' } }, window: { days: 60 } }],
    };
    const exported = google(document(change, { promises }), { ...inGermany, url: 'https://shop.example/returns' });
    expect(exported.document).toEqual({
      onlineReturnPolicies: [
        {
          countries: ['DE'],
          policy: { type: 'NUMBER_OF_DAYS_AFTER_DELIVERY', days: '30' },
          returnMethods: ['BY_MAIL'],
          itemConditions: ['NEW', 'USED'],
          acceptExchange: true,
          restockingFee: { microPercent: 15_000_000 },
          returnShippingFee: { type: 'CUSTOMER_PAYING_ACTUAL_FEE' },
          returnLabelSource: 'CUSTOMER_RESPONSIBILITY',
          seasonalOverrides: [
            {
              label: 'christmas',
              startDate: { year: 2026, month: 11, day: 1 },
              endDate: { year: 2026, month: 12, day: 31 },
              returnDays: 60,
            },
          ],
          processRefundDays: 5,
          acceptDefectiveOnly: false,
          returnPolicyUri: 'https://shop.example/returns',
        },
      ],
    });
    expect(lossesOf(exported)).toEqual([
      'all DE: who pays the way back of faulty goods is not said: Merchant Center has one answer',
    ]);
  });

  it('writes amounts in millionths, by the decimals of their currency', () => {
    const fee = (amount: string, currency: string): object => {
      const policy = document({ refund: { fees: [{ kind: 'restocking', amount }] } }, { currency });
      return google(policy).document;
    };
    expect(fee('5.00 EUR', 'EUR')).toMatchObject({
      onlineReturnPolicies: [{ restockingFee: { fixedFee: { amountMicros: '5000000', currencyCode: 'EUR' } } }],
    });
    expect(fee('500 JPY', 'JPY')).toMatchObject({
      onlineReturnPolicies: [{ restockingFee: { fixedFee: { amountMicros: '500000000' } } }],
    });
  });

  it('takes faulty goods only where nothing is said of a change of mind', () => {
    const policy = document({}, { rules: [faulty] });
    expect(google(policy).document).toMatchObject({
      onlineReturnPolicies: [{ acceptDefectiveOnly: true, returnShippingFee: { type: 'FIXED' } }],
    });
  });

  it('takes faulty goods only where a change of mind is refused', () => {
    const refused = { window: undefined, pays: undefined, refund: undefined, exclude: 'final-sale' };
    const exported = written(document(refused), 'google-merchant', inGermany);
    expect(exported.document).toMatchObject({
      onlineReturnPolicies: [{ policy: { days: '30' }, returnShippingFee: { type: 'FIXED' }, acceptDefectiveOnly: true }],
    });
    expect(lossesOf(exported)).toEqual([]);
    const nothing = { aftersale: 'policy/v1', id: 'shop', rules: [{ id: 'none', exclude: 'final-sale' }] };
    expect(written(nothing, 'google-merchant', inGermany).document).toMatchObject({
      onlineReturnPolicies: [{ policy: { type: 'NO_RETURNS' }, acceptDefectiveOnly: false }],
    });
  });

  it('says that goods kept, and a season in which nothing comes back, are not said', () => {
    const kept = {
      aftersale: 'policy/v1',
      id: 'shop',
      rules: [{ id: 'keep', window: { days: 9 }, remedies: ['keep-and-refund'] }],
    };
    expect(lossesOf(written(kept, 'google-merchant', inGermany))).toEqual([
      'all DE: that buyers keep the goods is not said: Merchant Center knows goods that come back only',
    ]);
    const season = { id: 'sale', when: { placed: { from: '2026-12-01', to: '2026-12-31' } }, exclude: 'sale' };
    expect(lossesOf(written(document({ except: [season] }), 'google-merchant', inGermany))).toContain(
      'all DE: a season without a last day is not said: the rest of the year is published for it',
    );
    expect(lossesOf(written(document({ except: [season] }), 'schema-org', inGermany))).toEqual([]);
  });

  it('leaves out what Merchant Center has no form for, and says so', () => {
    const dated = google(document({ window: { until: '2027-01-31' } }));
    expect(dated.document).toEqual({ onlineReturnPolicies: [] });
    expect(lossesOf(dated)).toContain('all DE: Merchant Center knows windows in days after delivery only');
    expect(lossesOf(google(document(), {}))).toContain(
      'all all other countries: Merchant Center wants countries by name: give those you sell to',
    );
  });
});
