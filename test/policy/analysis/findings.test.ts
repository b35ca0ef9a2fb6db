import { describe, expect, it } from 'vitest';
import { checkPolicy } from 'aftersale/policy/analysis';
import { findings, horizon, house, replay, sound } from './small-policy.js';

const [changeOfMind, faulty] = sound;
if (changeOfMind === undefined || faulty === undefined) throw new Error('the sound policy has two rules');

describe('a policy without a fault', () => {
  it('has no finding', () => {
    expect(checkPolicy([house(sound)], { packs: [], horizon }).findings).toEqual([]);
  });
});

describe('gap', () => {
  it('is a class of reasons nobody speaks about', () => {
    const document = house([changeOfMind]);
    const found = findings(document, 'gap');
    expect(found.map(({ region }) => region)).toEqual(['faulty or wrong goods, goods that never came, late deliveries']);
    for (const finding of found) expect(replay(document, finding).rights).toEqual([]);
  });

  it('is a country left out', () => {
    const document = house([{ ...changeOfMind, when: { ...changeOfMind.when, country: ['DE', 'FR'] } }, faulty]);
    expect(findings(document, 'gap').map(({ region }) => region)).toContain('every country but DE, FR, change of mind');
  });

  it('is a day between two rules, and not where the second begins on the next day', () => {
    const until = { ...changeOfMind, when: { ...changeOfMind.when, placed: { to: '2026-06-30' } } };
    const from = (day: string) => ({ ...changeOfMind, id: 'later', when: { ...changeOfMind.when, placed: { from: day } } });
    const regions = findings(house([until, from('2026-07-02'), faulty]), 'gap').map(({ region }) => region);
    expect(regions).toContain('change of mind, ordered on 2026-07-01');
    expect(findings(house([until, from('2026-07-01'), faulty]), 'gap')).toEqual([]);
  });
});

describe('days on which no document is valid', () => {
  const from2026 = { valid: { from: '2026-07-01' } };

  it('are one note, and no gap of any reason', () => {
    const document = house(sound, from2026);
    const [found, ...others] = findings(document, 'gap');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 'note',
      region: 'ordered until 2026-06-30',
      message: 'No document is valid on these days: house is valid for what is ordered from 2026-07-01 on.',
    });
    expect(found === undefined ? null : replay(document, found).rights).toEqual([]);
  });

  it('do not hide what a valid document leaves out', () => {
    const found = findings(house([changeOfMind], from2026), 'gap');
    expect(found.map(({ severity, region }) => [severity, region])).toEqual([
      ['warning', 'faulty or wrong goods, goods that never came, late deliveries, ordered from 2026-07-01'],
      ['note', 'ordered until 2026-06-30'],
    ]);
  });

  it('are none where another document holds', () => {
    const before = { ...house(sound), id: 'before', valid: { to: '2026-06-30' } };
    const report = checkPolicy([house(sound, from2026), before], { packs: [], horizon });
    expect(report.findings.filter(({ code }) => code === 'gap')).toEqual([]);
  });
});

describe('shadowed', () => {
  const narrow = (country: string[]) => ({ id: 'north', when: { country }, window: { days: 40, from: 'delivered' as const } });
  const wide = (country: string[]) => ({
    id: 'scandinavia',
    when: { country },
    window: { days: 50, from: 'delivered' as const },
    except: [
      { id: 'sweden', when: { country: ['SE'] }, window: { days: 60, from: 'delivered' as const } },
      { id: 'denmark', when: { country: ['DK'] }, window: { days: 61, from: 'delivered' as const } },
    ],
  });

  it('is a rule of which narrower ones say everything', () => {
    const document = house([{ ...changeOfMind, except: [wide(['SE', 'DK'])] }, faulty]);
    expect(findings(document, 'shadowed').map(({ rule }) => rule)).toEqual(['scandinavia']);
  });

  it('is no rule that decides in one country', () => {
    expect(findings(house([{ ...changeOfMind, except: [wide(['SE', 'DK', 'FI'])] }, faulty]), 'shadowed')).toEqual([]);
    expect(findings(house([{ ...changeOfMind, except: [narrow(['SE'])] }, faulty]), 'shadowed')).toEqual([]);
  });
});

describe('unreachable', () => {
  const gifts = (category: 'toys' | 'baby') => ({
    id: 'toys',
    when: { category: [category] },
    window: { days: 60, from: 'delivered' as const },
  });
  const no = { id: 'no-toys', when: { category: ['toys' as const] }, exclude: 'toys' };

  it('is a rule all of whose cases are excluded', () => {
    const document = house([{ ...changeOfMind, except: [gifts('toys'), no] }, faulty]);
    const [found, ...others] = findings(document, 'unreachable');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'toys', severity: 'error', region: expect.stringContaining('toys') });
    expect(found === undefined ? null : replay(document, found).verdict).toBe('ineligible');
  });

  it('is a rule no case can be in', () => {
    const impossible = {
      id: 'backwards',
      when: { placed: { from: '2027-01-01' }, delivered: { to: '2026-06-01' } },
      window: { days: 60 },
    };
    expect(findings(house([{ ...changeOfMind, except: [impossible] }, faulty]), 'unreachable')).toMatchObject([
      { rule: 'backwards', witness: null },
    ]);
  });

  it('is not where the exclusion is about others', () => {
    expect(findings(house([{ ...changeOfMind, except: [gifts('baby'), no] }, faulty]), 'unreachable')).toEqual([]);
  });
});

describe('monotonicity', () => {
  const used = (days: number) => ({
    id: 'used',
    when: { condition: { isUsed: true } },
    window: { days, from: 'delivered' as const },
  });

  it('is a window that is longer for used goods', () => {
    const document = house([{ ...changeOfMind, except: [used(40)] }, faulty]);
    const [found] = findings(document, 'monotonicity');
    expect(found).toMatchObject({ severity: 'warning', rule: 'change-of-mind', witness: { because: [{ rule: 'used' }] } });
    if (found === undefined || found.witness === null) throw new Error('no witness');
    expect(replay(document, found).verdict).toBe('ineligible');
    const worse = {
      ...found.witness,
      facts: { ...found.witness.facts, item: { ...found.witness.facts.item, condition: { isUsed: true } } },
    };
    expect(replay(document, { ...found, witness: worse }).verdict).toBe('eligible');
  });

  it('is not a window that is shorter for used goods', () => {
    expect(findings(house([{ ...changeOfMind, except: [used(20)] }, faulty]), 'monotonicity')).toEqual([]);
  });

  it('is a request that is refused on one day and accepted on the next', () => {
    const later = (days: number) => ({
      id: 'later',
      when: { requested: { from: '2026-06-01' } },
      window: { days, from: 'delivered' as const },
    });
    const worse = house([{ ...changeOfMind, except: [later(60)] }, faulty]);
    expect(findings(worse, 'monotonicity')).toMatchObject([{ rule: 'change-of-mind', witness: { at: '2026-05-31' } }]);
    expect(findings(house([{ ...changeOfMind, except: [later(20)] }, faulty]), 'monotonicity')).toEqual([]);
  });

  it('is a payer who is kinder to who sends back worse goods', () => {
    const kinder = { id: 'damaged', when: { condition: { isDamagedByBuyer: true } }, pays: { return: 'seller' as const } };
    const document = house([{ ...changeOfMind, pays: { return: 'buyer' }, except: [kinder] }, faulty]);
    expect(findings(document, 'monotonicity')).toMatchObject([
      { rule: 'change-of-mind', region: expect.any(String), witness: { because: [{ rule: 'damaged' }] } },
    ]);
  });
});

describe('impossible-deadline', () => {
  const promising = (days: number) =>
    house(sound, {
      promises: { refund: { days, from: 'requested' } },
      'buyer-duties': { 'dispatch-back': { days: 7, from: 'authorised' } },
    });

  it('is a refund that is due while the goods may still be sent', () => {
    expect(findings(promising(7), 'impossible-deadline')).toMatchObject([
      { rule: 'promises.refund', document: 'house', severity: 'error' },
    ]);
  });

  it('is not a refund that is due a day later', () => {
    expect(findings(promising(8), 'impossible-deadline')).toEqual([]);
  });

  it('is a refund that the seller may be late to approve the return for', () => {
    const approving = (days: number) =>
      house(sound, {
        promises: { refund: { days: 9, from: 'requested' }, 'authorise-return': { days, from: 'requested' } },
        'buyer-duties': { 'dispatch-back': { days: 7, from: 'authorised' } },
      });
    expect(findings(approving(2), 'impossible-deadline')).toMatchObject([{ rule: 'promises.refund' }]);
    expect(findings(approving(1), 'impossible-deadline')).toEqual([]);
  });

  it('is looked for on every start day, where holidays make the difference on a few of them', () => {
    const counting = house(sound, {
      seller: { country: 'CN', timeZone: 'Asia/Shanghai', calendar: 'CN' },
      promises: { refund: { days: 12, from: 'requested' } },
      'buyer-duties': { 'dispatch-back': { businessDays: 7, from: 'requested' } },
    });
    const holidays = (closed: readonly string[]) => ({
      layer: 'law' as const,
      id: 'law:CN' as const,
      countries: ['CN'],
      rules: [],
      calendars: [{ id: 'CN', weekend: [0, 6] as const, years: { from: 2020, to: 2030 }, closed, source: 'made up' }],
    });
    const week = ['2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07', '2027-10-08'];
    const [found, ...others] = findings(counting, 'impossible-deadline', [holidays(week)]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      region: 'change of mind, faulty or wrong goods, late deliveries',
      witness: { at: expect.stringMatching(/^2027-09-2/), because: [{ rule: 'buyer-duties.dispatch-back' }] },
    });
    expect(findings(counting, 'impossible-deadline', [holidays([])])).toEqual([]);
  });

  it('is none where the buyer keeps the goods', () => {
    const keeping = sound.map((rule) => ({ ...rule, remedies: ['keep-and-refund' as const] }));
    const duties = { promises: { refund: { days: 3, from: 'requested' as const } } };
    const document = (rules: typeof sound) => house(rules, { ...duties, 'buyer-duties': { 'dispatch-back': { days: 7 } } });
    expect(findings(document(keeping), 'impossible-deadline')).toEqual([]);
    expect(findings(document(sound), 'impossible-deadline')).toHaveLength(1);
  });
});

describe('money', () => {
  const paying = (item: string, form: 'original-means' | 'store-credit') =>
    house([{ ...changeOfMind, refund: { item, form, outbound: 'full' } }, faulty]);

  it('is more than was paid', () => {
    const document = paying('101%', 'original-means');
    const [found] = findings(document, 'money');
    expect(found).toMatchObject({ rule: 'change-of-mind', severity: 'error' });
    if (found === undefined) throw new Error('nothing found');
    const { refund } = replay(document, found);
    expect(refund.lines[0]?.amount.minor).toBeGreaterThan(found.witness?.facts.item.price.minor ?? Infinity);
    expect(findings(paying('100%', 'original-means'), 'money')).toEqual([]);
  });

  it('is more than was paid for several, where rounding hides it for one', () => {
    const cheap = { id: 'cheap', when: { price: { to: '0.40 EUR' } }, refund: { item: '101%' } };
    const document = house([{ ...changeOfMind, except: [cheap] }, faulty], { currency: 'EUR' });
    const [found] = findings(document, 'money');
    if (found === undefined || found.witness === null) throw new Error('nothing found');
    expect(found).toMatchObject({ rule: 'cheap', witness: { because: [{ rule: 'cheap' }] } });
    const { price, quantity } = found.witness.facts.item;
    expect(replay(document, found).refund.lines[0]?.amount.minor).toBeGreaterThan(price.minor * quantity);
  });

  it('is a deduction that leaves nothing together with a fee, and not one that leaves something', () => {
    const deducting = (upTo: string) =>
      house(
        [
          {
            ...changeOfMind,
            conditions: ['unused'],
            otherwise: { deduct: { kind: 'diminished-value', upTo } },
            refund: { item: '100%', outbound: 'full', form: 'original-means', fees: [{ kind: 'restocking', percent: '30%' }] },
          },
          faulty,
        ],
        { currency: 'EUR' },
      );
    const [found, ...others] = findings(deducting('71%'), 'money');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rule: 'change-of-mind',
      severity: 'warning',
      region: expect.stringContaining('used goods'),
      witness: { facts: { item: { price: { minor: 8000 }, condition: { isUsed: true } } } },
    });
    expect(findings(deducting('70%'), 'money')).toEqual([]);
  });

  it('is a way back that costs more than the goods, up to the exact price', () => {
    const document = (from: string) => {
      const fees = { id: 'way-back', when: { price: { from } }, refund: { fees: [{ kind: 'return-shipping' as const }] } };
      return house([{ ...changeOfMind, except: [fees] }, faulty], { currency: 'EUR' });
    };
    const [found] = findings(document('1.00 EUR'), 'money');
    expect(found).toMatchObject({ rule: 'way-back', message: expect.stringContaining('for the way back'), severity: 'warning' });
    const { price } = found?.witness?.facts.item ?? {};
    const cost = found?.witness?.facts.returnShipping?.cost?.minor ?? 0;
    expect(price?.minor).toBe(cost - 1);
    expect(findings(document(`${(cost / 100).toFixed(2)} EUR`), 'money')).toEqual([]);
  });

  it('is only worth a note where it is store credit', () => {
    expect(findings(paying('110%', 'store-credit'), 'money')).toMatchObject([{ severity: 'note' }]);
  });

  it('is a fee that takes more than there is', () => {
    const fee = { kind: 'fixed-fee' as const, amount: '5.00 EUR' };
    const refund = { item: '100%', outbound: 'full' as const, form: 'original-means' as const };
    const document = house([{ ...changeOfMind, refund: { ...refund, fees: [fee] } }, faulty], { currency: 'EUR' });
    expect(findings(document, 'money')).toMatchObject([
      { rule: 'change-of-mind', severity: 'warning', witness: { facts: { item: { price: { minor: 499 } } } } },
    ]);
    const fees = { id: 'dear', when: { price: { from: '5.00 EUR' } }, refund: { ...refund, fees: [fee] } };
    expect(findings(house([{ ...changeOfMind, except: [fees] }, faulty], { currency: 'EUR' }), 'money')).toEqual([]);
  });
});

describe('calendar-end', () => {
  const counting = house(sound, {
    seller: { country: 'CN', timeZone: 'Asia/Shanghai', calendar: 'CN' },
    promises: { answer: { businessDays: 3 } },
  });
  const pack = (to: number) => ({
    layer: 'law' as const,
    id: 'law:CN' as const,
    countries: ['CN'],
    rules: [],
    calendars: [{ id: 'CN', weekend: [0, 6] as const, years: { from: 2020, to }, closed: [], source: 'made up' }],
  });

  it('is a calendar that ends inside the horizon', () => {
    expect(findings(counting, 'calendar-end', [pack(2026)])).toMatchObject([{ rule: 'promises.answer', document: 'house' }]);
    expect(findings(counting, 'calendar-end', [pack(2027)])).toEqual([]);
  });

  it('is a calendar nobody carries', () => {
    expect(findings(counting, 'calendar-end')).toMatchObject([{ message: expect.stringContaining('only weekends are known') }]);
  });
});

describe('ambiguous-rules', () => {
  it('is a finding with the smallest case the rules disagree on', () => {
    const fashion = { id: 'fashion', when: { category: 'fashion' as const }, window: { days: 10 } };
    const singapore = { id: 'singapore', when: { country: 'SG' }, window: { days: 20 } };
    const report = checkPolicy([house([fashion, singapore])], { packs: [], horizon });
    expect(report).toMatchObject({
      isComplete: false,
      findings: [{ code: 'ambiguous-rules', severity: 'error', document: 'house', rule: 'singapore' }],
    });
  });

  it('does not hide a document that breaks the grammar', () => {
    expect(() => checkPolicy([{ aftersale: 'policy/v1' }], { packs: [] })).toThrow(/missing|expected/);
  });
});

describe('analysis-incomplete', () => {
  it('is said when the budget ends', () => {
    const report = checkPolicy([house(sound)], { packs: [], horizon, cellBudget: 3 });
    expect(report.isComplete).toBe(false);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'analysis-incomplete', severity: 'error' }));
  });
});
