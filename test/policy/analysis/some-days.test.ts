import { describe, expect, it } from 'vitest';
import type { Pack, PolicyDocument } from 'aftersale/policy';
import { diffPolicies, type PolicyDiff } from 'aftersale/policy/analysis';
import { marketplacePacks } from 'aftersale/policy/packs';
import { findings, horizon, house, sound, withdrawal } from './small-policy.js';

const [changeOfMind, faulty] = sound;
if (changeOfMind === undefined || faulty === undefined) throw new Error('the sound policy has two rules');

type Rule = PolicyDocument['rules'][number];

const law: Pack = {
  layer: 'law',
  id: 'law:XX',
  countries: ['DE'],
  rules: [withdrawal({ refund: { item: 10_000, form: 'original-means' } })],
};

/** A year into the horizon, so that no parcel of its first days is still of interest. */
const inFebruary = { from: '2027-02-03', to: '2027-02-20' };
const withException = (terms: Partial<Rule>, requested: object = inFebruary): PolicyDocument =>
  house([{ ...changeOfMind, except: [{ id: 'february', when: { requested }, ...terms }] }, faulty]);

describe('a rule for requests of some days only', () => {
  it('is held against the law on those days', () => {
    const [found, ...others] = findings(withException({ exclude: 'closed' }), 'floor', [law]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'february', part: 'verdict', witness: { at: '2027-02-03', says: 'no (closed)' } });
  });

  it('is held against the law where it is about a single day', () => {
    const single = withException({ exclude: 'closed' }, { from: '2027-02-03', to: '2027-02-03' });
    expect(findings(single, 'floor', [law])).toMatchObject([{ rule: 'february', witness: { at: '2027-02-03' } }]);
  });

  it('is held against the law in what it pays back', () => {
    const half = findings(withException({ refund: { item: '50%' } }), 'floor', [law]);
    expect(half).toMatchObject([{ rule: 'february', part: 'refund' }]);
  });

  it('may pay back too much', () => {
    expect(findings(withException({ refund: { item: '120%' } }), 'money')).toMatchObject([{ rule: 'february' }]);
  });

  it('may leave the better case worse off', () => {
    const found = findings(withException({ pays: { return: 'buyer' } }), 'monotonicity');
    expect(found).toMatchObject([{ rule: 'february', witness: { at: '2027-02-20' } }]);
  });
});

const diff = (before: PolicyDocument, after: PolicyDocument, packs: readonly Pack[] = []): PolicyDiff =>
  diffPolicies([before], [after], { packs, horizon });

describe('a difference for requests of some days only', () => {
  const plain = house([changeOfMind, faulty]);
  const region = 'change of mind, returns by agreement, suspected abuse, asked from 2027-02-03 to 2027-02-20';

  it('is told for every day after the delivery on which it shows', () => {
    const [found, ...others] = diff(plain, withException({ exclude: 'closed' })).differences;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      part: 'verdict',
      buyer: 'worse',
      region: `${region}, day 0–30`,
    });
  });

  it('is told where it shows between two ends of windows alone', () => {
    const shorter = diff(plain, withException({ window: { days: 20, from: 'delivered' } }));
    expect(shorter.differences).toMatchObject([{ region: `${region}, day 21–30` }]);
    const ofOneDay = withException({ window: { days: 20, from: 'delivered' } }, { from: '2027-02-03', to: '2027-02-03' });
    expect(diff(plain, ofOneDay).differences).toMatchObject([{ part: 'verdict', buyer: 'worse' }]);
  });
});

describe('a difference for orders of some days only', () => {
  it('is told where the parcel has to travel for it to show', () => {
    const fromOrder: PolicyDocument = house([
      {
        ...changeOfMind,
        except: [
          {
            id: 'season',
            when: { placed: { from: '2026-11-01', to: '2026-12-31' } },
            window: { days: 30, from: 'placed' },
          },
        ],
      },
      faulty,
    ]);
    expect(diff(house([changeOfMind, faulty]), fromOrder).differences).toMatchObject([{ part: 'verdict', buyer: 'worse' }]);
  });
});

describe('a difference on one of several marketplaces', () => {
  const amazon = marketplacePacks.filter(({ id }) => id === 'amazon:DE');
  const onSale = (days: number): PolicyDocument =>
    house([
      {
        ...changeOfMind,
        when: { reasonClass: 'withdrawal', marketplace: ['amazon', 'ebay'], site: 'DE', country: 'DE' },
        window: { days, from: 'delivered' },
      },
      faulty,
    ]);

  it('is not hidden by what another of them demands', () => {
    const { differences, hidden } = diff(onSale(14), onSale(10), amazon);
    expect(hidden).toEqual([]);
    expect(differences).toMatchObject([{ part: 'verdict', hiddenIn: [], witness: { facts: { marketplace: 'ebay' } } }]);
  });
});
