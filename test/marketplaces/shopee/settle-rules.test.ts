import { describe, expect, test } from 'vitest';
import { money, toInstant, type PlainJson, type WriteOperationName } from 'aftersale';
import { settleRules, type Reading } from '../../../src/marketplaces/shopee/operations/settle-rules.js';

const at = (minute: number) => toInstant(Date.UTC(2026, 0, 1, 0, minute));
const axes: Reading['axes'] = {
  status: 'REQUESTED',
  negotiation: '',
  proof: '',
  compensation: '',
  logistics: '',
  goods: 'kept-by-buyer',
  requestType: 0,
  isWarehouseValidated: false,
};

const settle = (
  operation: WriteOperationName,
  input: PlainJson,
  change: Partial<Omit<Reading, 'axes'>> & { readonly axes?: Partial<Reading['axes']> },
) =>
  settleRules[operation]?.({
    offers: [],
    isUnchanged: false,
    isDisputed: false,
    amount: money(500, 'SGD'),
    updatedAt: at(1),
    traceOf: (text) => text,
    input,
    ...change,
    axes: { ...axes, ...change.axes },
  }).state;

describe('an accepted offer', () => {
  const sent = { offer: 'buyer-REFUND-500', amount: { minor: 500, currency: 'SGD' }, status: 'REQUESTED', silentFrom: at(10) };
  const ended = { axes: { status: 'ACCEPTED', negotiation: 'TERMINATED' } };

  test('is applied when the status moved to our amount before silence could move it', () => {
    expect(settle('acceptOffer', sent, ended)).toBe('applied');
  });

  test.each<[string, Parameters<typeof settle>[2]]>([
    ['the status is what it was: the offer may have lapsed', { axes: { status: 'REQUESTED', negotiation: 'TERMINATED' } }],
    ['another amount was refunded: silence refunds in full', { ...ended, amount: money(900, 'SGD') }],
    ['it changed after a deadline had passed', { ...ended, updatedAt: at(10) }],
  ])('is unknown when %s', (_why, change) => {
    expect(settle('acceptOffer', sent, change)).toBe('unknown');
  });

  test('is unknown from an attempt that does not say the status before', () => {
    expect(settle('acceptOffer', { offer: 'buyer-REFUND-500' }, ended)).toBe('unknown');
  });
});

describe('a rejection', () => {
  const sent = { reason: '44', wasDisputed: false, compensation: 'INITIAL_STAGE', modules: [] };

  test.each<[string, PlainJson, Parameters<typeof settle>[2], string]>([
    ['the dispute is there since', sent, { isDisputed: true }, 'applied'],
    ['the status says so', sent, { axes: { status: 'SELLER_DISPUTE' } }, 'applied'],
    ['compensation is asked for since', sent, { axes: { status: 'ACCEPTED', compensation: 'REQUESTED' } }, 'applied'],
    ['Shopee judges on its own', sent, { axes: { status: 'JUDGING' } }, 'unknown'],
    [
      'an earlier dispute is all there is',
      { ...sent, wasDisputed: true },
      { isDisputed: true, axes: { compensation: 'NOT_ELIGIBLE' } },
      'unknown',
    ],
    [
      'compensation had been asked for before',
      { ...sent, compensation: 'REQUESTED' },
      { axes: { compensation: 'REJECTED' } },
      'unknown',
    ],
    ['nothing has changed', sent, { isUnchanged: true }, 'pending'],
  ])('%s', (_name, input, change, expected) => {
    expect(settle('reject', input, change)).toBe(expected);
  });
});
