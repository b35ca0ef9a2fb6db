import type { CaseEvidence, CaseItem, CaseRefund, CaseShipment, ShipmentStatus } from '../../../core/case.js';
import { present } from '../../../core/present.js';
import { translate } from '../../../core/translated.js';
import type { Party } from '../../../core/vocabulary.js';
import type { WireDetail, WireRecord } from '../wire/issues.js';
import type { Axes } from './axes.js';
import { returnPayerOf, settledOf, requestOf, type Solution } from './solutions.js';
import { isTrue, toAmount, toCount, toIdentifier, toText, toTime } from './values.js';

/** An issue is about one child order, whose id names the order's line as well. */
export const toItems = (wire: WireDetail): readonly CaseItem[] => [
  present({
    id: toIdentifier(wire.order_id) ?? '',
    name: toText(wire.product_name),
    quantity: toCount(wire.issue_quantity) ?? 1,
    price: toAmount(wire.product_price, wire.product_price_currency),
  }),
];

/** A tracking number, and not the words that buyers were seen to type in its place. */
const trackingShape = /^[A-Za-z0-9][A-Za-z0-9._/-]{4,49}$/;

const isTracking = (text: string): boolean => trackingShape.test(text) && /\d/.test(text);

const trackingOf = (wire: WireDetail): string | undefined =>
  toText(wire.buyer_return_logistics_lp_no) ??
  [toText(wire.buyer_return_no)].find((text) => text !== undefined && isTracking(text));

const shipmentStatuses: Readonly<Record<string, ShipmentStatus>> = {
  wait_for_buyer_return: 'not-started',
  wait_for_buyer_returnid: 'not-started',
  wait_for_service_provider_response: 'in-transit',
  wait_for_warehouse_confirmation: 'in-transit',
  wait_for_warehouse_quality_check: 'delivered',
};

/** The parcel from the buyer, once there is something to say about it. The closing words do not prove that one came. */
export const toShipments = (wire: WireDetail, { detail }: Axes, solutions: readonly Solution[]): readonly CaseShipment[] => {
  const [trackingNumber, carrier] = [trackingOf(wire), toText(wire.buyer_return_logistics_company)];
  if (trackingNumber === undefined && carrier === undefined && !Object.hasOwn(shipmentStatuses, detail)) return [];
  const deciding = settledOf(solutions) ?? requestOf(solutions);
  return [
    present({
      direction: 'return' as const,
      status: translate(shipmentStatuses, detail),
      trackingNumber,
      carrier,
      payer: deciding === undefined ? undefined : returnPayerOf(deciding),
    }),
  ];
};

/** Money that goes back, where a solution says how much. `paid` once the issue has ended well, because only then it is refunded. */
export const toRefunds = (axes: Axes, solutions: readonly Solution[]): readonly CaseRefund[] => {
  const settled = settledOf(solutions);
  const isPaid = axes.status === 'finish' && (axes.detail === 'refund_success' || axes.detail === 'return_success');
  const isAgreed = axes.status === 'processing';
  if (settled?.amount === undefined || settled.amount.minor <= 0 || !(isPaid || isAgreed)) return [];
  return [
    present({
      amount: settled.amount,
      state: isPaid ? ('paid' as const) : ('agreed' as const),
      to: 'buyer' as const,
      at: toTime(settled.wire.reached_time),
      native: settled.status,
    }),
  ];
};

const partyOf = (word: string | undefined): Party => (word === 'buyer' || word === 'seller' ? word : 'marketplace');

const fromRecord = (record: WireRecord): readonly CaseEvidence[] => {
  const [from, at, text] = [partyOf(toText(record.submit_member_type)), toTime(record.gmt_create), toText(record.content)];
  const photos = (record.attachments ?? []).flatMap((attachment): CaseEvidence[] => {
    const url = toText(attachment.file_path);
    const owner = toText(attachment.owner);
    return url === undefined
      ? []
      : [
          present({
            kind: 'photo' as const,
            from: owner === undefined ? from : partyOf(owner),
            url,
            at: toTime(attachment.gmt_create) ?? at,
          }),
        ];
  });
  return [
    ...(text === undefined ? [] : [present({ kind: 'text' as const, from, text, at })]),
    ...photos,
    // That there is a video is told, the video is not.
    ...(isTrue(record.has_buyer_video) ? [present({ kind: 'video' as const, from: 'buyer' as const, at })] : []),
    ...(isTrue(record.has_seller_video) ? [present({ kind: 'video' as const, from: 'seller' as const, at })] : []),
  ];
};

const moment = ({ at }: CaseEvidence): string => at ?? '';

/** What the parties said and showed, oldest first. Everything of the buyer is personal data. */
export const toEvidence = (wire: WireDetail): readonly CaseEvidence[] => {
  const records = (wire.process_dto_list ?? []).flatMap(fromRecord);
  const typed = toText(wire.buyer_return_no);
  const words: readonly CaseEvidence[] =
    typed === undefined || isTracking(typed) ? [] : [{ kind: 'text', from: 'buyer', text: typed }];
  return [...records]
    .sort((left, right) => (moment(left) < moment(right) ? -1 : moment(left) > moment(right) ? 1 : 0))
    .concat(words);
};

/** Pictures that the seller has shown, by which an upload is recognised. */
export const countSellerPictures = (evidence: readonly CaseEvidence[]): number =>
  evidence.filter(({ kind, from }) => kind === 'photo' && from === 'seller').length;
