import type { CaseFacts, RightKind } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { deadline, decideSale, type Sale } from './pack-facts.js';

const price = { minor: 8000, currency: 'EUR' };
const goods = (item: Partial<CaseFacts['item']>): CaseFacts['item'] => ({ price, quantity: 1, quantityOrdered: 1, ...item });

const on = (marketplace: string, site: string, { facts, ...sale }: Partial<Sale> = {}) =>
  decideSale({ country: site === 'US' ? 'US-TX' : site, ...sale, facts: { marketplace, site, ...facts } });
const own = ({ rights }: ReturnType<typeof decideSale>, kind: RightKind = 'voluntary') =>
  rights.find((right) => right.kind === kind && right.layer === 'marketplace');

describe('Amazon', () => {
  it.each([
    ['US', '2026-11-02'],
    ['US', '2026-11-20'],
    ['FR', '2026-11-20'],
  ])('%s, a purchase that nobody authorized is a fault of the seller, asked on %s', (site, requestedAt) => {
    const found = own(on('amazon', site, { requestedAt, facts: { reason: 'unauthorised-purchase' } }));
    expect(found?.pays).toMatchObject({ outbound: 'seller', return: 'seller' });
  });
});

describe('Amazon, by who sends the goods', () => {
  const owed = (site: string, facts: Partial<CaseFacts>) => {
    const decision = on('amazon', site, { facts: { ...facts, seller: { country: 'CN' } } });
    const duties = decision.deadlines.filter(({ party }) => party === 'seller').map(({ duty }) => duty);
    return { duties, pays: own(decision)?.pays, decision };
  };
  const ofReturns = ['authorise-return', 'answer'];

  it.each(['US', 'DE', 'FR', 'JP'])('%s, of what Amazon sends no page tells who pays and what the seller owes', (site) => {
    const { duties, pays, decision } = owed(site, { programme: 'fulfilled-by-marketplace' });
    expect(duties.filter((duty) => ofReturns.includes(duty))).toEqual([]);
    expect(pays).toMatchObject({ outbound: 'unknown', return: 'unknown' });
    expect(decision.requirements.filter(({ code }) => code !== 'withdrawal-function')).toEqual([]);
  });

  it.each([{ programme: 'fulfilled-by-seller' }, {}] as const)(
    'US, the matrix is that of orders the seller sends: %j',
    (facts) => {
      const { duties, pays, decision } = owed('US', facts);
      expect(duties).toEqual(expect.arrayContaining(ofReturns));
      expect(pays).toMatchObject({ outbound: 'seller', return: 'seller' });
      const presumed = decision.missing.find(({ fact }) => fact === 'programme')?.presumed;
      expect(presumed).toBe('programme' in facts ? undefined : 'fulfilled-by-seller');
    },
  );

  it('the window is the same whoever sends', () => {
    const { decision } = owed('US', { programme: 'fulfilled-by-marketplace' });
    expect(own(decision)).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-12-02' } });
  });
});

describe('Shopee', () => {
  it.each(['VN', 'TH', 'TW', 'MX', 'CL', 'CO'])('%s, until when the seller answers is said not to be known', (site) => {
    const answer = deadline(on('shopee', site, { facts: { reason: 'defective' } }), 'answer');
    expect(answer).toMatchObject({ by: null, certainty: 'estimated', because: [{ confidence: 'unconfirmed' }] });
  });

  it.each([
    [{ category: 'digital-content' }, 'digital'],
    [{ category: 'hygiene' }, 'hygiene-sealed'],
    [{ category: 'phones', condition: { isUnsealed: true } }, 'condition-broken:unopened'],
    [{ category: 'phones' }, null],
    [{ category: 'toys', condition: { isUnsealed: true } }, null],
  ] as const)('MY, of %j the guarantee is lost to %s', (item, lostTo) => {
    expect(own(on('shopee', 'MY', { facts: { item: goods(item) } }))?.lostTo).toBe(lostTo);
  });

  it.each(['electronics', 'computers', 'phones', 'cameras', 'wireless'] as const)(
    'BR, %s are among the electronics of which one source has thirty days',
    (category) => {
      const found = own(on('shopee', 'BR', { facts: { reason: 'defective', item: goods({ category }) } }), 'conformity');
      expect(found?.window).toMatchObject({ lastDay: '2026-11-09', mayExtendTo: '2026-12-02' });
    },
  );
});

describe('AliExpress', () => {
  const asked = (facts: Partial<CaseFacts>) =>
    own(decideSale({ country: 'ES', requestedAt: '2026-12-12', facts: { marketplace: 'aliexpress', ...facts } }));

  it.each([
    ['choice', 'needs-review'],
    ['other', 'ineligible'],
    [undefined, 'needs-review'],
  ] as const)('after day fifteen, programme %s: %s, as ninety days of Choice could not be confirmed', (programme, verdict) => {
    expect(asked(programme === undefined ? {} : { programme })?.verdict).toBe(verdict);
  });
});

describe('Lazada', () => {
  it.each(['not-received', 'empty-box'] as const)('%s: the money back and nothing else', (reason) => {
    const found = own(on('lazada', 'SG', { facts: { reason } }), 'non-delivery');
    expect(found?.remedies.map(({ remedy }) => remedy)).toEqual(['refund']);
  });
});

describe('spans of which no start or kind of day is told', () => {
  it('eBay, about two days to refund: the earlier day is promised', () => {
    const back = on('ebay', 'US', { facts: { reason: 'defective', events: { goodsReturnedAt: '2026-11-13' } } });
    expect(deadline(back, 'refund')).toMatchObject({ lastDay: '2026-11-15', certainty: 'estimated' });
  });

  it('TikTok Shop ID, eight days to confirm, from the dispatch or from the receipt', () => {
    const events = { goodsReturnedAt: '2026-11-09' };
    const back = on('tiktok-shop', 'ID', { facts: { reason: 'defective', events } });
    expect(deadline(back, 'confirm-receipt')).toMatchObject({ lastDay: '2026-11-17', certainty: 'estimated' });
  });
});
