import type { JsonObject } from '../../json.js';
import { otherRefundAddressId, refundAddressId } from '../seed/addresses.js';
import { idOnWire, listOf } from '../wire/wire-list.js';
import type { BusinessCall, BusinessMethod } from '../world.js';
import { requiredList, textOf } from './input.js';

interface Address {
  readonly id: string;
  readonly isDefault: 0 | 1;
  readonly city: string;
  readonly language: string;
}

const addresses: Readonly<Record<'sender' | 'pickup' | 'refund', readonly Address[]>> = {
  sender: [{ id: '90011111', isDefault: 1, city: 'Hangzhou', language: 'zh_CN' }],
  pickup: [{ id: '90011222', isDefault: 1, city: 'Hangzhou', language: 'zh_CN' }],
  refund: [
    { id: otherRefundAddressId, isDefault: 0, city: 'Warsaw', language: 'en_US' },
    { id: refundAddressId, isDefault: 1, city: 'Madrid', language: 'en_US' },
  ],
};

const toAddress = (memberType: string, { id, isDefault, city, language }: Address): JsonObject => ({
  address_id: idOnWire(id),
  is_default: isDefault,
  need_to_update: false,
  name: 'Returns desk',
  country: city === 'Madrid' ? 'ES' : city === 'Warsaw' ? 'PL' : 'CN',
  province: city,
  city,
  county: '',
  street: '',
  street_address: '1 Example Street',
  postcode: '28001',
  phone: '000-000000',
  mobile: '',
  email: '',
  language,
  member_type: memberType,
});

const listAddresses = (call: BusinessCall): JsonObject => {
  const asked = requiredList(call, 'seller_address_query').map(textOf);
  const of = (kind: keyof typeof addresses) =>
    listOf(`${kind}selleraddresslist`, asked.includes(kind) ? addresses[kind].map((address) => toAddress(kind, address)) : []);
  return {
    result_success: true,
    refund_seller_address_list: of('refund'),
    sender_seller_address_list: of('sender'),
    pickup_seller_address_list: of('pickup'),
  };
};

/** Which shops the account owns, and on which channel. */
const relation = ({ seller }: BusinessCall): JsonObject => ({
  seller_relation_list: listOf('seller_relation', [
    {
      channel_currency: seller.channel === 'ARISE_ES' ? 'EUR' : 'USD',
      channel_shop_name: seller.shopName,
      business_type: 'POP_CHOICE',
      channel_seller_id: idOnWire(seller.channelSellerId),
      channel: seller.channel,
      seller_id: idOnWire(seller.sellerId),
    },
  ]),
  global_currency: 'USD',
  success: true,
});

export const sellerMethods: readonly BusinessMethod[] = [
  { name: 'aliexpress.logistics.redefining.getlogisticsselleraddresses', answer: listAddresses },
  { name: 'global.seller.relation.query', answer: relation },
];
