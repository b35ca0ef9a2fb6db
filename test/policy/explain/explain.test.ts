import { InvalidInputError } from 'aftersale';
import {
  compilePolicy,
  decide,
  definePolicy,
  explain,
  explanationOf,
  type Explanation,
  type ReturnDecision,
} from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from '../sample-facts.js';
import { lawPack, rule, sitePack } from '../sample-packs.js';

const law = compilePolicy([], { packs: [lawPack()] });
const ask = (changes: Parameters<typeof factsWith>[0] = {}): ReturnDecision => decide(law, factsWith(changes), at);
const told = (decision: ReturnDecision, requestedAt?: string): string =>
  explain(decision, { locale: 'en', ...(requestedAt === undefined ? {} : { requestedAt }) });

const house = definePolicy({
  aftersale: 'policy/v1',
  id: 'house',
  seller: { country: 'DE', timeZone: 'Europe/Berlin' },
  currency: 'EUR',
  rules: [
    {
      id: 'sixty-days',
      window: { days: 60, from: 'delivered' },
      pays: { return: 'buyer', outbound: 'buyer' },
      refund: { item: '100%' },
    },
    { id: 'no-sale', when: { tags: ['sale'] }, exclude: 'bargain-of-the-week' },
  ],
});

describe('explain', () => {
  it.each(['en', 'zh-Hans'])('tells a whole decision in %s', async (locale) => {
    const storeCredit = rule({
      id: 'store-credit',
      rights: ['voluntary'],
      terms: {
        window: { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } },
        pays: { return: { payer: 'buyer' }, outbound: { payer: 'buyer' } },
        refund: { item: 11_000, form: 'store-credit' },
        remedies: [{ remedy: 'store-credit', chosenBy: 'seller', step: 2 }],
        deadlines: [
          {
            duty: 'answer',
            party: 'seller',
            period: { closes: { kind: 'span', amount: 48, unit: 'hours', from: 'requested' } },
            onMiss: 'auto-approved',
          },
          {
            duty: 'platform-decides',
            party: 'marketplace',
            period: { closes: { kind: 'span', amount: 3, unit: 'days', from: 'requested' } },
            strength: 'recommended',
          },
        ],
        requirements: [{ code: 'local-return-address', isRequired: true }],
      },
    });
    const policy = compilePolicy([], { packs: [lawPack(), sitePack([storeCredit])] });
    const order = { shipping: { paid: { minor: 490, currency: 'EUR' }, cheapestStandard: { minor: 490, currency: 'EUR' } } };
    const platformDeadlines = [{ duty: 'answer' as const, party: 'seller' as const, by: '2026-11-09T22:59:59.999Z' }];
    const facts = factsWith({
      marketplace: 'amazon',
      site: 'DE',
      order,
      platformDeadlines,
      reason: 'does-not-fit',
      remedy: 'repair',
    });
    const text = explain(decide(policy, facts, at), { locale, requestedAt: '2026-11-05T10:00:00Z' });
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/decision.${locale}.txt`);
  });

  it.each([
    ['2026-11-16', 'Asked on Mon, November 16, 2026, the last day'],
    ['2026-11-15', 'Asked on Sun, November 15, 2026, one day before the last'],
    ['2026-11-17', 'Asked on Tue, November 17, 2026, one day too late'],
    ['2026-12-12', 'Asked on Sat, December 12, 2026, 26 days too late'],
    ['2026-11-16T23:30:00Z', 'Asked on Tue, November 17, 2026, one day too late'],
  ])('counts from %s to the last day in the zone of the window', (requestedAt, expected) => {
    expect(told(ask({ requestedAt }), requestedAt)).toContain(`- ${expected}\n`);
  });

  it('calls no request late that may be in time', () => {
    const { order, ...rest } = factsWith({ requestedAt: '2026-12-12', order: { shippedAt: '2026-11-02' } });
    const { deliveredAt: _deliveredAt, ...undelivered } = order;
    const decision = decide(law, { ...rest, order: undelivered }, at);
    expect(decision).toMatchObject({ verdict: 'needs-review', window: { mayExtendTo: '9999-12-31' } });
    expect(told(decision, '2026-12-12')).toContain('- Asked on Sat, December 12, 2026, 26 days after the last that is certain\n');
    expect(told(decision, '2026-12-12')).not.toContain('too late');
  });

  it('says in words whose holidays are not known', () => {
    const warnings = [
      { code: 'calendar-missing:CN:2027', right: null },
      { code: 'calendar-estimated:nowhere:2028', right: null },
      { code: 'part-not-settled:law:EU', right: null },
    ];
    const decision = { ...ask(), warnings };
    expect(told(decision)).toContain('holidays that days were counted with: China, 2027\n');
    expect(told(decision)).toContain('not officially announced yet: a place nobody told, 2028\n');
    expect(told(decision)).toContain('law:EU');
    expect(explain(decision, { locale: 'zh' })).toContain('公众假期：中国，2027年');
  });

  it('names the fact that took a cost off the rules, and no rule that won over itself', () => {
    const all = compilePolicy([], { packs: allPacks });
    const kept = decide(all, factsWith({ agreed: { keepsGoods: true } }), at);
    expect(told(kept)).toContain(
      '- Who pays shipping back: “germany-return-cost” gave way to what the case tells: ' +
        'an agreement that the buyer keeps the goods (agreed.keepsGoods)\n',
    );
    const { order } = factsWith({});
    const sold = { buyer: { country: 'ZA' }, marketplace: 'lazada', order: { ...order, deliveredAt: undefined } };
    const open = decide(all, factsWith({ ...sold, requestedAt: '2026-11-20' }), at);
    expect(open.overrode.filter(({ winner, loser }) => winner === loser)).toEqual([]);
  });

  it('says nothing about the day of a request it is not told', () => {
    expect(told(ask())).not.toContain('Asked on');
    expect(() => told(ask(), 'soon')).toThrow(InvalidInputError);
  });

  it('writes amounts exactly, where a double would round them', () => {
    const price = { minor: 900_719_925_474_099, currency: 'EUR' };
    expect(told(ask({ item: { price } }))).toContain('- Goods: €9,007,199,254,740.99\n');
    expect(told(ask({ item: { price: { minor: 1409, currency: 'JPY' } }, order: { shipping: undefined } }))).toContain(
      '- Goods: ¥1,409\n',
    );
  });

  it('lists refund lines before their total, which they add up to', () => {
    const { title, children } = sectionOf(
      explanationOf(ask({ order: { deliveryMode: 'standard' } }), { locale: 'en' }),
      'Refund',
    );
    expect(title).toBe('Refund');
    expect(children.map((child) => child.title)).toEqual([
      'Goods: €80.00',
      'Shipping to the buyer: €4.90',
      'Total: €84.90',
      'Paid by the means the buyer paid with',
    ]);
  });

  it('owes nothing where the answer is no: the right that was lost is named, and what ended it', () => {
    const text = told(ask({ requestedAt: '2026-12-12' }));
    expect(text.split('\n')[0]).toBe('Not eligible: right of withdrawal (law:EU)');
    expect(text).toContain('Asked after the window had closed');
    expect(text).not.toContain('Who pays');
  });

  it('shows the seller’s own words as they are written', () => {
    const policy = compilePolicy([house], { packs: [] });
    expect(told(decide(policy, factsWith({ item: { tags: ['sale'] } }), at))).toContain('  - bargain-of-the-week\n');
  });

  it('names the fact that would decide', () => {
    const { order: _order, ...rest } = factsWith({});
    const decision = decide(law, { ...rest, order: {} }, at);
    expect(told(decision)).toMatch(/^Needs review by a person: /);
    expect(told(decision)).toContain('- Not told: the day of delivery (order.deliveredAt); it would decide the verdict');
  });

  it('says which fact cannot be used, and nothing that was not decided', () => {
    const decision = decide(law, factsWith({ item: { price: { minor: -1, currency: 'EUR' } } }), at);
    expect(told(decision)).toBe('Needs review by a person\n\nWhy\n\n- The facts cannot be used: item.price.minor');
  });

  it('survives names that objects are born with', () => {
    const decision = { ...ask(), reasons: [{ code: 'constructor', path: '__proto__', right: null }] };
    expect(told(decision)).toContain('- constructor: __proto__');
  });

  it('gives a tree that a page can fold, as plain JSON', () => {
    const tree = explanationOf(ask(), { locale: 'en' });
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
    expect(tree.title).toBe('Eligible: right of withdrawal (law:EU)');
  });
});

const sectionOf = (explanation: Explanation, title: string): Explanation => {
  const found = explanation.children.find((child) => child.title === title);
  if (found === undefined) throw new Error(`no section ${title}`);
  return found;
};

describe('locales', () => {
  const firstLine = (locale: string) => explain(ask(), { locale }).split('\n')[0];
  const chinese = '符合条件：无理由退货权（law:EU）';

  it.each(['zh', 'zh-CN', 'zh-Hans-SG', 'zh-SG'])('%s is Simplified Chinese', (locale) =>
    expect(firstLine(locale)).toBe(chinese),
  );

  it('zh-TW finds the nearest: the same language in another script', () => expect(firstLine('zh-TW')).toBe(chinese));

  it('en-GB writes days as they are written there', () => {
    expect(explain(ask(), { locale: 'en-GB' })).toContain('Last day to ask: Mon, 16 November 2026 (');
  });

  it('does not take another calendar or other digits from a locale: days stay those of the decision', () => {
    expect(explain(ask(), { locale: 'en-u-ca-buddhist-nu-thai' })).toBe(explain(ask(), { locale: 'en' }));
  });

  it.each(['fr', 'tlh', '', 'not a locale', '__proto__'])('%j is refused, and those known are named', (locale) => {
    expect(() => explain(ask(), { locale })).toThrow(InvalidInputError);
    expect(() => explain(ask(), { locale })).toThrow(/en, zh-Hans/);
  });
});
