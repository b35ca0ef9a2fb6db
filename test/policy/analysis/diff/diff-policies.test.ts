import { describe, expect, it } from 'vitest';
import { compilePolicy, decide, PolicyDocumentError, type Pack } from 'aftersale/policy';
import { diffPolicies } from '../../../../src/policy/analysis/index.js';
import type { PolicyDiff } from '../../../../src/policy/analysis/index.js';
import { loadPacks } from '../../../../src/policy/packs/load.js';

const rule = {
  id: 'change-of-mind',
  when: { reasonClass: 'withdrawal' },
  window: { days: 30, from: 'delivered' },
  pays: { return: 'buyer', outbound: 'buyer' },
  refund: { item: '100%', form: 'original-means' },
  remedies: ['refund'],
};

const policyOf = (changes: object = {}, around: object = {}): object => ({
  aftersale: 'policy/v1',
  id: 'house',
  currency: 'EUR',
  rules: [{ ...rule, ...changes }],
  ...around,
});

const plain = policyOf();
const none: readonly Pack[] = [];

const diff = (before: object, after: object, packs = none): PolicyDiff =>
  diffPolicies([before], [after], { packs, horizon: { from: '2026-01-01', to: '2027-12-31' } });

const summary = ({ differences }: PolicyDiff) =>
  differences.map(({ part, region, buyer, seller }) => [part, region, buyer, seller]);

describe('two policies of equal meaning', () => {
  it.each([
    ['the same words', plain],
    ['another id and order of keys', policyOf({ id: 'renamed', window: { from: 'delivered', days: 30 } })],
    ['a list of one word', policyOf({ when: { reasonClass: ['withdrawal'] } })],
    [
      'an exception that says the same again',
      policyOf({ except: [{ id: 'de', when: { country: 'DE' }, window: { days: 30 } }] }),
    ],
    [
      'a first delivery that is not refunded, said twice',
      policyOf({ refund: { item: '100%', form: 'original-means', outbound: 'none' } }),
    ],
    [
      'an extension that never reaches beyond the window',
      policyOf({ except: [{ id: 'x', when: { delivered: { from: '2027-03-01' } }, extend: { until: '2027-03-05' } }] }),
    ],
  ])('differ in nothing: %s', (_what, other) => {
    expect(diff(plain, other)).toMatchObject({ differences: [], hidden: [], isComplete: true });
    expect(diff(other, plain)).toMatchObject({ differences: [], hidden: [], isComplete: true });
  });
});

describe('a difference', () => {
  it('names the days between two windows, and for whom it is better', () => {
    const shorter = policyOf({ window: { days: 14, from: 'delivered' } });
    expect(summary(diff(plain, shorter))).toEqual([['verdict', 'change of mind, day 15–30', 'worse', 'cheaper']]);
    expect(summary(diff(shorter, plain))).toEqual([['verdict', 'change of mind, day 15–30', 'better', 'dearer']]);
    expect(diff(plain, shorter).differences[0]).toMatchObject({
      before: { says: '30 days from delivered', rules: ['change-of-mind'] },
      after: { says: '14 days from delivered', rules: ['change-of-mind'] },
      witness: { before: 'eligible', after: 'ineligible' },
    });
  });

  it('is found in what is known of a refund, where the rest of it is not', () => {
    const refunding = (item: string): object => policyOf({ pays: { return: 'buyer' }, refund: { item } });
    const [whole, half] = [refunding('100%'), refunding('50%')];
    expect(summary(diff(whole, half))).toEqual([['refund', 'change of mind, day 0–30', 'worse', 'cheaper']]);
    expect(diff(whole, half).differences[0]?.witness).toMatchObject({
      before: '80.00 EUR and what is unknown (outbound-shipping) by unknown',
      after: '40.00 EUR and what is unknown (outbound-shipping) by unknown',
    });
  });

  it('is as narrow as the exception that makes it', () => {
    const changed = policyOf({
      except: [{ id: 'toys', when: { category: 'toys', country: ['DE', 'FR'] }, pays: { return: 'seller' } }],
    });
    const { differences } = diff(plain, changed);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ part: 'return', countries: ['DE', 'FR'], buyer: 'better', seller: 'dearer' });
    expect(differences[0]?.region).toContain('toys');
  });

  it('is found where a business day and a day part only now and then', () => {
    const [days, businessDays] = [
      { days: 7, from: 'delivered' },
      { businessDays: 5, from: 'delivered' },
    ];
    const found = diff(policyOf({ window: days }), policyOf({ window: businessDays }));
    expect(found.isComplete).toBe(true);
    expect(new Set(found.differences.map(({ part }) => part))).toEqual(new Set(['verdict']));
  });

  it('is told both ways where amounts cross', () => {
    const fee = (size: object) => policyOf({ refund: { ...rule.refund, fees: [{ kind: 'restocking', ...size }] } });
    const found = diff(fee({ percent: '10%' }), fee({ amount: '8.00 EUR' }));
    expect(found.differences.map(({ part, buyer }) => [part, buyer])).toEqual([
      ['refund', 'worse'],
      ['refund', 'better'],
    ]);
  });

  it.each([
    ['an exclusion', { except: [{ id: 'no', when: { traits: ['custom-made'] }, exclude: 'custom-made' }] }, 'verdict', 'worse'],
    ['a review', { review: 'look-first' }, 'verdict', 'worse'],
    ['a condition', { conditions: ['unused'], otherwise: 'refuse' }, 'verdict', 'worse'],
    ['a deduction', { conditions: ['unused'], otherwise: { deduct: { kind: 'use', upTo: '50%' } } }, 'refund', 'worse'],
    ['store credit', { refund: { item: '100%', form: 'store-credit' } }, 'refund', 'worse'],
    ['one more remedy', { remedies: ['refund', 'exchange'] }, 'remedies', 'better'],
    ['another first remedy', { remedies: ['store-credit'] }, 'remedies', 'mixed'],
  ])('is seen in %s', (_what, changes, part, buyer) => {
    const { differences } = diff(plain, policyOf(changes));
    expect(differences.filter((found) => found.part === part).map((found) => found.buyer)).toContain(buyer);
  });

  it('is seen in a promise that has not begun to run', () => {
    const promise = (days: number) => policyOf({}, { promises: { refund: { days, from: 'inspected' } } });
    expect(diff(promise(5), promise(10)).differences).toMatchObject([
      { part: 'deadlines', buyer: 'worse', seller: 'same', before: { rules: ['promises.refund'] } },
    ]);
  });

  it('has a witness that decide confirms with law on both sides', async () => {
    const packs = await loadPacks({ countries: ['DE', 'SG'] });
    const [before, after] = [
      plain,
      policyOf({ window: { days: 10, from: 'delivered' }, pays: { return: 'seller', outbound: 'buyer' } }),
    ];
    const [old, recent] = [compilePolicy([before], { packs }), compilePolicy([after], { packs })];
    const { differences } = diff(before, after, packs);
    expect(differences.length).toBeGreaterThan(1);
    for (const { part, witness } of differences) {
      const at = { at: witness.at };
      const answers = [old, recent].map((policy) => decide(policy, witness.facts, at));
      const read = answers.map((answer) => (part === 'return' ? answer.pays.return : answer.verdict));
      expect(read[0]).not.toEqual(read[1]);
    }
  });

  it('is set apart where law gives the same whatever the policy says', async () => {
    const packs = await loadPacks({ countries: ['DE', 'SG'] });
    const days = (count: number) => policyOf({ when: { reasonClass: 'withdrawal' }, window: { days: count, from: 'delivered' } });
    const [found] = diff(days(12), days(10), packs).differences;
    expect(found?.hiddenIn).toContain('DE');
    expect(found?.hiddenIn).not.toContain('SG');
    expect(found?.witness.facts.buyer.country).not.toBe('DE');
  });
});

describe('a comparison', () => {
  it('does not depend on the order of documents', () => {
    const other = { ...policyOf({ id: 'faulty', when: { reasonClass: 'conformity' } }), id: 'other' };
    const shorter = policyOf({ window: { days: 14, from: 'delivered' } });
    const forth = diffPolicies([plain, other], [shorter, other], { packs: none });
    const back = diffPolicies([other, plain], [other, shorter], { packs: none });
    expect(forth).toEqual(back);
  });

  it('says when its budget ended, instead of finding nothing', () => {
    const shorter = policyOf({ window: { days: 14, from: 'delivered' } });
    expect(diffPolicies([plain], [shorter], { packs: none, cellBudget: 1 }).isComplete).toBe(false);
  });

  it('says that the seller moved', () => {
    const [here, there] = ['DE', 'CN'].map((country) => policyOf({}, { seller: { country, timeZone: 'UTC' } }));
    expect(diff(here ?? {}, there ?? {}).notes).toHaveLength(1);
  });

  it('refuses documents that break the grammar', () => {
    expect(() => diff(plain, { aftersale: 'policy/v1' })).toThrow(PolicyDocumentError);
  });
});
