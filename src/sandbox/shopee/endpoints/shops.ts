import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import { Refusal } from '../envelope.js';
import { regions } from '../regions.js';
import type { Shop } from '../shops.js';
import type { Subject } from '../subject.js';
import type { Endpoint, ShopeeCall, ShopeeWorld } from '../world.js';
import { integerOf, respond, shopOf, wrongParameter } from './input.js';

const toGrant = ({ authorizations }: ShopeeWorld, subject: Subject): JsonObject => {
  const grant = authorizations.grantOf(subject);
  return {
    auth_time: Math.floor((grant?.authorizedAt ?? 0) / 1000),
    expire_time: Math.floor((grant?.expiresAt ?? 0) / 1000),
  };
};

const getShopInfo = (call: ShopeeCall): Reply => {
  const { name, region, shopId } = shopOf(call);
  return call.world.envelopes.flat({
    shop_name: name,
    region,
    status: 'NORMAL',
    is_cb: false,
    is_sip: false,
    ...toGrant(call.world, { kind: 'shop', id: shopId }),
  });
};

const getWarehouseDetail = (call: ShopeeCall): Reply => {
  const { region, shopId } = shopOf(call);
  if (integerOf(call.request.query, 'warehouse_type') !== 2)
    throw new Refusal('warehouse.error_can_not_find_warehouse', 'Can not find warehouse');
  return respond(call, [
    { warehouse_id: shopId + 7, warehouse_name: `${region} returns`, warehouse_type: 2, location_id: `${region}W`, region },
  ]);
};

interface Page<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** These two lists count pages from 1. */
const pageOf = <Item>({ request }: ShopeeCall, items: readonly Item[]): Page<Item> => {
  const [pageSize, pageNo] = [integerOf(request.query, 'page_size') ?? 100, integerOf(request.query, 'page_no') ?? 1];
  if (pageSize < 1 || pageSize > 100) throw wrongParameter('page_size should be between 1 and 100');
  if (pageNo < 1) throw wrongParameter('page_no starts from 1');
  const end = pageNo * pageSize;
  return { items: items.slice(end - pageSize, end), more: items.length > end };
};

const isLinked = ({ authorizations }: ShopeeWorld, subject: Subject): boolean => authorizations.grantOf(subject) !== undefined;

const linkedShops = ({ world }: ShopeeCall): readonly Shop[] =>
  world.shops.filter(({ shopId }) => isLinked(world, { kind: 'shop', id: shopId }));

const getShopsByPartner = (call: ShopeeCall): Reply => {
  const { items, more } = pageOf(call, linkedShops(call));
  return call.world.envelopes.flat({
    authed_shop_list: items.map(({ shopId, region }) => ({
      shop_id: shopId,
      region,
      ...toGrant(call.world, { kind: 'shop', id: shopId }),
      sip_affi_shops: [],
    })),
    more,
  });
};

const getMerchantsByPartner = (call: ShopeeCall): Reply => {
  const merchant: Subject = { kind: 'merchant', id: call.world.authorizations.merchantId };
  const { items, more } = pageOf(call, isLinked(call.world, merchant) ? [merchant] : []);
  return call.world.envelopes.flat({
    authed_merchant_list: items.map((subject) => ({ merchant_id: subject.id, ...toGrant(call.world, subject) })),
    more,
  });
};

const getMerchantInfo = (call: ShopeeCall): Reply =>
  call.world.envelopes.flat({
    merchant_name: 'aftersale sandbox merchant',
    merchant_currency: regions.SG.currency,
    merchant_region: 'SG',
    is_cnsc: false,
    is_upgraded_cbsc: false,
    ...toGrant(call.world, { kind: 'merchant', id: call.world.authorizations.merchantId }),
  });

const getShopListByMerchant = (call: ShopeeCall): Reply => {
  const { items, more } = pageOf(call, linkedShops(call));
  return call.world.envelopes.flat({ shop_list: items.map(({ shopId }) => ({ shop_id: shopId, sip_affi_shops: [] })), more });
};

export const shopEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/api/v2/shop/get_shop_info', type: 'shop', answer: getShopInfo },
  { method: 'GET', path: '/api/v2/shop/get_warehouse_detail', type: 'shop', answer: getWarehouseDetail },
  { method: 'GET', path: '/api/v2/public/get_shops_by_partner', type: 'public', answer: getShopsByPartner },
  { method: 'GET', path: '/api/v2/public/get_merchants_by_partner', type: 'public', answer: getMerchantsByPartner },
  { method: 'GET', path: '/api/v2/merchant/get_merchant_info', type: 'merchant', answer: getMerchantInfo },
  { method: 'GET', path: '/api/v2/merchant/get_shop_list_by_merchant', type: 'merchant', answer: getShopListByMerchant },
];
