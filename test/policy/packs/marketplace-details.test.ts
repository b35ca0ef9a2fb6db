import type { CaseFacts, RightKind } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { deadline, decideSale, type Sale } from './pack-facts.js';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const goods = (item: Partial<CaseFacts['item']> = {}): CaseFacts['item'] => ({
  price: eur(8000),
  quantity: 1,
  quantityOrdered: 1,
  ...item,
});

const on = (marketplace: string, site: string, { facts, ...sale }: Partial<Sale> = {}) =>
  decideSale({ country: site === 'US' ? 'US-TX' : site, ...sale, facts: { marketplace, site, ...facts } });
const own = ({ rights }: ReturnType<typeof decideSale>, kind: RightKind = 'voluntary') =>
  rights.find((right) => right.kind === kind && right.layer === 'marketplace');

describe('eBay, by the terms of the listing', () => {
  const listed = (item: Partial<CaseFacts['item']>, facts: Partial<CaseFacts> = {}) =>
    on('ebay', 'US', { facts: { item: goods(item), ...facts } });

  it.each([
    [14, '2026-11-16'],
    [30, '2026-12-02'],
    [60, '2027-01-01'],
  ])('%d days from “delivered”: until %s', (listedReturnDays, lastDay) => {
    expect(own(listed({ listedReturnDays }))).toMatchObject({ verdict: 'eligible', window: { lastDay } });
  });

  it('without returns, a change of mind is none of its grants', () => {
    expect(own(listed({ listedReturnDays: 0 }))).toMatchObject({ verdict: 'ineligible', lostTo: 'listed-without-returns' });
  });

  it('that nobody told are asked for, and nothing is guessed', () => {
    const untold = listed({});
    expect(own(untold)).toMatchObject({ verdict: 'needs-review', reasons: ['window-unknown'] });
    expect(untold.missing.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['item.listedReturnDays', 'item.listedReturnPayer']),
    );
    expect([own(untold)?.window?.lastDay, untold.pays.return]).toEqual([null, 'unknown']);
  });

  it.each([
    ['buyer', 'buyer'],
    ['seller', 'seller'],
    [undefined, 'unknown'],
  ] as const)('that say the way back is paid by the %s: %s', (payer, expected) => {
    const item = { listedReturnDays: 30, ...(payer === undefined ? {} : { listedReturnPayer: payer }) };
    expect(listed(item).pays.return).toBe(expected);
  });

  it('the seller pays the way back of what is not as described, whatever they say', () => {
    const facts = { reason: 'not-as-described' } as const;
    for (const listedReturnPayer of ['buyer', 'seller'] as const)
      expect(listed({ listedReturnDays: 14, listedReturnPayer }, facts).pays.return).toBe('seller');
  });

  it('do not take what the law gives: DE, the buyer was not told who pays', () => {
    const facts: Partial<CaseFacts> = {
      item: goods({ listedReturnDays: 30, listedReturnPayer: 'buyer' }),
      disclosures: { returnCost: false },
    };
    expect(on('ebay', 'DE', { facts }).pays.return).toBe('seller');
  });

  it('how much is deducted for worse condition is not known', () => {
    const item = { listedReturnDays: 30, condition: { isDamagedByBuyer: true } };
    expect(own(listed(item))?.refund.unknownLines).toContain('diminished-value');
  });

  it.each([
    [74_999, []],
    [75_000, ['signature-confirmation']],
  ])('of USD %d in cents that never came: %j', (minor, expected) => {
    const facts: Partial<CaseFacts> = { reason: 'not-received', item: goods({ price: { minor, currency: 'USD' } }) };
    expect(on('ebay', 'US', { facts }).requirements.map(({ code }) => code)).toEqual(expected);
  });
});

describe('Amazon, prepaid labels', () => {
  const labelled = (facts: Partial<CaseFacts>, sale: Partial<Sale> = {}) => on('amazon', 'US', { ...sale, facts });
  const required = (decision: ReturnType<typeof decideSale>) =>
    decision.requirements.find(({ code }) => code === 'prepaid-return-label')?.state;

  it.each([
    [{}, 'required'],
    [{ category: 'handmade' }, 'not-required'],
    [{ category: 'watches', soldAs: 'refurbished' }, 'not-required'],
    [{ category: 'watches' }, 'required'],
    [{ traits: ['dangerous'] }, 'not-required'],
    [{ traits: ['oversize'] }, 'not-required'],
  ] as const)('US since 2026-02-08, for %j: %s', (item, state) => {
    expect(required(labelled({ item: goods(item) }))).toBe(state);
  });

  it('US before 2026-02-08 goods of high value needed none, by an amount that is not known', () => {
    const { requirements } = labelled({}, { deliveredAt: '2026-02-02', requestedAt: '2026-02-07' });
    expect(requirements).toMatchObject([{ code: 'prepaid-return-label', because: [{ confidence: 'unconfirmed' }] }]);
  });

  it('elsewhere nothing is said of them', () => {
    expect(required(on('amazon', 'DE'))).toBeUndefined();
  });

  const back = { dispatchedBackAt: '2026-11-10' };
  const refundByAmazon = (decision: ReturnType<typeof decideSale>) =>
    decision.deadlines.find(({ duty, party }) => duty === 'refund' && party === 'marketplace')?.lastDay;

  it('US, the refund comes at the first scan, not with a label of the buyer’s own nor of a part', () => {
    const sent = (facts: Partial<CaseFacts>) => refundByAmazon(labelled({ events: back, ...facts }));
    expect(sent({ returnShipping: { mode: 'prepaid-label' } })).toBe('2026-11-10');
    expect(sent({ returnShipping: { mode: 'self-ship' } })).toBe('2026-11-17');
    expect(sent({ returnShipping: { mode: 'prepaid-label' }, remedy: 'partial-refund' })).toBe('2026-11-17');
  });

  it.each([
    ['2026-02-07', '2026-02-22'],
    ['2026-02-08', '2026-02-15'],
  ])('US, asked on %s and sent on the 8th: of its own Amazon refunds by %s', (requestedAt, expected) => {
    const events = { dispatchedBackAt: '2026-02-08' };
    expect(refundByAmazon(labelled({ events }, { deliveredAt: '2026-02-02', requestedAt }))).toBe(expected);
  });

  it('US, after day 14 the first delivery is refunded with a prepaid label only', () => {
    const outbound = (mode: NonNullable<CaseFacts['returnShipping']>['mode'] & string) =>
      own(labelled({ returnShipping: { mode } }, { requestedAt: '2026-11-20' }))?.pays.outbound;
    expect([outbound('prepaid-label'), outbound('self-ship')]).toEqual(['seller', 'buyer']);
  });
});

describe('Amazon, returns from abroad', () => {
  const abroad = (site: string, item: CaseFacts['item'], offersLocalReturnAddress = false) =>
    on('amazon', site, { facts: { item, seller: { country: 'CN', offersLocalReturnAddress } } });
  const remediesOf = (decision: ReturnType<typeof decideSale>) => own(decision)?.remedies.map(({ remedy }) => remedy);

  it.each([
    ['DE', 2500, 'EUR', ['keep-and-refund']],
    ['DE', 2501, 'EUR', ['refund']],
    ['GB', 2000, 'GBP', ['keep-and-refund']],
    ['GB', 2001, 'GBP', ['refund']],
    ['FR', 2000, 'EUR', ['refund']],
  ])('%s, of %d %s in cents without a way back that was offered: %j', (site, minor, currency, expected) => {
    expect(remediesOf(abroad(site, goods({ price: { minor, currency } })))).toEqual(expected);
  });

  it('goods of small value come back to an address that was offered', () => {
    expect(remediesOf(abroad('DE', goods({ price: eur(2000) }), true))).toEqual(['refund']);
  });

  it.each([
    ['DE', 'auto-refunded'],
    ['GB', 'auto-refunded'],
    ['FR', 'unknown'],
  ])('the three days for an answer hold on the sites they were read of: %s, missed they are %s', (site, onMiss) => {
    expect(deadline(abroad(site, goods()), 'authorise-return')?.onMiss).toBe(onMiss);
  });
});

describe('other marketplaces', () => {
  it.each([
    ['mall', null, '2026-11-09'],
    ['non-mall', '2026-11-04T10:00:00.000Z', '2026-11-05'],
  ] as const)('Shopee PH, %s: the seller answers by %s, the buyer confirms by %s', (programme, answer, confirmed) => {
    const decision = on('shopee', 'PH', { requestedAt: '2026-11-02T10:00:00Z', facts: { programme, reason: 'defective' } });
    expect([deadline(decision, 'answer')?.by, deadline(decision, 'confirm-receipt')?.lastDay]).toEqual([answer, confirmed]);
    expect(deadline(decision, 'dispatch-back')?.lastDay).toBe('2026-11-12');
    expect(deadline(decision, 'answer-offer')?.by).toBeNull();
  });

  it('Shopee, a review takes between seven and nine working days in PH, three and five in VN', () => {
    const reviewed = (site: string) =>
      deadline(on('shopee', site, { facts: { events: { claimOpenedAt: '2026-11-03' } } }), 'platform-decides');
    expect(reviewed('PH')).toMatchObject({ lastDay: '2026-11-12', certainty: 'estimated' });
    expect(reviewed('VN')).toMatchObject({ lastDay: '2026-11-06', certainty: 'estimated' });
  });

  it('Shopee ID, three times 24 hours of sellers outside the Mall', () => {
    const answered = (programme: 'mall' | 'non-mall') =>
      deadline(on('shopee', 'ID', { requestedAt: '2026-11-02T10:00:00Z', facts: { programme } }), 'answer')?.by;
    expect([answered('non-mall'), answered('mall')]).toEqual(['2026-11-05T10:00:00.000Z', null]);
  });

  it('Shopee BR, the buyer sends within 12.76 days', () => {
    const decision = on('shopee', 'BR', { requestedAt: '2026-11-02T12:00:00Z', facts: { reason: 'defective' } });
    expect(deadline(decision, 'dispatch-back')?.by).toBe('2026-11-15T06:00:00.000Z');
  });

  it('AliExpress, fifteen days after the receipt are certain where no completion is told', () => {
    const disputed = (order: Partial<CaseFacts['order']>) =>
      own(
        decideSale({
          country: 'ES',
          requestedAt: '2026-11-14',
          facts: { marketplace: 'aliexpress', reason: 'defective', order: { shippedAt: '2026-10-31', ...order } },
        }),
        'conformity',
      )?.window;
    expect(disputed({})).toMatchObject({ lastDay: '2026-11-17', mayExtendTo: '9999-12-31' });
    expect(disputed({ completedAt: '2026-11-10' })).toMatchObject({ lastDay: '2026-11-25', mayExtendTo: null });
  });

  it.each([
    ['PH', 'mall', '2026-12-02', 'official-summary'],
    ['SG', 'mall', '2026-12-02', 'secondary'],
    ['PH', 'choice', '2026-12-02', 'secondary'],
    ['PH', 'marketplace', '2026-11-09', 'secondary'],
  ] as const)('Lazada %s, %s: until %s, by an %s', (site, programme, lastDay, confidence) => {
    expect(own(on('lazada', site, { facts: { programme } }))?.window).toMatchObject({ lastDay, because: [{ confidence }] });
  });

  it('TikTok Shop TH, what comes back by the buyer’s own way is looked at within ten days', () => {
    const inspected = (mode: 'self-ship' | 'prepaid-label') =>
      deadline(
        on('tiktok-shop', 'TH', { facts: { returnShipping: { mode }, events: { goodsReturnedAt: '2026-11-10' } } }),
        'inspect',
      )?.lastDay;
    expect([inspected('self-ship'), inspected('prepaid-label')]).toEqual(['2026-11-20', undefined]);
  });
});
