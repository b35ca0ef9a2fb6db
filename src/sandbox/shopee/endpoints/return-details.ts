import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import type { ReturnRecord } from '../record.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { solutionsOf, type OfferRange } from '../solutions.js';
import { toMajor } from '../regions.js';
import { queriedReturn, respond, returnNotFound } from './input.js';
import { Refusal } from '../envelope.js';

const getReturnDetail = (call: ShopeeCall): Reply => call.world.envelopes.wrap(call.world.details.of(queriedReturn(call)));

const toOffer = (range: OfferRange | undefined, currency: string): JsonObject => {
  if (range === undefined) return { eligibility: false, refund_amount_adjustable: false };
  const limits = range.isAdjustable && {
    max_refund_amount: toMajor(range.mostMinor, currency),
    min_refund_amount: toMajor(range.leastMinor, currency),
  };
  return { eligibility: true, refund_amount_adjustable: range.isAdjustable, ...limits };
};

const getAvailableSolutions = (call: ShopeeCall): Reply => {
  const record = queriedReturn(call);
  const solutions = solutionsOf(record);
  return respond(call, {
    return_sn: record.returnSn,
    offer_return_refund: toOffer(solutions.RETURN_REFUND, record.claim.currency),
    offer_refund: toOffer(solutions.REFUND, record.claim.currency),
  });
};

const toEvents = ({ parcel }: Pick<ReturnRecord, 'parcel'>): readonly JsonObject[] =>
  parcel.events
    .map(({ at, text }) => ({ update_time: at, tracking_description: text, epop_image_list: [], epod_image_list: [] }))
    .reverse();

const toFirstLeg = (record: ReturnRecord): JsonObject => {
  const { parcel, claim, script } = record;
  const hasEvents = claim.requestType === 0 && claim.isIntegrated;
  if (!hasEvents) return {};
  const shippedAt = parcel.events.find(({ text }) => text.includes('collected'))?.at;
  // The reference types these as timestamps; its sample has them as text.
  const expected = (hours: number): string | undefined =>
    shippedAt === undefined ? undefined : String(shippedAt + hours * 3600);
  return {
    estimated_delivery_date_max: expected(script.transitInHours + 24),
    estimated_delivery_date_min: expected(script.transitInHours - 12),
    collection_pin_code: record.shop.region === 'TW' ? '666188' : undefined,
    tracking_number: parcel.trackingNumber,
    tracking_info: toEvents(record),
  };
};

const toSecondLeg = ({ onwardParcel }: ReturnRecord): JsonObject =>
  onwardParcel.status === ''
    ? {}
    : {
        post_return_logistics_status: onwardParcel.status,
        post_return_logistics_update_time: onwardParcel.updatedAt,
        rts_tracking_number: onwardParcel.trackingNumber,
        post_return_logistics_tracking_info: toEvents({ parcel: onwardParcel }),
      };

const getReverseTrackingInfo = (call: ShopeeCall): Reply => {
  if (!call.request.query.get('return_sn')) throw new Refusal('returns.missing_return_sn', 'Return SN is a required parameter');
  const record = queriedReturn(call, returnNotFound);
  if (record.parcel.status === '')
    throw new Refusal('returns.error_reverse_logistics', 'The Return SN does not have reverse logistics status');
  return respond(call, {
    return_sn: record.returnSn,
    return_refund_request_type: record.claim.requestType,
    validation_type: record.claim.validation,
    reverse_logistics_status: record.parcel.status,
    reverse_logistics_update_time: record.parcel.updatedAt === 0 ? undefined : record.parcel.updatedAt,
    ...(record.parcel.updatedAt > 0 && toFirstLeg(record)),
    ...toSecondLeg(record),
  });
};

export const returnDetailEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/api/v2/returns/get_return_detail', type: 'shop', answer: getReturnDetail },
  { method: 'GET', path: '/api/v2/returns/get_available_solutions', type: 'shop', answer: getAvailableSolutions },
  { method: 'GET', path: '/api/v2/returns/get_reverse_tracking_info', type: 'shop', answer: getReverseTrackingInfo },
];
