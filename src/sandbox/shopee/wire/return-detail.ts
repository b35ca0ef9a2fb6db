import { joinJson, writeJson, type JsonObject } from '../../json.js';
import { disputeReasonText } from '../dispute-reasons.js';
import type { ReturnRecord } from '../record.js';
import { toMajor } from '../regions.js';
import { toClaimFields, toNewerFields } from './claim-fields.js';
import { toCompensationStatus, toDeadline, toStatus } from './deadline.js';

const toNegotiation = (record: ReturnRecord): JsonObject => {
  const { negotiation, claim, shop } = record;
  const creator = { buyer: claim.buyer.username, seller: shop.name, '': '' }[negotiation.creator];
  return {
    negotiation_status: toStatus(record, negotiation.status),
    latest_solution: negotiation.solution === '' ? record.solution : negotiation.solution,
    latest_offer_amount: toMajor(negotiation.amountMinor, claim.currency),
    latest_offer_creator: creator,
    counter_limit: negotiation.countersLeft,
    offer_due_date: toDeadline(record, negotiation.dueAt),
  };
};

const toCompensation = (record: ReturnRecord): JsonObject => {
  const { compensation, claim, quirks } = record;
  const amount = compensation.amountMinor === 0 ? undefined : toMajor(compensation.amountMinor, claim.currency);
  const entry = { compensation_type: 'LOGISTICS_RELATED_COMPENSATION', compensation_amount: amount };
  return {
    seller_compensation_status: toCompensationStatus(record),
    seller_compensation_due_date: toDeadline(record, compensation.dueAt),
    compensation_amount: amount,
    compensation_amount_list: amount && (quirks.compensationListForm === 'array' ? [entry] : entry),
  };
};

/** A bundle deal, with an id beyond 2^53 as the reference's uint64 allows. */
const toActivity = ({ claim, createdAt }: ReturnRecord): readonly JsonObject[] => {
  const [item] = claim.items;
  if (item === undefined) return [];
  const price = toMajor(item.priceMinor, claim.currency).toFixed(2);
  return [
    {
      activity_id: 7_238_415_590_823_000_001n + BigInt(createdAt),
      activity_type: 'BUNDLE',
      original_price: price,
      discounted_price: price,
      items: [{ item_id: item.itemId, variation_id: item.modelId, quantity_purchased: item.quantity, original_price: price }],
      refund_amount: toMajor(item.refundMinor, claim.currency).toFixed(2),
    },
  ];
};

const toLogistics = ({ parcel, claim, quirks }: ReturnRecord): JsonObject => {
  const spelling = quirks.reverseLogisticsSpelling;
  return {
    // The legacy field knows normal returns only, and nothing before they start.
    logistics_status: claim.requestType === 0 && parcel.status !== 'LOGISTICS_NOT_STARTED' ? parcel.status : '',
    [`reverse_${spelling}_status`]: parcel.status,
    [`reverse_${spelling}_channel_name`]: claim.isIntegrated ? 'Standard Return' : 'Other carrier',
    is_reverse_logistics_channel_integrated: claim.isIntegrated,
  };
};

const toAddresses = ({ shop, claim, returnSn }: ReturnRecord): JsonObject => {
  const isHidden = claim.buyer.username === '****';
  return {
    return_pickup_address: {
      address: `${returnSn.slice(-2)} Example Lane`,
      name: isHidden ? '****' : claim.buyer.username,
      phone: isHidden ? '****' : '6500000000',
      town: '',
      district: 'Sample District',
      city: 'Sample City',
      state: '',
      region: shop.region,
      zipcode: '000000',
    },
    virtual_contact_number: isHidden ? '0900000000' : undefined,
    package_query_number: isHidden ? '66660000' : undefined,
    return_address: { whs_id: `${shop.region}W` },
  };
};

const toDetailFields = (record: ReturnRecord): JsonObject => ({
  buyer_videos: [],
  due_date: record.dueAt,
  return_ship_due_date: toDeadline(record, record.shipDueAt),
  return_seller_due_date: toDeadline(record, record.sellerDueAt),
  activity: record.quirks.hasBundle ? toActivity(record) : [],
  seller_proof: {
    seller_proof_status: toStatus(record, record.proof.status),
    seller_evidence_deadline: toDeadline(record, record.proof.dueAt),
  },
  seller_compensation: toCompensation(record),
  negotiation: toNegotiation(record),
  has_uploaded_shipping_proof: record.isShippingProofUploaded,
  shipping_fee_responsibility_reason: record.shop.region === 'BR' ? '' : undefined,
});

/** One return in full. */
export const writeReturnDetail = (record: ReturnRecord): string =>
  joinJson(
    JSON.stringify(toClaimFields(record, disputeReasonText)),
    writeJson(toDetailFields(record)),
    JSON.stringify(toLogistics(record)),
    JSON.stringify(toAddresses(record)),
    JSON.stringify(toNewerFields(record)),
  );
