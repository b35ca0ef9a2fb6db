import { describe, expect, test } from 'vitest';
import type { Case } from 'aftersale';
import { toCase, toSummary, type DetailAnswers } from '../../../../src/marketplaces/shopee/mappers/case.js';
import { mapping } from '../wire-under-test.js';
import { aReturn, underWay } from '../wire-returns.js';

const mapped = (wire: DetailAnswers['wire'], more: Omit<DetailAnswers, 'wire'> = {}): Case => toCase({ wire, ...more }, mapping);

const pending = { negotiation: { negotiation_status: 'PENDING_RESPOND', latest_solution: 'REFUND', latest_offer_amount: 10 } };
const offered = {
  negotiation: { negotiation_status: 'PENDING_BUYER_RESPOND', latest_solution: 'REFUND', latest_offer_amount: 10 },
};
const compensation = (status: string): object => ({ seller_compensation: { seller_compensation_status: status } });
const proof = (status: string): object => ({
  seller_proof: { seller_proof_status: status, seller_evidence_deadline: 1764000000 },
});

describe('phase, whose turn it is, and outcome', () => {
  test.each([
    ['requested', aReturn(), 'requested', 'seller', undefined],
    ['a proposal of the buyer', aReturn(pending), 'negotiating', 'seller', undefined],
    ["the seller's own offer", aReturn(offered), 'negotiating', 'buyer', undefined],
    ['nothing arranged', underWay(''), 'awaiting-label', 'buyer', undefined],
    [
      'the seller arranges',
      underWay('LOGISTICS_PENDING_ARRANGE', { is_seller_arrange: true }),
      'awaiting-label',
      'seller',
      undefined,
    ],
    [
      'the seller has arranged',
      underWay('LOGISTICS_PENDING_ARRANGE', { is_seller_arrange: true, has_uploaded_shipping_proof: true }),
      'awaiting-label',
      'buyer',
      undefined,
    ],
    ['label made', underWay('LOGISTICS_REQUEST_CREATED'), 'awaiting-shipment', 'buyer', undefined],
    ['pickup failed', underWay('LOGISTICS_PICKUP_FAILED'), 'awaiting-shipment', 'buyer', undefined],
    ['on the way', underWay('LOGISTICS_PICKUP_DONE'), 'in-transit', 'carrier', undefined],
    ['lost', underWay('LOGISTICS_LOST'), 'in-transit', 'marketplace', undefined],
    ['delivered', underWay('LOGISTICS_DELIVERY_DONE'), 'inspection', 'seller', undefined],
    [
      'delivered to the warehouse',
      underWay('LOGISTICS_DELIVERY_DONE', { validation_type: 'warehouse_validation' }),
      'inspection',
      'marketplace',
      undefined,
    ],
    ['refused at the door', underWay('Preparing', { return_refund_request_type: 2 }), 'awaiting-shipment', 'carrier', undefined],
    ['a refund without goods', underWay('', { return_solution: 1 }), 'refund-pending', 'marketplace', undefined],
    ['a new word of the parcel', underWay('LOGISTICS_BY_DRONE'), 'unknown', 'unknown', undefined],
    ['disputed', aReturn({ status: 'SELLER_DISPUTE' }), 'disputed', 'marketplace', undefined],
    ['judged', aReturn({ status: 'JUDGING' }), 'disputed', 'marketplace', undefined],
    ['judged, evidence wanted', aReturn({ status: 'JUDGING', ...proof('PENDING') }), 'disputed', 'seller', undefined],
    ['accepted is not the end', aReturn({ status: 'ACCEPTED' }), 'refund-pending', 'marketplace', 'refunded'],
    [
      'accepted for less',
      aReturn({ status: 'ACCEPTED', is_refund_amount_adjusted: true }),
      'refund-pending',
      'marketplace',
      'partially-refunded',
    ],
    [
      'accepted, compensation open',
      aReturn({ status: 'ACCEPTED', ...compensation('COMPENSATION_PENDING_REQUEST') }),
      'refund-pending',
      'seller',
      'refunded',
    ],
    [
      'accepted, compensation asked',
      aReturn({ status: 'ACCEPTED', ...compensation('REQUESTED') }),
      'disputed',
      'marketplace',
      'refunded',
    ],
    ['cancelled', aReturn({ status: 'CANCELLED' }), 'closed', 'nobody', 'withdrawn'],
    ['closed', aReturn({ status: 'CLOSED' }), 'closed', 'nobody', 'unknown'],
    ['closed after a dispute', aReturn({ status: 'CLOSED', dispute_reason: 47 }), 'closed', 'nobody', 'rejected'],
    ['paid, by the old word', aReturn({ status: 'REFUND_PAID' }), 'closed', 'nobody', 'refunded'],
    ['a new status', aReturn({ status: 'ON_THE_MOON' }), 'unknown', 'unknown', undefined],
    ['no status', aReturn({ status: null }), 'unknown', 'unknown', undefined],
  ])('%s', (_what, wire, phase, waitingOn, outcome) => {
    const found = mapped(wire);
    expect({ phase: found.phase, waitingOn: found.waitingOn, outcome: found.outcome }).toEqual({ phase, waitingOn, outcome });
  });

  test('the escrow tells what CLOSED does not, unless the order had another return', () => {
    const closed = aReturn({ status: 'CLOSED', reverse_logistics_status: 'LOGISTICS_READY' });
    const escrow = (refunded: number, ...returnSns: string[]): DetailAnswers['escrow'] => ({
      returnSns,
      sellerReturnRefund: refunded,
      escrowAmount: undefined,
      adjustableRefund: undefined,
      reverseShippingFee: undefined,
      sellerLostCompensation: undefined,
      escrowAmountAfterAdjustment: undefined,
    });
    expect(mapped(closed, { escrow: escrow(-34.5, closed.return_sn) })).toMatchObject({
      outcome: 'refunded',
      refunds: [{ amount: { minor: 3450, currency: 'SGD' }, state: 'paid', to: 'buyer' }],
    });
    expect(mapped(closed, { escrow: escrow(0, closed.return_sn) })).toMatchObject({ outcome: 'expired', refunds: [] });
    expect(mapped(closed, { escrow: escrow(-34.5, closed.return_sn, 'ANOTHER') })).toMatchObject({
      outcome: 'unknown',
      refunds: [],
    });
  });

  test('kind follows the newest solution, not the first', () => {
    expect(mapped(aReturn()).kind).toBe('return');
    expect(mapped(aReturn({ return_solution: 1, needs_logistics: true })).kind).toBe('refund-only');
    expect(mapped(aReturn({ return_solution: 1, reason: 'NONRECEIPT' })).kind).toBe('not-received');
    expect(mapped(aReturn({ return_solution: null, needs_logistics: false })).kind).toBe('refund-only');
  });
});

describe('deadlines', () => {
  const dutiesOf = (wire: DetailAnswers['wire']): readonly string[] =>
    mapped(wire).deadlines.map(({ duty, party, certainty, onMiss }) => `${duty} ${party} ${certainty} ${onMiss ?? ''}`);

  test.each([
    ['requested', aReturn(), ['answer seller stated auto-refunded']],
    ['requested, no date', aReturn({ due_date: 0 }), []],
    ['a proposal without a date of its own', aReturn(pending), ['answer seller stated auto-refunded']],
    [
      'a proposal with one',
      aReturn({ negotiation: { ...pending.negotiation, offer_due_date: 1763500000 } }),
      ['answer-offer seller stated unknown', 'answer seller stated auto-refunded'],
    ],
    [
      "the seller's offer",
      aReturn({ negotiation: { ...offered.negotiation, offer_due_date: 1763500000 } }),
      ['answer-offer buyer stated unknown'],
    ],
    [
      'before the parcel is sent',
      underWay('LOGISTICS_READY'),
      ['dispatch-back buyer stated case-closed', 'inspect seller estimated auto-refunded'],
    ],
    ['on the way', underWay('LOGISTICS_PICKUP_DONE'), ['inspect seller estimated auto-refunded']],
    ['delivered', underWay('LOGISTICS_DELIVERY_DONE'), ['inspect seller stated auto-refunded']],
    [
      'delivered to the warehouse',
      underWay('LOGISTICS_DELIVERY_DONE', { validation_type: 'warehouse_validation' }),
      ['inspect marketplace stated auto-refunded'],
    ],
    [
      'judged, evidence wanted',
      aReturn({ status: 'JUDGING', ...proof('PENDING') }),
      ['submit-evidence seller stated platform-decides'],
    ],
    ['judged, evidence given', aReturn({ status: 'JUDGING', ...proof('UPLOADED') }), []],
    [
      'compensation to claim',
      aReturn({
        status: 'ACCEPTED',
        seller_compensation: { seller_compensation_status: 'PENDING_REQUEST', seller_compensation_due_date: '1764000000' },
      }),
      ['claim-compensation seller stated denied'],
    ],
    ['closed', aReturn({ status: 'CLOSED', ...proof('PENDING') }), []],
  ])('%s', (_what, wire, duties) => {
    expect(dutiesOf(wire)).toEqual(duties);
  });

  test('a row of the list gives deadlines only where it knows them all', () => {
    expect(toSummary(aReturn(), mapping).deadlines).toHaveLength(1);
    expect(toSummary(underWay('', { reverse_logistics_status: undefined }), mapping).deadlines).toBeUndefined();
    expect(toSummary(aReturn({ negotiation_status: 'PENDING_RESPOND' }), mapping).deadlines).toBeUndefined();
    expect(toSummary(aReturn({ status: 'CANCELLED' }), mapping).deadlines).toEqual([]);
  });
});

describe('actions', () => {
  const solution = (min: number, max: number): object => ({
    eligibility: true,
    refund_amount_adjustable: true,
    min_refund_amount: min,
    max_refund_amount: max,
  });
  const namesOf = (found: Case): readonly string[] => found.actions.map(({ operation }) => operation);

  test('the two offers are told apart by where the goods stay, each with its own range', () => {
    const solutions = { offer_return_refund: solution(20, 34.5), offer_refund: solution(5, 17) };
    const offers = mapped(aReturn(), { solutions }).actions.filter(({ operation }) => operation === 'offer');
    const money = (minor: number): object => ({ minor, currency: 'SGD' });
    expect(offers.map(({ effect, constraint, native }) => ({ effect, constraint, native }))).toEqual([
      {
        effect: { goods: 'returned' },
        constraint: { type: 'range', min: money(2000), max: money(3450) },
        native: 'RETURN_REFUND',
      },
      { effect: { goods: 'kept-by-buyer' }, constraint: { type: 'range', min: money(500), max: money(1700) }, native: 'REFUND' },
    ]);
  });

  test('an offer whose amount is fixed has no range, and one that is not eligible is not listed', () => {
    const solutions = {
      offer_return_refund: { eligibility: true, refund_amount_adjustable: false, max_refund_amount: null },
      offer_refund: { eligibility: false },
    };
    const offers = mapped(aReturn(), { solutions }).actions.filter(({ operation }) => operation === 'offer');
    expect(offers.map(({ constraint }) => constraint)).toEqual([undefined]);
  });

  test('accept tells what it costs and that the buyer keeps the goods', () => {
    expect(mapped(aReturn()).actions[0]).toMatchObject({
      operation: 'accept',
      effect: { refund: { minor: 3450, currency: 'SGD' }, goods: 'kept-by-buyer' },
      dueBy: '2025-11-20T04:26:39.000Z',
    });
  });

  test.each([
    ['the warehouse inspects', aReturn({ validation_type: 'warehouse_validation' })],
    ['the buyer refused the parcel', aReturn({ return_refund_request_type: 2 })],
    ['an offer is on the table', aReturn(offered)],
    ['a proposal is on the table', aReturn(pending)],
    ['the return is under way', underWay('LOGISTICS_READY')],
    ['the amount is not known', aReturn({ refund_amount: null })],
  ])('accept is not listed while %s', (_when, wire) => {
    expect(namesOf(mapped(wire))).not.toContain('accept');
  });

  test('where the setting allows it, a return under way can be confirmed only while the buyer has the goods', () => {
    const confirming = { ...mapping, confirm: { statuses: ['PROCESSING'], requestTypes: [0] } };
    expect(namesOf(toCase({ wire: underWay('LOGISTICS_READY') }, confirming))).toContain('accept');
    expect(namesOf(toCase({ wire: underWay('LOGISTICS_PICKUP_DONE') }, confirming))).not.toContain('accept');
  });

  test.each([
    ['requested', aReturn(), true],
    ['on the way', underWay('LOGISTICS_PICKUP_DONE'), false],
    ['delivered', underWay('LOGISTICS_DELIVERY_DONE'), true],
    ['lost', underWay('LOGISTICS_LOST'), true],
    ['accepted, status empty as in Brazil', aReturn({ status: 'ACCEPTED' }), true],
    ['accepted, not eligible', aReturn({ status: 'ACCEPTED', ...compensation('COMPENSATION_NOT_ELIGIBLE') }), false],
    ['judged', aReturn({ status: 'JUDGING' }), false],
  ])('a dispute while %s', (_what, wire, isPossible) => {
    expect(namesOf(mapped(wire)).includes('reject')).toBe(isPossible);
  });

  test('only a dispute about compensation can be taken back, and evidence is given when it is asked for', () => {
    expect(namesOf(mapped(aReturn({ status: 'ACCEPTED', ...compensation('REQUESTED') })))).toEqual(['withdrawRejection']);
    expect(namesOf(mapped(aReturn({ status: 'SELLER_DISPUTE' })))).toEqual([]);
    expect(mapped(aReturn({ status: 'JUDGING', ...proof('PENDING') })).actions).toMatchObject([
      { operation: 'submitEvidence', mandatory: true },
    ]);
  });
});
