import { readFileSync } from 'node:fs';
import { compilePolicy, decide, PolicyDocumentError, type ReturnDecision } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

const file = 'examples/policies/house.yaml';
const text = readFileSync(file, 'utf8');
const compile = (document: string) => compilePolicy([parsePolicyDocument(document, { file })]);
const policy = compile(text);
const ask = (changes: Parameters<typeof factsWith>[0]): ReturnDecision => decide(policy, factsWith(changes), at);

const without = (id: string): string => text.replace(new RegExp(`^.*id: ${id},.*\n`, 'm'), '');

const errorOf = (run: () => unknown): PolicyDocumentError => {
  try {
    run();
  } catch (error) {
    if (PolicyDocumentError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('exceptions inside one source', () => {
  it.each([
    ['DE', 'fashion', '2026-12-02', 'buyer', 'change-of-mind'],
    ['DE', 'electronics', '2026-11-16', 'buyer', 'electronics'],
    ['DE', 'phones', '2026-11-16', 'buyer', 'electronics'],
    ['PL', 'fashion', '2026-12-17', 'seller', 'poland'],
    ['CZ', 'electronics', '2026-12-02', 'seller', 'poland-electronics'],
  ])('%s, %s: until %s, return on the %s, by %s', (country, category, lastDay, payer, rule) => {
    const { window, pays } = ask({ buyer: { country }, item: { category }, order: { placedAt: '2026-10-28' } });
    expect(window?.lastDay).toBe(lastDay);
    expect(window?.because[0]).toEqual({ rule, source: 'seller:house', validFrom: '2026-01-01', confidence: 'seller' });
    expect(pays.return).toBe(payer);
  });

  it('lets an extension lengthen every window and shorten none', () => {
    const bought = { placedAt: '2026-11-01', shippedAt: '2026-11-01' };
    expect(ask({ order: bought, item: { category: 'electronics' } }).window?.lastDay).toBe('2027-01-31');
    const late = { ...bought, placedAt: '2026-12-30', shippedAt: '2026-12-30', deliveredAt: '2027-01-10' };
    expect(ask({ order: late, requestedAt: '2027-01-11' }).window?.lastDay).toBe('2027-02-09');
  });

  it.each([
    [{ traits: ['custom-made'] }, 'custom-made'],
    [{ traits: ['hygiene-sealed'], condition: { isUnsealed: true } }, 'hygiene-unsealed'],
  ])('excludes %o', (item, code) => {
    expect(ask({ item }).rights[0]).toMatchObject({ verdict: 'ineligible', lostTo: code });
  });

  it('keeps sealed hygiene goods returnable', () => {
    expect(ask({ item: { traits: ['hygiene-sealed'] } }).verdict).toBe('eligible');
  });

  it('deducts what used goods lost, at most half', () => {
    const used = (valueLoss?: number) =>
      ask({
        item: {
          condition: { isUsed: true, ...(valueLoss === undefined ? {} : { valueLoss: { minor: valueLoss, currency: 'EUR' } }) },
        },
      });
    expect(used(1500).refund).toMatchObject({
      total: { minor: 6500 },
      lines: [{ kind: 'item' }, { kind: 'diminished-value', amount: { minor: -1500 } }],
    });
    expect(used(7000).refund).toMatchObject({ total: { minor: 4000 } });
    expect(used().refund).toMatchObject({ total: null, unknownLines: ['diminished-value'] });
    expect(used().missing).toContainEqual({ fact: 'item.condition.valueLoss', affects: ['refund'], presumed: null });
    expect(used().verdict).toBe('eligible');
  });

  it('offers what fits a cheap faulty item, ends included', () => {
    const remedies = (minor: number) =>
      ask({ reason: 'defective', item: { price: { minor, currency: 'EUR' } } }).remedies.map(({ remedy }) => remedy);
    expect(remedies(2000)).toEqual(['keep-and-refund']);
    expect(remedies(2001)).toEqual(['replacement', 'repair', 'refund']);
  });

  it('does not know a price in another currency without a rate', () => {
    const item = { price: { minor: 1500, currency: 'GBP' } };
    const decision = ask({ reason: 'defective', item });
    expect(decision.remedies).toEqual([]);
    expect(decision.missing.map(({ fact }) => fact)).toContain('rates');
    const known = decide(policy, factsWith({ reason: 'defective', item, rates: { 'GBP/EUR': '1.15' } }), at);
    expect(known.remedies.map(({ remedy }) => remedy)).toEqual(['keep-and-refund']);
  });

  it('names what a narrower rule replaced', () => {
    const overrode = ask({ item: { category: 'electronics' } }).overrode;
    expect(overrode).toMatchObject([{ parameter: 'window', winner: 'electronics', loser: 'change-of-mind' }]);
  });

  it('does not apply to orders placed before it was valid', () => {
    const order = { placedAt: '2025-12-31', shippedAt: '2026-01-01', deliveredAt: '2026-01-05' };
    expect(ask({ order, requestedAt: '2026-01-06' })).toMatchObject({ verdict: 'needs-review', rights: [] });
  });
});

describe('rules that contradict each other', () => {
  it('are refused with the smallest case they disagree on', () => {
    const error = errorOf(() => compile(without('poland-electronics')));
    expect(error).toMatchObject({ code: 'ambiguous-rules', file, path: 'rules.0.except.3', witness: 'PL, electronics, day 15' });
    expect(error.message).toContain("rules 'electronics' and 'poland'");
    expect(error.line).toBe(
      without('poland-electronics')
        .split('\n')
        .findIndex((line) => line.includes('id: poland')) + 1,
    );
  });

  it('are accepted when one names the other', () => {
    const yielding = without('poland-electronics').replace(
      'window: { days: 45 } }',
      'window: { days: 45 }, except: [electronics] }',
    );
    const { window } = decide(compile(yielding), factsWith({ buyer: { country: 'PL' }, item: { category: 'electronics' } }), at);
    expect(window?.lastDay).toBe('2026-11-16');
  });

  it('are refused when only part of the overlap is settled', () => {
    const partly = text.replace(
      'when: { country: [PL, CZ], category: [electronics, phones] }',
      'when: { country: [PL], category: [electronics, phones] }',
    );
    expect(errorOf(() => compile(partly)).witness).toBe('CZ, electronics, day 15');
  });

  it('may overlap when they say the same', () => {
    expect(() => compile(without('poland-electronics').replace('window: { days: 45 }', 'window: { days: 14 }'))).not.toThrow();
  });
});

describe('documents of one seller', () => {
  const version = (from: string, to: string | null, days: number) => ({
    aftersale: 'policy/v1',
    id: 'house',
    valid: { from, ...(to === null ? {} : { to }) },
    rules: [{ id: 'any', window: { days }, refund: { item: '100%' } }],
  });

  it('follow each other by the day of the order', () => {
    const versions = [version('2026-01-01', '2026-10-31', 7), version('2026-11-01', null, 20)];
    const lastDays = [versions, [...versions].reverse()].map((documents) =>
      ['2026-10-31', '2026-11-01'].map(
        (placedAt) =>
          decide(compilePolicy(documents), factsWith({ order: { placedAt, shippedAt: placedAt } }), at).window?.lastDay,
      ),
    );
    expect(lastDays).toEqual([
      ['2026-11-09', '2026-11-22'],
      ['2026-11-09', '2026-11-22'],
    ]);
  });

  it('clash when both are valid on one day', () => {
    const clash = errorOf(() => compilePolicy([version('2026-01-01', '2026-11-01', 7), version('2026-11-01', null, 20)]));
    expect(clash).toMatchObject({ code: 'ambiguous-rules', file: null, line: null });
    expect(clash.witness).toContain('placed 2026-11-01');
  });
});
