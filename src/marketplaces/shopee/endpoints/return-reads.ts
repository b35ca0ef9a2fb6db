import { toProof, toReverseTracking, toShippingCarriers } from '../native/proof.js';
import { wireProof, wireReverseTracking, wireShippingCarriers } from '../wire/proof.js';
import { wireDisputeReasons, wireReturn, wireReturnPage, wireSolutions } from '../wire/returns.js';
import { asIs, defineReturnsRead } from './define.js';
import { toReturnPage } from './return-page.js';

/** The bounds are Unix seconds. At most 15 days each, both ends together, and `updateTimeFrom` not before `createTimeFrom`. */
export interface ReturnListInput {
  /** From 0. Shopee answers a misleading "inner error" without it. */
  readonly pageNo: number;
  /** 1 to 100. */
  readonly pageSize: number;
  readonly createTimeFrom?: number;
  readonly createTimeTo?: number;
  readonly updateTimeFrom?: number;
  readonly updateTimeTo?: number;
  readonly status?: string;
  readonly negotiationStatus?: string;
  readonly sellerProofStatus?: string;
  /** Which spelling the filter takes, with or without `COMPENSATION_`, is not documented. */
  readonly sellerCompensationStatus?: string;
}

export interface ReturnInput {
  readonly returnSn: string;
}

const byReturnSn = ({ returnSn }: ReturnInput): { readonly query: { readonly return_sn: string } } => ({
  query: { return_sn: returnSn },
});

export const getReturnList = defineReturnsRead({
  operation: 'get_return_list',
  request: (input: ReturnListInput) => ({
    query: {
      page_no: input.pageNo,
      page_size: input.pageSize,
      create_time_from: input.createTimeFrom,
      create_time_to: input.createTimeTo,
      update_time_from: input.updateTimeFrom,
      update_time_to: input.updateTimeTo,
      status: input.status,
      negotiation_status: input.negotiationStatus,
      seller_proof_status: input.sellerProofStatus,
      seller_compensation_status: input.sellerCompensationStatus,
    },
  }),
  response: wireReturnPage,
  parse: toReturnPage,
});

export const getReturnDetail = defineReturnsRead({
  operation: 'get_return_detail',
  request: byReturnSn,
  response: wireReturn,
  parse: asIs,
});

export const getAvailableSolutions = defineReturnsRead({
  operation: 'get_available_solutions',
  request: byReturnSn,
  response: wireSolutions,
  parse: asIs,
});

export const getReturnDisputeReason = defineReturnsRead({
  operation: 'get_return_dispute_reason',
  request: byReturnSn,
  response: wireDisputeReasons,
  parse: asIs,
});

export const queryProof = defineReturnsRead({
  operation: 'query_proof',
  request: byReturnSn,
  response: wireProof,
  parse: toProof,
});

export const getShippingCarrier = defineReturnsRead({
  operation: 'get_shipping_carrier',
  request: byReturnSn,
  response: wireShippingCarriers,
  parse: toShippingCarriers,
});

export const getReverseTrackingInfo = defineReturnsRead({
  operation: 'get_reverse_tracking_info',
  request: byReturnSn,
  response: wireReverseTracking,
  parse: toReverseTracking,
});
