import { describe, expect, test } from 'vitest';
import { fingerprintOf, type Case } from 'aftersale';
import { toCase } from '../../../../src/marketplaces/aliexpress/mappers/case.js';
import { createKnownReasons } from '../../../../src/marketplaces/aliexpress/mappers/reason.js';
import type { WireDetail } from '../../../../src/marketplaces/aliexpress/wire/issues.js';
import { anIssue, aSolution, ended, issueId } from '../wire-issues.js';
import { mapping } from '../wire-under-test.js';

const mapped = (wire: WireDetail, answerable = mapping.answerable): Case => toCase(issueId, wire, { ...mapping, answerable });
const at = (detail: string, change: Partial<WireDetail> = {}): WireDetail =>
  anIssue({ reverse_detail_status: detail, ...change });

describe('phase and whose turn it is', () => {
  test.each([
    ['wait_for_seller_response', 'requested', 'seller'],
    ['wait_for_your_response', 'negotiating', 'seller'],
    ['wait_for_your_evidence', 'disputed', 'seller'],
    ['wait_for_seller_set_return_address', 'awaiting-label', 'seller'],
    ['wait_for_seller_confirmation', 'inspection', 'seller'],
    ['wait_for_buyer_response', 'negotiating', 'buyer'],
    ['wait_for_buyer_return', 'awaiting-shipment', 'buyer'],
    ['wait_for_service_provider_response', 'in-transit', 'carrier'],
    ['wait_for_warehouse_confirmation', 'in-transit', 'marketplace'],
    ['wait_for_warehouse_quality_check', 'inspection', 'marketplace'],
    ['wait_for_AE_feedback', 'disputed', 'marketplace'],
    ['wait_for_final_solution', 'disputed', 'marketplace'],
    ['wait_ae_final_feedback', 'disputed', 'marketplace'],
    ['ae_feedback_finish', 'refund-pending', 'marketplace'],
    ['return_success', 'refund-pending', 'marketplace'],
    ['refund_success', 'refund-pending', 'marketplace'],
    ['refund_reject', 'unknown', 'unknown'],
    ['wait_for_buyer_returnid', 'awaiting-shipment', 'buyer'],
    ['wait_for_a_new_word', 'unknown', 'unknown'],
    ['', 'unknown', 'unknown'],
    ['toString', 'unknown', 'unknown'],
  ])("'%s' of an open issue", (detail, phase, waitingOn) => {
    expect(mapped(at(detail))).toMatchObject({ phase, waitingOn });
  });

  test.each(['finish', 'canceled_issue'])('%s is the end, whatever the finer word says', (status) => {
    const found = mapped(anIssue({ issue_status: status, reverse_detail_status: 'wait_for_seller_response' }));
    expect(found).toMatchObject({ phase: 'closed', waitingOn: 'nobody', deadlines: [], actions: [] });
  });

  test('a status nobody knows is unknown, even beside a word that is known', () => {
    expect(mapped(anIssue({ issue_status: 'paused' }))).toMatchObject({
      phase: 'unknown',
      native: { status: 'paused' },
      actions: [],
    });
  });
});

describe('outcome', () => {
  const reached = (amount: string): Partial<WireDetail> => ({
    buyer_solution_list: [aSolution()],
    platform_solution_list: [aSolution({ id: -2, status: 'reached', refund_money: amount, gmt_create: '2026-10-30 04:23:22' })],
  });

  test.each([
    ['refund_success', {}, 'refunded'],
    ['return_success', {}, 'refunded'],
    ['refund_success', reached('4.00'), 'partially-refunded'],
    ['refund_success', reached('0.00'), 'rejected'],
    ['refund_success', reached('10.00'), 'refunded'],
    ['refund_reject', reached('10.00'), 'rejected'],
    ['something_new', {}, 'unknown'],
    ['', {}, 'unknown'],
  ] as const)('%s %#', (detail, change, outcome) => {
    expect(mapped(ended(detail, change)).outcome).toBe(outcome);
  });

  test.each([
    ['buyer', 'withdrawn'],
    ['system', 'expired'],
    ['waiter', 'unknown'],
  ])('a cancellation by the %s', (who, outcome) => {
    const process_dto_list = [{ action_type: 'cancel', submit_member_type: who }];
    expect(mapped(anIssue({ issue_status: 'canceled_issue', process_dto_list })).outcome).toBe(outcome);
  });
});

describe('deadlines', () => {
  test.each([
    ['WAIT_SOLUTION_TIMEOUT', 'wait_for_seller_response', 'seller', 'answer', 'auto-refunded'],
    ['WAIT_SOLUTION_TIMEOUT', 'wait_for_your_response', 'seller', 'answer-offer', 'unknown'],
    ['WAIT_SOLUTION_TIMEOUT', 'wait_for_your_evidence', 'seller', 'submit-evidence', 'platform-decides'],
    ['WAIT_SOLUTION_TIMEOUT', 'wait_for_buyer_response', 'buyer', 'answer-offer', 'unknown'],
    ['WAIT_SOLUTION_TIMEOUT', 'wait_for_AE_feedback', 'marketplace', 'platform-decides', 'none'],
    ['WAIT_SOLUTION_TIMEOUT', 'a_new_word', 'seller', 'answer', 'unknown'],
    ['WAIT_SELLER_FILL_ADDRESS_TIMEOUT', 'wait_for_seller_set_return_address', 'seller', 'provide-address', 'unknown'],
    ['WAIT_RECEIVE_ITEM_TIMEOUT', 'wait_for_seller_confirmation', 'seller', 'confirm-receipt', 'unknown'],
    ['WAIT_RECEIVE_ITEM_TIMEOUT', 'wait_for_warehouse_confirmation', 'marketplace', 'confirm-receipt', 'unknown'],
  ])('%s while %s', (timeout_type, detail, party, duty, onMiss) => {
    expect(mapped(at(detail, { timeout_type })).deadlines).toEqual([
      { party, duty, onMiss, by: '2026-11-02T12:23:22.000Z', source: 'marketplace', certainty: 'stated' },
    ]);
  });

  test('silence about a return approves it and refunds nothing yet', () => {
    const found = mapped(anIssue({ buyer_solution_list: [aSolution({ solution_type: 'return_and_refund' })] }));
    expect(found.deadlines).toMatchObject([{ onMiss: 'auto-approved' }]);
  });

  test.each([
    { timeout_trigger_time: '' },
    { timeout_trigger_time: 'soon' },
    { timeout_type: undefined },
    { timeout_type: 'WAIT_X' },
  ])('none is computed where the platform states none: %j', (change) => {
    expect(mapped(anIssue(change)).deadlines).toEqual([]);
  });
});

describe('solutions', () => {
  test('who proposed and what became of it, oldest first', () => {
    const found = mapped(
      anIssue({
        buyer_solution_list: [aSolution({ id: 3, status: 'reach_cancle', gmt_create: '2026-10-30 00:00:00' })],
        seller_solution_list: [aSolution({ id: 2, status: 'buyer_refused', gmt_create: '2026-10-29 00:00:00' })],
        platform_solution_list: [aSolution({ id: 1, status: '', solution_type: 'something', gmt_create: '2026-10-28 00:00:00' })],
      }),
    );
    expect(found.offers.map(({ id, by, state, goods }) => [id, by, state, goods])).toEqual([
      ['1', 'marketplace', 'unknown', undefined],
      ['2', 'seller', 'refused', 'kept-by-buyer'],
      ['3', 'buyer', 'replaced', 'kept-by-buyer'],
    ]);
  });

  test('the default one is the request, and without a default the newest', () => {
    const two = (isDefault: boolean): WireDetail =>
      anIssue({
        buyer_solution_list: [
          aSolution({ id: 1, refund_money: '5.00', is_default: isDefault }),
          aSolution({ id: 2, refund_money: '7.00', is_default: false, gmt_create: '2026-10-29 00:00:00' }),
        ],
      });
    expect(mapped(two(true)).requested.amount?.minor).toBe(500);
    expect(mapped(two(false)).requested.amount?.minor).toBe(700);
  });

  test('a solution of the platform waits for the seller until the seller has agreed', () => {
    const platform = (change: object): Case =>
      mapped(
        at('wait_for_your_response', {
          buyer_solution_list: [],
          platform_solution_list: [aSolution({ id: 9, status: 'wait_buyer_and_seller_accept', ...change })],
        }),
      );
    expect(platform({}).actions.map(({ operation }) => operation)).toContain('acceptOffer');
    expect(platform({ seller_accept_time: '2026-10-29 00:00:00' }).actions.map(({ operation }) => operation)).toEqual([
      'submitEvidence',
    ]);
  });

  test('only states that wait for an answer take one, unless the settings say otherwise', () => {
    const judged = at('wait_for_AE_feedback');
    expect(mapped(judged).actions.map(({ operation }) => operation)).toEqual(['submitEvidence']);
    expect(mapped(judged, ['wait_for_AE_feedback']).actions.map(({ operation }) => operation)).toContain('accept');
  });

  test('the limit is in the buyer’s currency, and none once it is zero or in another', () => {
    const limited = (amount: string, currency: string): unknown => {
      const limit = { refund_money_max_local: amount, refund_money_max_local_currency: currency };
      return mapped(anIssue(limit)).actions.find(({ operation }) => operation === 'offer')?.constraint;
    };
    expect(limited('12.00', 'EUR')).toEqual({
      type: 'range',
      min: { minor: 0, currency: 'EUR' },
      max: { minor: 1200, currency: 'EUR' },
    });
    expect(limited('0.00', 'EUR')).toEqual({ type: 'free' });
    expect(limited('12.00', 'USD')).toEqual({ type: 'free' });
  });

  test('a counter-proposal of another kind is offered only where the goods may not be as described', () => {
    const offered = (change: Partial<WireDetail>, reasons = {}): readonly unknown[] =>
      toCase(issueId, anIssue(change), { ...mapping, reasons: createKnownReasons(reasons) })
        .actions.filter(({ operation }) => operation === 'offer')
        .map(({ effect }) => effect?.goods);
    expect(offered({ issue_reason_id: 115 })).toEqual(['kept-by-buyer']);
    expect(offered({ issue_reason: 'Changed my mind' }, { 'changed my mind': 'no-longer-needed' })).toEqual(['kept-by-buyer']);
    expect(offered({ issue_reason: 'Quality' }, { quality: 'defective' })).toEqual(['kept-by-buyer', 'returned']);
    expect(offered({ issue_reason: 'Words of the buyer' })).toEqual(['kept-by-buyer', 'returned']);
  });

  test('of two that wait under one number none can be agreed to, of an old one and a new one the new', () => {
    const agreed = (...statuses: readonly string[]) =>
      mapped(
        anIssue({
          buyer_solution_list: [],
          platform_solution_list: statuses.map((status, index) => aSolution({ id: -2, status, refund_money: String(index + 1) })),
        }),
      ).actions.filter(({ operation }) => operation === 'acceptOffer');
    expect(agreed('wait_seller_accept', 'wait_seller_accept')).toEqual([]);
    expect(agreed('', 'wait_seller_accept')).toMatchObject([
      { offerId: '-2', effect: { refund: { minor: 200, currency: 'EUR' } } },
    ]);
  });
});

describe('the fingerprint', () => {
  test('changes with every word and every solution that a decision rests on', () => {
    const seen = [
      anIssue(),
      at('wait_for_your_response'),
      anIssue({ timeout_type: 'WAIT_X' }),
      anIssue({ buyer_solution_list: [aSolution({ refund_money: '9.99' })] }),
      anIssue({ buyer_solution_list: [aSolution(), aSolution({ id: 2, is_default: false })] }),
      anIssue({ buyer_solution_list: [aSolution({ status: 'reached' })] }),
    ].map((wire) => fingerprintOf(mapped(wire)));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
