import { describe, expect, test } from 'vitest';
import { definitionOf, fingerprintOf, isReason, money, toCaseId, toInstant, toOfferId, translate, type Case } from 'aftersale';
import { withRaw } from '../../src/core/case.js';
import { reasonDefinitions } from '../../src/core/reason.js';

const sample: Case = {
  id: toCaseId({ marketplace: 'shopee', environment: 'sandbox', sellerId: '1', nativeId: 'R1' }),
  account: '1',
  marketplace: 'shopee',
  kind: 'return',
  phase: 'requested',
  waitingOn: 'seller',
  native: { status: 'REQUESTED', negotiation: '' },
  reason: { unified: 'defective', raw: 'FUNCTIONAL_DMG' },
  order: { id: 'O1' },
  items: [],
  requested: { remedy: 'refund', amount: money(100, 'SGD') },
  openedAt: toInstant(0),
  updatedAt: toInstant(1),
  deadlines: [],
  actions: [],
  offers: [],
  evidence: [],
  shipments: [],
  refunds: [],
};

describe('fingerprint', () => {
  test('does not depend on the order of the status axes or on the time of reading', () => {
    const again = { ...sample, native: { negotiation: '', status: 'REQUESTED' }, updatedAt: toInstant(99) };
    expect(fingerprintOf(again)).toBe(fingerprintOf(sample));
  });

  test.each<[string, Partial<Case>]>([
    ['a status', { native: { status: 'ACCEPTED', negotiation: '' } }],
    ['the amount', { requested: { remedy: 'refund', amount: money(101, 'SGD') } }],
    ['the currency', { requested: { remedy: 'refund', amount: money(100, 'MYR') } }],
    ['an offer', { offers: [{ id: toOfferId('1'), by: 'buyer', remedy: 'refund', state: 'open', native: 'REFUND' }] }],
  ])('changes with %s', (_what, change) => {
    expect(fingerprintOf({ ...sample, ...change })).not.toBe(fingerprintOf(sample));
  });
});

test('raw answers stay out of copies, logs and JSON', () => {
  const found = withRaw(sample, [{ source: 'detail', readAt: toInstant(0), body: { phone: '6512345678' } }]);
  expect(found.raw?.[0]?.body).toEqual({ phone: '6512345678' });
  expect(JSON.stringify(found)).not.toContain('6512345678');
  expect({ ...found }).not.toHaveProperty('raw');
});

describe('translation', () => {
  test('keeps the raw word and never guesses', () => {
    const table = { DONE: 'closed' } as const;
    expect(translate(table, 'DONE')).toEqual({ unified: 'closed', raw: 'DONE' });
    expect(translate(table, 'NEW_WORD')).toEqual({ unified: 'unknown', raw: 'NEW_WORD' });
    expect(translate(table, 'constructor')).toEqual({ unified: 'unknown', raw: 'constructor' });
  });
});

describe('reasons', () => {
  test('every reason has a class, except the two that say nothing', () => {
    const classless = Object.entries(reasonDefinitions).filter(([, { reasonClass }]) => reasonClass === null);
    expect(classless.map(([name]) => name)).toEqual(['other', 'unknown']);
  });

  test('faulty goods are the seller’s, a change of mind is the buyer’s', () => {
    expect(definitionOf('defective')).toMatchObject({ reasonClass: 'conformity', liable: 'seller' });
    expect(definitionOf('no-longer-needed')).toMatchObject({ reasonClass: 'withdrawal', liable: 'buyer' });
    expect(definitionOf('customs-hold').liable).toBeNull();
  });

  test('is a closed list', () => {
    expect(isReason('not-received')).toBe(true);
    expect(isReason('toString')).toBe(false);
  });
});
