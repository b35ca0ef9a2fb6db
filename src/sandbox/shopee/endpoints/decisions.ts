import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import { Refusal } from '../envelope.js';
import type { Change } from '../lifecycle/change.js';
import { acceptBuyerOffer, makeOffer } from '../lifecycle/negotiation.js';
import { refundBuyer } from '../lifecycle/refunds.js';
import type { ReturnRecord, Solution } from '../record.js';
import { regions, toMajor, toMinor } from '../regions.js';
import { solutionsOf, type OfferRange } from '../solutions.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { bodyOf, noSuchReturn, requireReturn, respond, textOf } from './input.js';

const bodyReturn = (call: ShopeeCall, body: JsonObject): ReturnRecord => {
  const returnSn = textOf(body['return_sn']);
  if (returnSn === '') throw new Refusal('error_data', 'lack of param');
  return requireReturn(call, returnSn, noSuchReturn);
};

const isUnderReview = ({ status }: ReturnRecord): boolean => status === 'JUDGING' || status === 'SELLER_DISPUTE';

/** What every answer of the seller meets first. */
const requireAnswerable = (record: ReturnRecord): void => {
  if (isUnderReview(record)) throw new Refusal('error_data', 'Shopee is reviewing the case and will get back to you.');
  if (record.claim.awaitsBuyerEvidence)
    throw new Refusal(
      'error_data',
      'The return case is missing initial evidence from the buyer and will be auto-cancelled if the buyer does not provide evidence by the due date.',
    );
};

/** Shopee's texts prefix the status word here, unlike its fields. */
const invalidStatus = ({ status }: ReturnRecord): Refusal => new Refusal('error_data', `Invalid return status: RETURN_${status}`);

const applied = (call: ShopeeCall, record: ReturnRecord, change: Change): Reply => {
  call.world.returns.change(record, call.now, change);
  return respond(call, { return_sn: record.returnSn });
};

const confirm = (call: ShopeeCall): Reply => {
  const record = bodyReturn(call, bodyOf(call));
  requireAnswerable(record);
  const { requestType, validation, isSellerRefundBarred } = record.claim;
  if (!call.world.app.confirmableStatuses.has(record.status) || record.paidMinor > 0) throw invalidStatus(record);
  if (requestType !== 0)
    throw new Refusal(
      'error_return_request_type',
      `Action cannot be performed by shop because the Return Refund Request Type = ${requestType}`,
    );
  if (validation === 'warehouse_validation')
    throw new Refusal(
      'error_validation',
      'Action cannot be performed by shop because the validation_type of Return/Refund request = warehouse_validation',
    );
  if (isSellerRefundBarred) throw new Refusal('rraoc_refund_not_allowed', 'Type of return does not allow seller to offer refund');
  if (record.negotiation.status === 'PENDING_BUYER_RESPOND') throw new Refusal('err_data', 'Cannot accept your own offer.');
  return applied(call, record, (...happening) => {
    // The whole amount, and the buyer keeps the goods, whatever was negotiated before.
    record.refundMinor = record.claim.requestedMinor;
    record.solution = 'REFUND';
    refundBuyer('confirm')(...happening);
  });
};

const isSolution = (value: unknown): value is Solution => value === 'RETURN_REFUND' || value === 'REFUND';

const requireDigits = (amount: number, { shop, claim }: ReturnRecord): number => {
  const { digits } = regions[shop.region];
  const scaled = amount * 10 ** digits;
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6)
    throw new Refusal('error_param', `The proposed adjusted refund amount only accepts ${digits} digit(s) after decimal point`);
  return toMinor(amount, claim.currency);
};

const offeredMinor = (value: unknown, range: OfferRange, record: ReturnRecord): number => {
  if (!range.isAdjustable) {
    if (value !== undefined && value !== null)
      throw new Refusal('error_param', 'The proposed solution cannot have adjusted refund amount');
    return range.mostMinor;
  }
  if (typeof value !== 'number') throw new Refusal('error_param', 'Please fill a value for proposed adjusted refund amount');
  if (value <= 0) throw new Refusal('error_param', 'The proposed adjusted refund amount must be positive');
  const { currency } = record.claim;
  if (value > toMajor(range.mostMinor, currency))
    throw new Refusal('error_param', 'The proposed adjusted refund amount can not exceed max refund amount');
  if (value < toMajor(range.leastMinor, currency))
    throw new Refusal('error_param', 'The proposed adjusted refund amount can not be lower than min refund amount');
  return requireDigits(value, record);
};

const requireOfferable = (record: ReturnRecord): void => {
  if (isUnderReview(record))
    throw new Refusal('error_ongoing_dispute', 'cannot offer refund to buyer when return has ongoing dispute');
  requireAnswerable(record);
  if (record.status !== 'REQUESTED') throw new Refusal('error_return_status', 'The return status cannot support this action');
  const { status, countersLeft } = record.negotiation;
  const isClosed = status === 'PENDING_BUYER_RESPOND' || status === 'TERMINATED' || countersLeft < 1;
  if (isClosed) throw new Refusal('error_negotiation_status', 'The negotiation status cannot support this action');
};

const offer = (call: ShopeeCall): Reply => {
  const body = bodyOf(call);
  const record = bodyReturn(call, body);
  requireOfferable(record);
  const solution = body['proposed_solution'];
  const range = isSolution(solution) ? solutionsOf(record)[solution] : undefined;
  if (!isSolution(solution) || range === undefined)
    throw new Refusal('error_param', 'This proposed solution is not one of the available solutions for this return.');
  const amountMinor = offeredMinor(body['proposed_adjusted_refund_amount'], range, record);
  return applied(call, record, makeOffer({ solution, amountMinor }));
};

const acceptOffer = (call: ShopeeCall): Reply => {
  const record = bodyReturn(call, bodyOf(call));
  requireAnswerable(record);
  const { status, creator } = record.negotiation;
  if (record.status !== 'REQUESTED') throw new Refusal('error_return_status', 'The return status cannot support this action');
  if (status === 'PENDING_BUYER_RESPOND') throw new Refusal('err_data', 'Cannot accept your own offer.');
  if (status === 'TERMINATED') throw new Refusal('error_negotiation_status', 'The negotiation status cannot support this action');
  if (status !== 'PENDING_RESPOND' || creator !== 'buyer')
    throw new Refusal('error_no_buyer_offer', 'cannot accept refund offer because there is no proposal from buyer');
  return applied(call, record, acceptBuyerOffer);
};

export const decisionEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/api/v2/returns/confirm', type: 'shop', answer: confirm },
  { method: 'POST', path: '/api/v2/returns/offer', type: 'shop', answer: offer },
  { method: 'POST', path: '/api/v2/returns/accept_offer', type: 'shop', answer: acceptOffer },
];
