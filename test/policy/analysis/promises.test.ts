import { describe, expect, it } from 'vitest';
import type { Pack, PolicyDocument } from 'aftersale/policy';
import type { AnalysisFinding } from 'aftersale/policy/analysis';
import { findings, house, replay, sound } from './small-policy.js';

type Duties = NonNullable<PolicyDocument['promises']>;

const promising = (promises: Duties, buyerDuties: Duties = {}): PolicyDocument =>
  house(sound, { promises, 'buyer-duties': buyerDuties, seller: { country: 'DE', timeZone: 'Europe/Berlin', calendar: 'DE' } });

type Rule = NonNullable<Pack['rules']>[number];
type Deadline = NonNullable<Rule['terms']['deadlines']>[number];

/** A law that grants two weeks and sets one deadline. */
const law = (deadline: Deadline): Pack => ({
  layer: 'law',
  id: 'law:XX',
  countries: ['DE', 'FR'],
  calendars: [
    { id: 'DE', weekend: [0, 6], years: { from: 2025, to: 2028 }, closed: [], source: 'made up' },
    { id: 'FR', weekend: [0, 6], years: { from: 2025, to: 2028 }, closed: [], source: 'made up' },
  ],
  rules: [
    {
      id: 'window',
      rights: ['withdrawal'],
      source: 'Law 1',
      confidence: 'text',
      when: { reasonClass: ['withdrawal'] },
      terms: { window: { closes: { kind: 'span', amount: 14, unit: 'days', from: 'delivered' }, roll: 'none' } },
    },
    {
      id: 'deadline',
      rights: ['withdrawal'],
      source: 'Law 2',
      confidence: 'text',
      when: { reasonClass: ['withdrawal'], country: ['DE', 'FR'] },
      terms: { deadlines: [deadline] },
    },
  ],
});

const days = (amount: number, from: 'notice' | 'goods-returned' | 'authorised') =>
  ({ closes: { kind: 'span', amount, unit: 'days', from } }) as const;

const refundWithin = (amount: number, from: 'notice' | 'goods-returned' = 'notice'): Pack =>
  law({ duty: 'refund', party: 'seller', period: days(amount, from) });

const aboutDeadlines = (document: PolicyDocument, pack: Pack): readonly AnalysisFinding[] =>
  findings(document, 'floor', [pack]).filter(({ rule }) => /^(promises|buyer-duties)\./.test(rule ?? ''));

const lastDayOf = (document: PolicyDocument, finding: AnalysisFinding, { pack, layer }: { pack: Pack; layer: string }) =>
  replay(document, finding, [pack])
    .rights.find((right) => right.layer === layer)
    ?.deadlines.find(({ duty }) => `promises.${duty}` === finding.rule || `buyer-duties.${duty}` === finding.rule)?.lastDay ?? '';

describe('a promised deadline', () => {
  it('is less than the law wants where it ends a day later, and not where it ends on the same day', () => {
    const document = promising({ refund: { days: 15, from: 'requested' } });
    const pack = refundWithin(14);
    const [found, ...others] = aboutDeadlines(document, pack);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'floor',
      severity: 'error',
      rule: 'promises.refund',
      countries: ['DE', 'FR'],
      region: 'DE, FR, change of mind',
      witness: { because: [{ rule: 'deadline', source: 'Law 2' }] },
    });
    if (found === undefined) return;
    const own = lastDayOf(document, found, { pack, layer: 'seller' });
    expect(own > lastDayOf(document, found, { pack, layer: 'law' })).toBe(true);
    expect(aboutDeadlines(promising({ refund: { days: 14, from: 'requested' } }), pack)).toEqual([]);
  });

  it('counts from an inspection that may come as late as the seller promises it', () => {
    const refund = { businessDays: 5, from: 'inspected' } as const;
    const inspect = { businessDays: 2, from: 'goods-returned' } as const;
    const [found] = aboutDeadlines(promising({ refund, inspect }), refundWithin(9, 'goods-returned'));
    expect(found?.message).toMatch(
      /goods back .*, inspected .*: your policy promises the refund by .*, Law 2 demands the refund by /,
    );
    const { inspectedAt = '', goodsReturnedAt = '' } = found?.witness?.facts.events ?? {};
    const waited = (Date.parse(inspectedAt) - Date.parse(goodsReturnedAt)) / 86_400_000;
    expect(waited).toBeLessThanOrEqual(4);
    // Seven business days are eleven days at most where no holiday is known.
    expect(aboutDeadlines(promising({ refund, inspect }), refundWithin(11, 'goods-returned'))).toEqual([]);
  });

  it('is late without end where it counts from an inspection nobody promises', () => {
    const refund = { businessDays: 5, from: 'inspected' } as const;
    expect(aboutDeadlines(promising({ refund }), refundWithin(14, 'goods-returned'))).toMatchObject([
      { rule: 'promises.refund' },
    ]);
  });

  it('of the buyer is less where it ends sooner than the law’s', () => {
    const pack = law({ duty: 'dispatch-back', party: 'buyer', period: days(14, 'authorised') });
    const giving = (amount: number) => promising({}, { 'dispatch-back': { days: amount, from: 'authorised' } });
    const [found, ...others] = aboutDeadlines(giving(13), pack);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rule: 'buyer-duties.dispatch-back',
      message: expect.stringMatching(/gives the buyer until .* to send the goods back, Law 2 gives until /),
    });
    expect(aboutDeadlines(giving(14), pack)).toEqual([]);
  });

  it('is not held against what a source only recommends', () => {
    const pack = law({ duty: 'refund', party: 'seller', strength: 'recommended', period: days(14, 'notice') });
    expect(aboutDeadlines(promising({ refund: { days: 20, from: 'requested' } }), pack)).toEqual([]);
  });
});
