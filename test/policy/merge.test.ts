import { compilePolicy, decide, type ReturnDecision } from 'aftersale/policy';
import type { Pack } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';
import { lawPack, rule, sitePack, withdrawal } from './sample-packs.js';

const seller = (rules: readonly object[]) => ({ aftersale: 'policy/v1', id: 'house', rules });

const ask = (
  setting: { documents?: readonly object[]; packs: readonly Pack[] },
  changes: Parameters<typeof factsWith>[0],
): ReturnDecision => decide(compilePolicy(setting.documents ?? [], { packs: setting.packs }), factsWith(changes), at);

const generous = seller([
  {
    id: 'sixty-days',
    when: { reasonClass: 'withdrawal' },
    window: { days: 60 },
    pays: { outbound: 'buyer', return: 'buyer' },
    refund: { item: '100%', form: 'original-means', fees: [{ kind: 'restocking', percent: '15%' }] },
  },
]);

const storeCredit = rule({
  id: 'store-credit',
  rights: ['voluntary'],
  terms: {
    window: { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } },
    pays: { outbound: { payer: 'buyer' }, return: { payer: 'buyer' } },
    refund: { item: 11_000, form: 'store-credit' },
  },
});
const onSite = { marketplace: 'amazon', site: 'DE' } as const;

describe('a source joins only where it would accept this request alone', () => {
  it('counterexample 1: on day 40 only the seller still grants, on the seller’s own terms', () => {
    const decision = ask({ documents: [generous], packs: [lawPack()] }, { requestedAt: '2026-12-12T10:00:00Z' });
    expect(decision).toMatchObject({ verdict: 'eligible', recommended: 'voluntary/seller:house' });
    expect(decision.refund.total).toEqual({ minor: 6800, currency: 'EUR' });
    expect(decision.refund.lines.map(({ kind, amount }) => [kind, amount.minor])).toEqual([
      ['item', 8000],
      ['restocking', -1200],
    ]);
    expect(decision.rights.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['withdrawal/law:EU', 'ineligible'],
      ['voluntary/seller:house', 'eligible'],
    ]);
    expect(decision.rights[0]).toMatchObject({ lostTo: 'window-closed', window: { lastDay: '2026-11-16' } });
  });

  it('joins both while both live: the law’s refund, the seller’s days', () => {
    const order = { shipping: { paid: { minor: 900, currency: 'EUR' }, cheapestStandard: { minor: 490, currency: 'EUR' } } };
    const decision = ask({ documents: [generous], packs: [lawPack()] }, { order });
    expect(decision.refund.total).toEqual({ minor: 8490, currency: 'EUR' });
    expect(decision.window?.lastDay).toBe('2027-01-01');
    expect(decision.recommended).toBe('withdrawal/law:EU');
    expect(decision.overrode).toContainEqual(
      expect.objectContaining({ parameter: 'refund', winner: 'withdrawal', loser: 'sixty-days' }),
    );
  });

  it('counterexample 2: money at 100 % and store credit at 110 % stay two offers', () => {
    const order = { shipping: { paid: { minor: 490, currency: 'EUR' }, cheapestStandard: { minor: 490, currency: 'EUR' } } };
    const decision = ask({ packs: [lawPack(), sitePack([storeCredit])] }, { ...onSite, order });
    expect(decision.refund).toMatchObject({ form: 'original-means', total: { minor: 8490 } });
    expect(decision.alternatives).toHaveLength(1);
    expect(decision.alternatives[0]?.refund).toMatchObject({ form: 'store-credit', total: { minor: 9290 } });
  });

  it('an exclusion removes only the right of the source that states it', () => {
    const decision = ask({ packs: [lawPack(), sitePack([storeCredit])] }, { ...onSite, item: { traits: ['custom-made'] } });
    expect(decision.rights.map(({ id, verdict, lostTo }) => [id, verdict, lostTo])).toEqual([
      ['withdrawal/law:EU', 'ineligible', 'custom-made'],
      ['voluntary/amazon:DE', 'eligible', null],
    ]);
    expect(decision.refund).toMatchObject({ form: 'store-credit', total: { minor: 8800 } });
    expect(decision.pays.outbound).toBe('buyer');
  });

  it('a statement without a window improves the rights of others, and grants none', () => {
    const free = seller([{ id: 'free-returns', pays: { return: 'seller' } }]);
    expect(ask({ documents: [free], packs: [lawPack()] }, {})).toMatchObject({
      recommended: 'withdrawal/law:EU',
      rights: [{ id: 'withdrawal/law:EU', pays: { return: 'buyer' } }],
      pays: { return: 'seller' },
    });
    const late = ask({ documents: [free], packs: [lawPack()] }, { requestedAt: '2026-12-12' });
    expect(late).toMatchObject({ verdict: 'ineligible', pays: { return: 'nobody' }, refund: { total: { minor: 0 } } });
  });

  it('facts that promise free returns help, facts that do not cannot hurt', () => {
    expect(ask({ packs: [lawPack()] }, { item: { listedReturnPayer: 'seller' } }).pays.return).toBe('seller');
    expect(ask({ packs: [lawPack()] }, { agreed: { returnPayer: 'seller' } }).pays.return).toBe('seller');
    const free = seller([{ id: 'free', window: { days: 30 }, pays: { return: 'seller' } }]);
    expect(ask({ documents: [free], packs: [] }, { item: { listedReturnPayer: 'buyer' } }).pays.return).toBe('seller');
  });

  it('a default law falls away when it is displaced', () => {
    const { except: _except, ...plain } = withdrawal;
    const byDefault = lawPack({ rules: [{ ...plain, unless: [{ 'disclosures.returnTermsOnFinalScreen': true }] }] });
    const told = (value: boolean) => ask({ packs: [byDefault] }, { disclosures: { returnTermsOnFinalScreen: value } }).verdict;
    expect([told(false), told(true)]).toEqual(['eligible', 'ineligible']);
  });

  it('leaves it open when only an unsure right would change a figure', () => {
    const maybe = rule({
      id: 'reviewed',
      rights: ['voluntary'],
      terms: { window: { closes: { kind: 'unlimited' } }, review: 'ask-a-person', pays: { return: { payer: 'seller' } } },
    });
    const decision = ask({ packs: [lawPack(), sitePack([maybe])] }, onSite);
    expect(decision).toMatchObject({ verdict: 'eligible', pays: { outbound: 'seller', return: 'unknown' } });
  });
});

describe('rights', () => {
  const conformity = rule({
    id: 'conformity',
    rights: ['conformity'],
    terms: {
      window: { closes: { kind: 'span', amount: 2, unit: 'years', from: 'delivered' } },
      pays: { outbound: { payer: 'seller' }, return: { payer: 'seller' } },
      remedies: [
        { remedy: 'repair', chosenBy: 'buyer', step: 1 },
        { remedy: 'refund', chosenBy: 'buyer', step: 2 },
      ],
    },
  });
  const packs = [lawPack({ rules: [withdrawal, conformity] })];

  it('are all judged for faulty goods, and the most specific is recommended (vector 65)', () => {
    const decision = ask({ packs }, { reason: 'defective' });
    expect(decision.rights.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['withdrawal/law:EU', 'eligible'],
      ['conformity/law:EU', 'eligible'],
    ]);
    expect(decision).toMatchObject({ recommended: 'conformity/law:EU', pays: { return: 'seller' }, liable: 'seller' });
  });

  it('open later steps of a statutory ladder once an earlier remedy was tried', () => {
    const open = (remediesTried: readonly 'repair'[]) =>
      ask({ packs }, { reason: 'defective', remediesTried }).remedies.map(({ remedy, isOpen }) => [remedy, isOpen]);
    expect(open([])).toEqual([
      ['repair', true],
      ['refund', false],
    ]);
    expect(open(['repair'])).toEqual([
      ['repair', true],
      ['refund', true],
    ]);
  });

  it('none at all is ineligible only when every pack is known', () => {
    const none = lawPack({ id: 'law:CH', countries: ['CH'], rules: [] });
    expect(ask({ packs: [none] }, { buyer: { country: 'CH' } })).toMatchObject({
      verdict: 'ineligible',
      reasons: [{ code: 'no-right' }],
    });
    expect(ask({ packs: [none] }, { buyer: { country: 'CH' }, marketplace: 'ebay', site: 'CH' }).verdict).toBe('needs-review');
    expect(ask({ packs: [] }, {}).verdict).toBe('needs-review');
  });
});

describe('who bears what the buyer does not', () => {
  it('is for the marketplace to say', () => {
    const label = rule({ id: 'label', rights: ['voluntary'], terms: { pays: { return: { payer: 'marketplace' } } } });
    const free = seller([{ id: 'free', window: { days: 30 }, pays: { return: 'seller' } }]);
    expect(ask({ documents: [free], packs: [sitePack([label])] }, onSite).pays.return).toBe('marketplace');
  });

  it('gives back what the buyer laid out, up to the cap of a shared cost', () => {
    const shared = seller([
      {
        id: 'shared',
        window: { days: 30 },
        pays: { return: 'shared', outbound: 'buyer', cap: '5.00 EUR' },
        refund: { item: '100%' },
      },
    ]);
    const returnShipping = { cost: { minor: 700, currency: 'EUR' }, labelPayer: 'buyer' } as const;
    expect(ask({ documents: [shared], packs: [] }, { returnShipping }).refund).toMatchObject({
      total: { minor: 8500 },
      lines: [{ kind: 'item' }, { kind: 'return-shipping', amount: { minor: 500 }, cap: { minor: 500 } }],
    });
  });
});
