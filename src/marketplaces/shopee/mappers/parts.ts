import type { CaseEvidence, CaseItem, CaseRefund, CaseShipment } from '../../../core/case.js';
import { present } from '../../../core/present.js';
import { translate } from '../../../core/translated.js';
import type { Payer } from '../../../core/vocabulary.js';
import type { WireReturn, WireReturnItem } from '../wire/returns.js';
import type { Axes } from './axes.js';
import { shipmentStatuses } from './parcel.js';
import { toAmount, toCount, toIdentifier, toText } from './values.js';

/** Item and variation together; the same form names an order's lines, so that the two can be matched. */
export const itemIdOf = ({ item_id: item, model_id: model }: Pick<WireReturnItem, 'item_id' | 'model_id'>): string => {
  const [itemId, modelId] = [toIdentifier(item) ?? '', toIdentifier(model) ?? ''];
  return modelId === '' || modelId === '0' ? itemId : `${itemId}:${modelId}`;
};

export const toItems = ({ item: items, currency }: WireReturn): readonly CaseItem[] =>
  (items ?? []).map((item) =>
    present({
      id: itemIdOf(item),
      sku: toText(item.variation_sku) ?? toText(item.item_sku),
      name: toText(item.name),
      quantity: toCount(item.amount) ?? 1,
      price: toAmount(item.item_price, currency),
      refund: toAmount(item.refund_amount, currency),
    }),
  );

const textsOf = (value: WireReturn['dispute_text_reason']): readonly string[] =>
  [value ?? []].flat().flatMap((text) => (typeof text === 'string' && toText(text) !== undefined ? [text] : []));

/** What both sides showed. Everything of the buyer is personal data. */
export const toEvidence = (wire: WireReturn): readonly CaseEvidence[] => {
  const said = toText(wire.text_reason);
  return [
    ...(wire.image ?? []).map((url) => ({ kind: 'photo', from: 'buyer', url }) as const),
    ...(wire.buyer_videos ?? []).flatMap(({ video_url: url }) =>
      typeof url === 'string' ? [{ kind: 'video', from: 'buyer', url } as const] : [],
    ),
    ...(said === undefined ? [] : [{ kind: 'text', from: 'buyer', text: said } as const]),
    ...textsOf(wire.dispute_text_reason).map((text) => ({ kind: 'text', from: 'seller', text }) as const),
  ];
};

const payers: Readonly<Record<string, Payer>> = { Seller: 'seller', Shopee: 'marketplace', Pending: 'unknown' };

const payerOf = (word: string | undefined): Payer | undefined =>
  word === undefined || !Object.hasOwn(payers, word) ? undefined : payers[word];

/** The parcel from the buyer. A refund without goods has one only when something was actually sent. */
export const toShipments = (wire: WireReturn, axes: Axes): readonly CaseShipment[] => {
  const word = axes.logistics ?? '';
  const trackingNumber = toText(wire.tracking_number);
  const isSent = trackingNumber !== undefined || (word !== '' && word !== 'LOGISTICS_NOT_STARTED');
  const isSilent = axes.logistics === undefined || axes.goods === 'kept-by-buyer';
  if (isSilent && !isSent) return [];
  return [
    present({
      direction: 'return' as const,
      status: axes.logistics === '' ? ({ unified: 'not-started', raw: '' } as const) : translate(shipmentStatuses, word),
      trackingNumber,
      carrier: toText(wire.reverse_logistics_channel_name) ?? toText(wire.reverse_logistic_channel_name),
      payer: payerOf(toText(wire.shipping_fee_responsibility)),
    }),
  ];
};

const compensationOf = (wire: WireReturn): readonly CaseRefund[] => {
  if (wire.seller_compensation === null || wire.seller_compensation === undefined) return [];
  const list = wire.seller_compensation.compensation_amount_list ?? [];
  const parts = Array.isArray(list) ? list : [list];
  const listed = parts.flatMap(({ compensation_amount: decided, compensation_type: type }): CaseRefund[] => {
    const amount = toAmount(decided, wire.currency);
    return amount === undefined || amount.minor <= 0
      ? []
      : [present({ amount, state: 'agreed' as const, to: 'seller' as const, native: toText(type) })];
  });
  if (listed.length > 0) return listed;
  const total = toAmount(wire.seller_compensation.compensation_amount, wire.currency);
  return total === undefined || total.minor <= 0 ? [] : [{ amount: total, state: 'agreed', to: 'seller' }];
};

/**
 * Money that moves because of the case: to the buyer once accepted, to the seller where Shopee's agent decided a compensation
 * (Brazilian shops leave the compensation status empty, so the amount decides). `paid` is said only where Shopee reports it.
 */
export const toRefunds = (wire: WireReturn, axes: Axes, { isPaid }: { readonly isPaid: boolean }): readonly CaseRefund[] => {
  const amount = toAmount(wire.refund_amount, wire.currency);
  const isAgreed = axes.status === 'ACCEPTED' || axes.status === 'REFUND_PAID';
  if (amount === undefined || !(isAgreed || isPaid)) return compensationOf(wire);
  const state = isPaid || axes.status === 'REFUND_PAID' ? 'paid' : 'agreed';
  return [{ amount, state, to: 'buyer', native: axes.status }, ...compensationOf(wire)];
};
