import { describe, expect, test } from 'vitest';
import { createDriftReporter, type Drift } from '../../../../src/transport/drift.js';
import { toCase } from '../../../../src/marketplaces/shopee/mappers/case.js';
import { toRejectionReason } from '../../../../src/marketplaces/shopee/mappers/rejection-reasons.js';
import { toAmount, toText, toTime } from '../../../../src/marketplaces/shopee/mappers/values.js';
import { mapping } from '../wire-under-test.js';
import { aReturn } from '../wire-returns.js';

describe('values', () => {
  test.each([
    [13.97, 'SGD', 1397],
    [1409.9, 'SGD', 140990],
    ['12.34', 'BRL', 1234],
    [385000, 'VND', 385000],
    [1299.0, 'TWD', 129900],
    [0.1 + 0.2, 'SGD', 30],
    [0, 'SGD', 0],
    [-877, 'BRL', -87700],
  ])('%s %s is %s in the smallest unit', (value, currency, minor) => {
    expect(toAmount(value, currency)).toEqual({ minor, currency });
  });

  test.each([
    [null, 'SGD'],
    ['', 'SGD'],
    ['-', 'SGD'],
    ['many', 'SGD'],
    [1, ''],
    [1, 'sgd'],
    [Number.MAX_SAFE_INTEGER, 'SGD'],
    ['9'.repeat(40), 'SGD'],
  ])('%j %j is no amount', (value, currency) => {
    expect(toAmount(value, currency)).toBeUndefined();
  });

  test.each([[0], ['0'], [null], [undefined], [''], ['-'], [-1], [1e18], ['soon']])('%j is no time', (value) => {
    expect(toTime(value)).toBeUndefined();
  });

  test('seconds are read from numbers and from text', () => {
    expect(toTime(1740728121)).toBe('2025-02-28T07:35:21.000Z');
    expect(toTime('1740728121')).toBe('2025-02-28T07:35:21.000Z');
  });

  test('the words for nothing are nothing', () => {
    expect(['', ' ', '-', ' - ', null, undefined].map(toText)).toEqual(Array(6).fill(undefined));
  });
});

describe('reasons', () => {
  test.each([
    ['NOT_RECEIPT', 'not-received'],
    ['NONRECEIPT', 'not-received'],
    ['DIFF_DESC', 'not-as-described'],
    ['DIFFERENT_DESCRIPTION', 'not-as-described'],
    ['MUTUAL_AGREE', 'mutual-agreement'],
    ['MUITAL_AGREE', 'mutual-agreement'],
    ['CHANGE_MIND', 'no-longer-needed'],
    ['CHANGE_OF_MIND', 'no-longer-needed'],
    ['LONG_DELIVERY_TIME', 'arrived-late'],
    ['SUSPICIOUS_PARCEL', 'empty-box'],
    ['SOMETHING_NEW', 'unknown'],
    ['toString', 'unknown'],
  ])('%s is %s', (word, unified) => {
    expect(toCase({ wire: aReturn({ reason: word }) }, mapping).reason).toEqual({ unified, raw: word });
  });

  test("the platform's reassessed reason beats the buyer's, which is kept", () => {
    const found = toCase({ wire: aReturn({ reason: 'PHYSICAL_DMG', reassessed_request_reason: 'ITEM_MISSING' }) }, mapping);
    expect(found.reason).toEqual({ unified: 'missing-parts', raw: 'ITEM_MISSING' });
    expect(found.native['buyersReason']).toBe('PHYSICAL_DMG');
  });
});

describe('unknown words', () => {
  test('are told once, by axis, and never thrown', () => {
    const told: Drift[] = [];
    const drift = createDriftReporter('shopee', (found) => told.push(found));
    const wire = aReturn({ status: 'ON_HOLD', reason: 'NEW_REASON', seller_proof: { seller_proof_status: 'LATE' } });
    toCase({ wire }, { ...mapping, drift });
    toCase({ wire }, { ...mapping, drift });
    expect(told.map(({ path, word }) => `${path} ${word ?? ''}`)).toEqual([
      'status ON_HOLD',
      'seller_proof.seller_proof_status LATE',
      'reason NEW_REASON',
    ]);
  });
});

describe('evidence and parcels', () => {
  test('the reason of a dispute comes as text, as a list, or not at all', () => {
    const saidBySeller = (texts: unknown): readonly unknown[] =>
      toCase({ wire: aReturn({ dispute_text_reason: texts }) }, mapping).evidence.map(({ text }) => text);
    expect(saidBySeller('one')).toEqual(['one']);
    expect(saidBySeller(['one', '', 'two'])).toEqual(['one', 'two']);
    expect(saidBySeller(null)).toEqual([]);
    expect(saidBySeller(2)).toEqual([]);
  });

  test('who pays the way back is what Shopee says (Brazil)', () => {
    const payer = (word: string): unknown =>
      toCase({ wire: aReturn({ shipping_fee_responsibility: word }) }, mapping).shipments[0]?.payer;
    expect([payer('Seller'), payer('Shopee'), payer('Pending'), payer('')]).toEqual([
      'seller',
      'marketplace',
      'unknown',
      undefined,
    ]);
  });
});

describe('reasons for a dispute', () => {
  test('one whose required module has no number cannot be raised by API', () => {
    const reason = toRejectionReason({
      dispute_reason: 81,
      evidence_module_list: [{ module_index: 0, requirement: 'live test', is_required: true }],
    });
    expect(reason).toMatchObject({ id: '81', requirements: [], notPossible: expect.stringContaining('Seller Centre') });
  });

  test('the words of a requirement are kept exactly', () => {
    const requirement = '  Photo(s) of the item /\n label. ';
    const reason = toRejectionReason({
      dispute_reason: '50',
      evidence_module_list: [{ module_index: 1, requirement, is_required: true }],
    });
    expect(reason.requirements).toEqual([{ id: '1', text: requirement, isRequired: true, maxFiles: 3 }]);
  });
});
