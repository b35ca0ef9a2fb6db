import { describe, expect, it } from 'vitest';
import { decide, compilePolicy, type Pack, type PolicyDocument } from 'aftersale/policy';
import { lawPacks } from 'aftersale/policy/packs';
import { checkPolicy } from 'aftersale/policy/analysis';
import { findings, horizon, house, replay, sound, withdrawal } from './small-policy.js';

const [changeOfMind, faulty] = sound;
if (changeOfMind === undefined || faulty === undefined) throw new Error('the sound policy has two rules');

const europe = lawPacks.filter(({ id }) => id === 'law:EU');

const law = (rules: Pack['rules']): Pack => ({ layer: 'law', id: 'law:XX', countries: ['DE', 'FR'], rules });
const withdrawalOf = (days: number): Pack['rules'][number] => withdrawal({}, days);

const giving = (rule: Partial<PolicyDocument['rules'][number]>): PolicyDocument => house([{ ...changeOfMind, ...rule }, faulty]);

describe('a window below the floor', () => {
  it('is found with its days and countries, and an equal one is not', () => {
    const packs = [law([withdrawalOf(14)])];
    const short = giving({ window: { days: 7, from: 'delivered' } });
    const [found, ...others] = findings(short, 'floor', packs);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rule: 'change-of-mind',
      severity: 'error',
      countries: ['DE', 'FR'],
      region: 'DE, FR, change of mind, day 8–14',
    });
    if (found === undefined) throw new Error('nothing found');
    expect(replay(short, found, packs).rights.map(({ layer, verdict }) => [layer, verdict])).toEqual([
      ['law', 'eligible'],
      ['seller', 'ineligible'],
    ]);
    expect(findings(giving({ window: { days: 14, from: 'delivered' } }), 'floor', packs)).toEqual([]);
  });

  it('is found where a person decides until it ends', () => {
    const looked = giving({ window: { days: 7, from: 'delivered' }, review: 'look-first' });
    const found = findings(looked, 'floor', [law([withdrawalOf(14)])]);
    expect(found).toMatchObject([{ rule: 'change-of-mind', part: 'verdict', region: 'DE, FR, change of mind, day 8–14' }]);
    const longer = giving({ window: { days: 14, from: 'delivered' }, review: 'look-first' });
    expect(findings(longer, 'floor', [law([withdrawalOf(14)])])).toEqual([]);
  });

  it('is found where only a day off makes the difference', () => {
    const found = findings(giving({ window: { days: 14, from: 'delivered' } }), 'floor', europe);
    const [first] = found.filter(({ region }) => region.includes('last days that fall on a day off'));
    expect(first?.countries).toContain('DE');
    expect(first?.message).toMatch(/delivered .+, asked .+: your policy says no \(last day .+\), CRD 9.+ says yes\./);
  });

  it('is found for a window counted from the order, which a slow parcel eats up', () => {
    const packs = [law([withdrawalOf(14)])];
    expect(findings(giving({ window: { days: 30, from: 'placed' } }), 'floor', packs)).toHaveLength(1);
    expect(findings(giving({ window: { days: 200, from: 'placed' } }), 'floor', packs)).toEqual([]);
  });

  it('is an exclusion the law does not know, and not one it knows too', () => {
    const packs = (more: Pack['rules']): Pack[] => [law([withdrawalOf(14), ...more])];
    const custom = giving({ except: [{ id: 'custom', when: { traits: ['custom-made'] }, exclude: 'custom-made' }] });
    expect(findings(custom, 'floor', packs([]))).toMatchObject([
      { rule: 'custom', region: 'DE, FR, change of mind, custom-made goods' },
    ]);
    const known = { ...withdrawalOf(14), id: 'custom', when: { traits: ['custom-made'] }, terms: { exclude: 'custom-made' } };
    expect(findings(custom, 'floor', packs([known]))).toEqual([]);
  });
});

describe('terms below the floor', () => {
  const packs = [
    law([
      {
        ...withdrawalOf(14),
        terms: {
          ...withdrawalOf(14).terms,
          pays: { return: { payer: 'seller' } },
          refund: { item: 10_000, outbound: 'cheapest', form: 'original-means', fees: [] },
          remedies: [{ remedy: 'refund', chosenBy: 'buyer', step: 1 }],
        },
      },
    ]),
  ];
  const below = (rule: Partial<PolicyDocument['rules'][number]>): readonly (string | null)[] =>
    findings(giving(rule), 'floor', packs).map(({ witness }) => witness?.demands ?? null);

  it('are none where the seller gives as much', () => {
    expect(findings(house(sound), 'floor', packs)).toEqual([]);
  });

  it('are a way back the buyer pays', () => {
    expect(below({ pays: { return: 'buyer', outbound: 'seller' } })).toEqual(['the seller pays the way back']);
  });

  it('are a first delivery that is not refunded', () => {
    const refund = { item: '100%', outbound: 'none' as const, form: 'original-means' as const };
    expect(below({ refund, pays: { return: 'seller' } })).toEqual(['the cheapest first delivery is refunded']);
  });

  it('are a fee, store credit, or a remedy left out', () => {
    const fees = [{ kind: 'restocking' as const, percent: '15%' }];
    expect(below({ refund: { item: '100%', outbound: 'full', form: 'original-means', fees } })).toEqual([
      '80.00 EUR of 80.00 EUR comes back',
    ]);
    expect(below({ refund: { item: '100%', outbound: 'full', form: 'store-credit' } })).toEqual(['money comes back']);
    expect(below({ remedies: ['exchange'] })).toEqual(['the buyer may choose refund']);
  });

  it('are a fee with a cap only above the price where it takes more than the law allows', () => {
    const capped = [
      law([
        {
          ...withdrawalOf(14),
          terms: {
            ...withdrawalOf(14).terms,
            refund: {
              item: 10_000,
              form: 'original-means',
              fees: [{ kind: 'restocking', percent: 500, cap: { minor: 10_000, currency: 'EUR' } }],
            },
          },
        },
      ]),
    ];
    const fees = [{ kind: 'restocking' as const, percent: '5%' }];
    const refund = { item: '100%', outbound: 'full' as const, form: 'original-means' as const, fees };
    const [found] = findings(giving({ refund }), 'floor', capped);
    expect(found?.witness?.facts.item.price.minor).toBeGreaterThan(200_000);
    const alike = { ...refund, fees: [{ ...fees[0], kind: 'restocking' as const, cap: '100.00 EUR' }] };
    expect(findings(giving({ refund: alike }), 'floor', capped)).toEqual([]);
  });
});

describe('a report', () => {
  it('is the same whatever the order of rules, documents and packs', () => {
    const parts = [giving({ window: { days: 7, from: 'delivered' } }), { ...house([]), id: 'other' }];
    const packs = [law([withdrawalOf(14)]), ...lawPacks.filter(({ id }) => id === 'law:CN')];
    const forward = checkPolicy(parts, { packs, horizon });
    const turned = parts.map((document) => ({ ...document, rules: [...document.rules].reverse() })).reverse();
    expect(checkPolicy(turned, { packs: [...packs].reverse(), horizon }).findings).toEqual(forward.findings);
  });

  it('has a witness that decides as it says, for every floor of Europe', () => {
    const document = giving({
      window: { days: 10, from: 'delivered' },
      conditions: ['unopened', 'complete'],
      pays: { return: 'buyer' },
    });
    const policy = compilePolicy([document], { packs: europe });
    const found = findings(document, 'floor', europe);
    expect(found.length).toBeGreaterThan(3);
    for (const { witness } of found) {
      if (witness === null) throw new Error('a floor without a witness');
      const { rights, reasons } = decide(policy, witness.facts, { at: witness.at });
      expect(reasons.map(({ code }) => code)).not.toContain('facts-invalid');
      expect(rights.some(({ layer, verdict }) => layer === 'law' && verdict === 'eligible')).toBe(true);
    }
  });
});
