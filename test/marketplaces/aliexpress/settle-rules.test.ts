import { describe, expect, test } from 'vitest';
import { toInstant, type PlainJson, type WriteOperationName } from 'aftersale';
import { toSolutions } from '../../../src/marketplaces/aliexpress/mappers/solutions.js';
import { settleRules } from '../../../src/marketplaces/aliexpress/operations/settle-rules.js';
import type { WireDetail } from '../../../src/marketplaces/aliexpress/wire/issues.js';
import { anIssue, aSolution } from './wire-issues.js';

const startedAt = toInstant('2026-10-29T12:00:00Z');

const settle = (
  operation: WriteOperationName,
  input: PlainJson,
  {
    wire = anIssue(),
    isUnchanged = false,
    sellerPictures = 0,
  }: { wire?: WireDetail; isUnchanged?: boolean; sellerPictures?: number },
) => {
  const status = wire.issue_status ?? '';
  return settleRules[operation]?.({ status, solutions: toSolutions(wire), sellerPictures, isUnchanged, input, startedAt }).state;
};

const bought = (change: Parameters<typeof aSolution>[0], status = 'processing'): WireDetail =>
  anIssue({ issue_status: status, buyer_solution_list: [aSolution({ id: 7, ...change })] });

describe('an agreement', () => {
  const sent = { solution: '7' };

  test.each<[string, WireDetail, string]>([
    ['still waits for the seller', bought({}), 'pending'],
    ['was reached by both', bought({ status: 'reached', reached_type: 'negotiation_consensus' }), 'applied'],
    ['is carried out', bought({ status: 'perform', reached_type: 'negotiation_consensus' }, 'finish'), 'applied'],
    ['was reached by silence', bought({ status: 'reached', reached_type: 'seller_reponse_timeout' }, 'finish'), 'not-applied'],
    ['was imposed', bought({ status: 'reached', reached_type: 'platform_arbitrate' }), 'unknown'],
    [
      'was imposed after the seller had agreed',
      bought({ status: 'reached', reached_type: 'platform_arbitrate', seller_accept_time: '2026-10-29 05:00:00' }),
      'applied',
    ],
    ['died with the issue', bought({}, 'canceled_issue'), 'not-applied'],
    ['waits, though the issue has ended', bought({}, 'finish'), 'unknown'],
    ['is gone', anIssue(), 'unknown'],
    ['is gone with the issue', anIssue({ issue_status: 'canceled_issue' }), 'not-applied'],
  ])('to a solution that %s', (_what, wire, state) => {
    expect(settle('accept', sent, { wire })).toBe(state);
    expect(settle('acceptOffer', sent, { wire })).toBe(state);
  });

  test.each([
    ['wait_buyer_accept', 'applied'],
    ['seller_accept_and_buyer_refused', 'applied'],
    ['wait_buyer_and_seller_accept', 'pending'],
    ['buyer_refused', 'unknown'],
  ])("to a solution of the platform that is '%s' afterwards", (status, state) => {
    const wire = anIssue({ platform_solution_list: [aSolution({ id: 7, status })], buyer_solution_list: [] });
    expect(settle('acceptOffer', sent, { wire })).toBe(state);
  });

  describe('under a number that the platform gave twice', () => {
    const early = { id: -2, gmt_create: '2026-10-27 08:00:00', refund_money: '4.00' };
    const later = { id: -2, gmt_create: '2026-10-29 04:00:00', refund_money: '6.00' };
    const madeAt = '2026-10-29T11:00:00.000Z';
    const agreedTo = { solution: '-2', by: 'marketplace', type: 'refund', amount: { minor: 600, currency: 'EUR' } };
    const judged = (...solutions: Parameters<typeof aSolution>[0][]): WireDetail =>
      anIssue({ buyer_solution_list: [], platform_solution_list: solutions.map((one) => aSolution(one)) });
    const reached = { status: 'reached', reached_type: 'negotiation_consensus' };

    test('the one that was agreed to tells, not the first', () => {
      const wire = judged({ ...early, status: 'buyer_refused' }, { ...later, ...reached });
      expect(settle('acceptOffer', { ...agreedTo, madeAt }, { wire })).toBe('applied');
      expect(settle('acceptOffer', agreedTo, { wire })).toBe('applied');
      const waiting = judged({ ...early, ...reached }, { ...later, status: 'wait_seller_accept' });
      expect(settle('acceptOffer', { ...agreedTo, madeAt }, { wire: waiting })).toBe('pending');
    });

    test('one that was made after the attempt is none that could be agreed to', () => {
      const since = { ...later, gmt_create: '2026-10-29 06:00:00', ...reached };
      expect(settle('acceptOffer', agreedTo, { wire: judged({ ...early, refund_money: '6.00' }, since) })).toBe('pending');
      expect(settle('acceptOffer', { ...agreedTo, madeAt }, { wire: judged(since) })).toBe('unknown');
    });

    test('two of the same content and time are for a person', () => {
      const wire = judged({ ...later, ...reached }, { ...later, status: 'buyer_refused' });
      expect(settle('acceptOffer', { ...agreedTo, madeAt }, { wire })).toBe('unknown');
    });
  });

  test('is unknown from an attempt that does not say what was agreed to', () => {
    expect(settle('accept', null, {})).toBe('unknown');
  });
});

describe('an offer', () => {
  const sent = { type: 'refund', amount: { minor: 500, currency: 'EUR' }, own: ['1'] };
  const withOwn = (change: Parameters<typeof aSolution>[0]): WireDetail =>
    anIssue({ seller_solution_list: [aSolution({ id: 2, refund_money: '5.00', status: 'wait_buyer_accept', ...change })] });

  test.each<[string, WireDetail, string]>([
    ['is there', withOwn({}), 'applied'],
    ['is there and refused already', withOwn({ status: 'buyer_refused' }), 'applied'],
    ['is there with another amount', withOwn({ refund_money: '4.00' }), 'unknown'],
    ['is there in another currency', withOwn({ refund_money_currency: 'USD' }), 'unknown'],
    ['is there as a return', withOwn({ solution_type: 'return_and_refund' }), 'unknown'],
    ['is only the one from before', withOwn({ id: 1 }), 'unknown'],
    ["is the buyer's own", anIssue({ buyer_solution_list: [aSolution({ id: 2, refund_money: '5.00' })] }), 'unknown'],
  ])('that %s', (_what, wire, state) => {
    expect(settle('offer', sent, { wire })).toBe(state);
  });

  test('made after the attempt is there even under a number that the seller had used before', () => {
    const again = withOwn({ id: 1, gmt_create: '2026-10-29 05:00:00' });
    expect(settle('offer', sent, { wire: again })).toBe('applied');
  });

  test('is not seen in a case that is as before', () => {
    expect(settle('offer', sent, { isUnchanged: true })).toBe('pending');
  });

  test('that changes the seller’s own is there once the amount or its time has changed', () => {
    const changed = { ...sent, own: ['2'], changing: '2', was: { minor: 300, currency: 'EUR' } };
    expect(settle('offer', changed, { wire: withOwn({}) })).toBe('applied');
    const sameAmount = { ...changed, was: { minor: 500, currency: 'EUR' } };
    expect(settle('offer', sameAmount, { wire: withOwn({ gmt_modified: '2026-10-29 05:00:00' }) })).toBe('applied');
    expect(settle('offer', sameAmount, { wire: withOwn({ gmt_modified: '2026-10-29 04:00:00' }) })).toBe('unknown');
  });
});

describe('a picture', () => {
  test('is applied when one more of the seller shows, and else proves nothing', () => {
    expect(settle('submitEvidence', { shown: 1 }, { sellerPictures: 2 })).toBe('applied');
    expect(settle('submitEvidence', { shown: 1 }, { sellerPictures: 1 })).toBe('unprovable');
    expect(settle('submitEvidence', null, { sellerPictures: 2 })).toBe('unprovable');
  });
});
