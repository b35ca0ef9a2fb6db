import { createMemoryTokenStore } from '../../../src/transport/tokens.js';
import { createTransport } from '../../../src/transport/transport.js';
import type { Clock } from '../../../src/core/time.js';
import type { WireUnderTest } from 'aftersale/testing';
import { toInstant } from '../../../src/core/time.js';
import * as application from '../../../src/marketplaces/shopee/endpoints/application.js';
import * as orders from '../../../src/marketplaces/shopee/endpoints/orders.js';
import * as reads from '../../../src/marketplaces/shopee/endpoints/return-reads.js';
import * as writes from '../../../src/marketplaces/shopee/endpoints/return-writes.js';
import * as tokenCalls from '../../../src/marketplaces/shopee/endpoints/tokens.js';
import { toCase, toSummary, type MappingContext } from '../../../src/marketplaces/shopee/mappers/case.js';
import { createCaseIds } from '../../../src/core/account-ids.js';
import { toOrder } from '../../../src/marketplaces/shopee/mappers/order.js';
import { toRejectionReason } from '../../../src/marketplaces/shopee/mappers/rejection-reasons.js';
import { toOutboundEvents, toReturnEvents } from '../../../src/marketplaces/shopee/mappers/tracking.js';
import { createProtocol } from '../../../src/marketplaces/shopee/protocol.js';
import { endpointsOf, once, safe, wireOver, type WireCall } from '../wire-calls.js';

export const partnerKey = 'test_partner_key_0123456789abcdef';
export const partnerId = '2001887';
export const shopId = '14701711';
export const accessToken = '59777174636562737266615546704c6d';
export const refreshToken = '516c6b577753554375764a63704d7245';
export const account = { marketplace: 'shopee', environment: 'live', sellerId: shopId } as const;

export const mapping: MappingContext = {
  account,
  toId: createCaseIds(account),
  confirm: { statuses: ['REQUESTED'], requestTypes: [0] },
  drift: { report: () => undefined },
};

/** Every wire call of the adapter, with what its operations make of the answer. */
export const wireCalls: readonly WireCall[] = [
  safe(reads.getReturnList, ['list'], (page) => ({
    more: page.more ?? null,
    cases: page.return.map((row) => toSummary(row, mapping)),
  })),
  safe(reads.getReturnDetail, ['get', 'settle', 'accept', 'acceptOffer', 'withdrawRejection'], (wire) =>
    toCase({ wire }, mapping),
  ),
  safe(reads.getAvailableSolutions, ['get', 'offer']),
  safe(reads.getReturnDisputeReason, ['rejectionReasons', 'reject'], (wire) =>
    (wire.dispute_reason_list ?? []).map(toRejectionReason),
  ),
  safe(reads.queryProof, ['settle', 'native']),
  safe(reads.getShippingCarrier, ['native']),
  safe(reads.getReverseTrackingInfo, ['track', 'native'], toReturnEvents),
  once(writes.confirm, ['accept']),
  once(writes.offer, ['offer']),
  once(writes.acceptOffer, ['acceptOffer']),
  once(writes.dispute, ['reject']),
  once(writes.cancelDispute, ['withdrawRejection']),
  safe(writes.convertImage, ['reject', 'submitEvidence', 'native']),
  once(writes.uploadProof, ['submitEvidence']),
  once(writes.uploadShippingProof, ['native']),
  safe(orders.getOrderDetail, ['orders.get'], (wire) => (wire.order_list ?? []).map((order) => toOrder(order, []))),
  safe(orders.getEscrowDetail, ['get', 'native']),
  safe(orders.getTrackingInfo, ['track', 'orders.get'], toOutboundEvents),
  safe(orders.getWarehouseDetail, ['native']),
  safe(application.getShopsByPartner, ['native']),
  safe(application.getAppPushConfig, ['native']),
  safe(application.setAppPushConfig, ['native']),
  safe(application.getLostPushMessage, ['native']),
  safe(application.confirmConsumedLostPushMessage, ['native']),
  safe(application.uploadImage, ['native']),
  once(tokenCalls.getAccessToken, ['native']),
  once(tokenCalls.refreshAccessToken, ['native']),
  once(tokenCalls.getTokenByResendCode, ['native']),
];

export const endpointsUnderTest = endpointsOf(wireCalls);

export const signatureParameters = ['partner_id', 'timestamp', 'access_token', 'shop_id', 'sign'];

/** The calls by name, through the real transport. */
export const createWire = (baseUrl: string, clock: Clock): WireUnderTest & { readonly close: () => void } => {
  const transport = createTransport({
    protocol: createProtocol({ partnerId, partnerKey, shopId }, () => clock.now()),
    baseUrl,
    clock,
    tokens: {
      store: createMemoryTokenStore({
        seller: { accessToken, refreshToken, expiresAt: toInstant(clock.now() + 14_400_000) },
      }),
      keys: { seller: 'seller' },
    },
    secrets: [partnerKey],
  });
  return { signatureParameters, ...wireOver(transport, wireCalls) };
};
