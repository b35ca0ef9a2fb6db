import type { JsonObject } from '../../json.js';
import { toDollarMinor, toMajorText } from '../currencies.js';
import { toPacificText } from '../pacific-time.js';
import type { Attachment, IssueRecord, ProcessEntry, SolutionOwner } from '../record.js';
import { toSolution } from './solution.js';
import { idOnWire, listOf, type WireList } from './wire-list.js';

/** After the end both limits are zero, whatever was paid. */
const toMoneyFields = ({ claim, status }: IssueRecord): JsonObject => {
  const { currency, product } = claim;
  const mostMinor = status === 'processing' ? claim.maximumMinor : 0;
  return {
    product_price: toMajorText(product.priceMinor, 'USD'),
    product_price_currency: 'USD',
    refund_money_max: toMajorText(toDollarMinor(mostMinor, currency), 'USD'),
    refund_money_max_currency: 'USD',
    refund_money_max_local: toMajorText(mostMinor, currency),
    refund_money_max_local_currency: currency,
  };
};

const solutionsBy = (record: IssueRecord, owner: SolutionOwner): WireList | undefined => {
  const own = record.solutions.filter((solution) => solution.owner === owner);
  if (own.length === 0 && record.quirks.omitsEmpty) return undefined;
  return listOf(
    'solution_api_dto',
    own.map((solution) => toSolution(record, solution)),
  );
};

const toAttachment = ({ issueId }: IssueRecord, { path, owner, at }: Attachment): JsonObject => ({
  file_path: path,
  gmt_create: toPacificText(at),
  issue_id: idOnWire(issueId),
  owner,
});

const toProcess = (record: IssueRecord, { action, by, content, at, attachments }: ProcessEntry): JsonObject => ({
  action_type: action,
  submit_member_type: by,
  content,
  receive_goods: !record.claim.isNotReceived,
  has_buyer_video: false,
  has_seller_video: false,
  issue_id: idOnWire(record.issueId),
  gmt_create: toPacificText(at),
  attachments: listOf(
    'api_attachment_dto',
    attachments.map((attachment) => toAttachment(record, attachment)),
  ),
});

/** A sub-status sometimes carries a stray character behind it, as the reference's own values do. */
const toDetailStatus = ({ detail, quirks }: IssueRecord): string | undefined => {
  if (detail === '') return undefined;
  return quirks.strayNulCharacter ? `${detail}\u0000` : detail;
};

const toTimeout = ({ timeout, quirks }: IssueRecord): JsonObject =>
  timeout === undefined || quirks.timeoutMissing
    ? {}
    : { timeout_type: timeout.type, timeout_trigger_time: toPacificText(timeout.at) };

const toParcel = ({ parcel }: IssueRecord): JsonObject =>
  parcel.shippedAt === 0
    ? {}
    : {
        buyer_return_logistics_company: parcel.company,
        buyer_return_logistics_lp_no: parcel.lpNumber,
        buyer_return_no: parcel.number,
      };

/** Fields added in 2026, which older sellers do not get. */
const toNewerFields = ({ quirks, claim }: IssueRecord): JsonObject =>
  quirks.hasNewerFields
    ? { sku_main_pic_url: `https://ae01.alicdn.com/kf/${claim.product.productId}.jpg`, issue_quantity: claim.product.quantity }
    : {};

export const toIssueDetail = (record: IssueRecord): JsonObject => ({
  id: idOnWire(record.quirks.outerIdDiffers ? record.outerId : record.issueId),
  issue_status: record.status,
  reverse_detail_status: toDetailStatus(record),
  ...toTimeout(record),
  issue_reason_id: record.claim.reasonId,
  issue_reason: record.claim.reasonEnglish,
  order_id: idOnWire(record.orderId),
  parent_order_id: idOnWire(record.parentOrderId),
  buyer_login_id: record.buyerLoginId,
  gmt_create: toPacificText(record.createdAt),
  product_id: record.claim.product.productId,
  product_name: record.claim.product.name,
  after_sale_warranty: record.claim.hasWarranty,
  ...toMoneyFields(record),
  ...toParcel(record),
  buyer_solution_list: solutionsBy(record, 'buyer'),
  seller_solution_list: solutionsBy(record, 'seller'),
  platform_solution_list: solutionsBy(record, 'platform'),
  process_dto_list: listOf(
    'api_issue_process_dto',
    [...record.history].reverse().map((entry) => toProcess(record, entry)),
  ),
  ...toNewerFields(record),
});
