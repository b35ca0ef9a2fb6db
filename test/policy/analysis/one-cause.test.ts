import { describe, expect, it } from 'vitest';
import type { Pack, PolicyDocument } from 'aftersale/policy';
import { findings, house, sound, withdrawal as withdrawalOf } from './small-policy.js';

const [changeOfMind, faulty] = sound;
if (changeOfMind === undefined || faulty === undefined) throw new Error('the sound policy has two rules');

const withdrawal = withdrawalOf({
  pays: { return: { payer: 'seller' } },
  refund: { item: 10_000, form: 'original-means', fees: [] },
});

const law = (countries: readonly string[], rules: Pack['rules'] = [withdrawal]): Pack => ({
  layer: 'law',
  id: `law:${countries.join('-')}`,
  countries,
  rules,
});

const giving = (rule: Partial<PolicyDocument['rules'][number]>): PolicyDocument => house([{ ...changeOfMind, ...rule }, faulty]);

const regions = (document: PolicyDocument, packs: readonly Pack[]): readonly string[] =>
  findings(document, 'floor', packs).map(({ region }) => region);

describe('one cause', () => {
  it('is one finding in all countries of a law, and one for each law', () => {
    const payer = giving({ pays: { return: 'buyer', outbound: 'seller' } });
    expect(findings(payer, 'floor', [law(['DE', 'FR', 'IT'])])).toMatchObject([{ countries: ['DE', 'FR', 'IT'] }]);
    expect(findings(payer, 'floor', [law(['DE']), law(['US'])]).map(({ countries }) => countries)).toEqual([['DE'], ['US']]);
  });

  it('is one finding for two passages of one law that say the same, and names both', () => {
    const toys = { ...withdrawal, id: 'toys', source: 'Law 2', when: { ...withdrawal.when, category: ['toys' as const] } };
    const payer = giving({ pays: { return: 'buyer', outbound: 'seller' } });
    const [found, ...others] = findings(payer, 'floor', [law(['DE', 'FR'], [withdrawal, toys])]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ region: 'DE, FR, change of mind', countries: ['DE', 'FR'] });
    expect(found?.message).toMatch(/, Law 2 says the seller pays the way back\. So does Law 1 for other cases\.$/);
    expect(found?.witness).toMatchObject({ facts: { item: { category: 'toys' } }, because: [{ source: 'Law 2' }] });
    expect(found?.alsoShownBy).toMatchObject([{ facts: { reason: 'no-reason' }, because: [{ source: 'Law 1' }] }]);
  });

  it('is one finding each where two passages demand other days', () => {
    const closes = { kind: 'span' as const, amount: 20, unit: 'days' as const, from: 'delivered' as const };
    const when = { ...withdrawal.when, category: ['toys' as const] };
    const toys = { ...withdrawal, id: 'toys', source: 'Law 2', when, terms: { ...withdrawal.terms, window: { closes } } };
    const short = giving({ window: { days: 7, from: 'delivered' } });
    expect(regions(short, [law(['DE'], [withdrawal, toys])])).toEqual([
      'DE, change of mind, not toys, day 8–14',
      'DE, change of mind, toys, day 8–20',
    ]);
  });

  it('says whom it concerns as data', () => {
    const payer = giving({ pays: { return: 'buyer', outbound: 'seller' } });
    const [found] = findings(payer, 'floor', [law(['DE'])]);
    expect(found).toMatchObject({ countries: ['DE'], soldOn: [], part: 'return' });
    expect(found?.reasons).toContain('no-reason');
    expect(found?.reasons).not.toContain('defective');
  });

  it('is bound to the sites of a marketplace, and names them as a group', () => {
    const site = (country: string): Pack => ({
      layer: 'marketplace',
      id: `amazon:${country}`,
      marketplace: 'amazon',
      site: country,
      rules: [{ ...withdrawal, rights: ['voluntary'], source: 'Help' }],
    });
    const payer = giving({ pays: { return: 'buyer', outbound: 'seller' } });
    const sites = ['DE', 'ES', 'FR', 'IT', 'US'];
    expect(findings(payer, 'floor', sites.map(site))).toMatchObject([
      { region: 'sold on amazon, every site looked at, change of mind', soldOn: sites.map((each) => `amazon:${each}`) },
    ]);
  });

  it('is one finding for goods broken in one way or another', () => {
    const deducting = giving({
      conditions: ['unused', 'complete'],
      otherwise: { deduct: { kind: 'diminished-value', upTo: '50%' } },
    });
    expect(regions(deducting, [law(['DE'])])).toEqual(['DE, change of mind; incomplete goods, or used goods']);
  });

  it('is told as one choice after the other where every combination is broken', () => {
    const hygiene = { id: 'hygiene', when: { traits: ['hygiene-sealed' as const], condition: { isUnsealed: true } } };
    const deducting = giving({
      conditions: ['unused', 'complete'],
      otherwise: { deduct: { kind: 'diminished-value', upTo: '50%' } },
      except: [{ ...hygiene, exclude: 'hygiene' }],
    });
    const ofTheRule = findings(deducting, 'floor', [law(['DE'])]).filter(({ rule }) => rule === 'change-of-mind');
    expect(ofTheRule.map(({ region }) => region)).toEqual([
      'DE, change of mind; incomplete goods, or used goods; unopened goods, or not hygiene-sealed',
    ]);
  });

  it('is told with its days where they differ', () => {
    const short = giving({
      window: { days: 7, from: 'delivered' },
      except: [{ id: 'france', when: { country: ['FR'] }, pays: { return: 'seller' } }],
    });
    const longer = { ...withdrawal, id: 'longer', when: { ...withdrawal.when, category: ['toys' as const] } };
    const toys = {
      ...longer,
      terms: { window: { closes: { kind: 'span' as const, amount: 20, unit: 'days' as const, from: 'delivered' as const } } },
    };
    expect(regions(short, [law(['DE', 'FR'], [withdrawal, toys])])).toEqual([
      'DE, FR, change of mind; toys and day 8–20, or not toys and day 8–14',
    ]);
  });

  it('stays apart for what differs: the rule, or what is less', () => {
    const twice = giving({ window: { days: 7, from: 'delivered' }, pays: { return: 'buyer' } });
    expect(findings(twice, 'floor', [law(['DE'])]).map(({ witness }) => witness?.demands)).toEqual([
      'the seller pays the way back',
      'yes (Law 1)',
    ]);
  });
});
