import { createCaseIds } from '../../core/account-ids.js';
import { defineAdapter, type DefinedAdapter } from '../../core/adapter.js';
import type { CaseOperations } from '../../core/operations.js';
import type { PushOperations } from '../../core/push.js';
import { systemClock } from '../../transport/clock.js';
import { environmentOf } from '../../transport/environment.js';
import { wireSettings } from '../../transport/settings.js';
import { toTokenStore } from '../../transport/tokens.js';
import { createTransport, type Transport } from '../../transport/transport.js';
import { defaultMaxRetries, defaultTimeoutInMs } from '../../transport/transport-parts.js';
import { absent } from './absent.js';
import { marketplace } from './classify.js';
import type { ShopeeContext } from './context.js';
import { productionHosts } from './hosts.js';
import { createNative, type ShopeeNative } from './native/index.js';
import { acceptBuyerOffer } from './operations/accept-offer.js';
import { acceptCase } from './operations/accept.js';
import { listCases } from './operations/list.js';
import { offerSolution } from './operations/offer.js';
import { getOrder } from './operations/orders.js';
import { getCase } from './operations/read-case.js';
import { rejectCase } from './operations/reject.js';
import { readRejectionReasons } from './operations/rejection-reasons.js';
import { settleAttempt } from './operations/settle.js';
import { submitProof } from './operations/submit-evidence.js';
import { trackCase } from './operations/track.js';
import { withdrawDispute } from './operations/withdraw-rejection.js';
import { createProtocol, merchantCredential } from './protocol.js';
import { createPush } from './push.js';
import { resolveSettings, type ResolvedSettings, type ShopeeSettings } from './settings.js';

type ShopeeCases = Omit<CaseOperations, 'refund' | 'message'>;

/** One Shopee shop. What it can do is in its type; why it cannot do the rest is in `absent`. */
export type ShopeeAdapter = DefinedAdapter<ShopeeCases, ShopeeNative, PushOperations>;

const openTransport = (settings: ResolvedSettings, account: ShopeeContext['mapping']['account']): Transport => {
  const { partnerId, partnerKey, shopId, merchantId, clock = systemClock } = settings;
  const owner = `${account.marketplace}:${account.environment}`;
  const key = `${owner}:${account.sellerId}`;
  const merchantKey = merchantId === undefined ? {} : { [merchantCredential]: `${owner}:merchant:${merchantId}` };
  const perSecond = settings.callsPerSecond;
  return createTransport({
    ...wireSettings(settings),
    protocol: createProtocol({ partnerId, partnerKey, shopId, merchantId }, () => clock.now()),
    baseUrl: settings.baseUrl,
    clock,
    tokens: { store: toTokenStore(settings.tokens, key), keys: { seller: key, ...merchantKey } },
    secrets: [partnerKey, ...(settings.pushKey === undefined ? [] : [settings.pushKey])],
    quotas: perSecond === undefined ? undefined : { otherwise: { ratePerSecond: perSecond, burst: Math.max(1, perSecond) } },
  });
};

const createContext = (settings: ResolvedSettings): ShopeeContext => {
  const environment = environmentOf(settings.baseUrl, productionHosts);
  const account = { marketplace, environment, sellerId: settings.shopId };
  const transport = openTransport(settings, account);
  return {
    transport,
    clock: settings.clock ?? systemClock,
    mapping: { account, toId: createCaseIds(account), site: settings.site, confirm: settings.confirm, drift: transport.drift },
    merchantId: settings.merchantId,
    operatorEmail: settings.operatorEmail,
    listStrategy: settings.listStrategy,
    sending: { timeoutInMs: settings.timeoutInMs ?? defaultTimeoutInMs, maxRetries: settings.maxRetries ?? defaultMaxRetries },
  };
};

const createCases = (context: ShopeeContext): ShopeeCases => ({
  list: listCases(context),
  get: (id, options) => getCase(context, id, options),
  accept: acceptCase(context),
  offer: offerSolution(context),
  acceptOffer: acceptBuyerOffer(context),
  rejectionReasons: readRejectionReasons(context),
  reject: rejectCase(context),
  withdrawRejection: withdrawDispute(context),
  submitEvidence: submitProof(context),
  track: trackCase(context),
  settle: settleAttempt(context),
});

/**
 * Connects to one Shopee shop. Settings are checked here: `ConfigurationError` names each wrong one. Nothing is sent before the first
 * call.
 *
 * Refresh tokens work once. Give a `TokenStore` that outlives the process, or the shop must authorise again after a restart.
 *
 * @example
 * const shopee = createShopeeAdapter({ partnerId: 2001887, partnerKey, shopId: 14701711, tokens: createFileTokenStore(directory) });
 * for await (const summary of shopee.cases.list()) console.log(summary.id, summary.phase);
 */
export const createShopeeAdapter = (settings: ShopeeSettings): ShopeeAdapter => {
  const resolved = resolveSettings(settings);
  const context = createContext(resolved);
  const { account } = context.mapping;
  return defineAdapter({
    ...account,
    clock: context.clock,
    cases: createCases(context),
    absent,
    nativeFilters: resolved.listStrategy === 'windows' ? ['openedFrom', 'openedUntil', 'updatedFrom', 'updatedUntil'] : [],
    orders: { get: getOrder(context) },
    native: createNative(context),
    push: createPush({
      key: resolved.pushKey ?? resolved.partnerKey,
      url: resolved.pushUrl,
      signature: resolved.pushSignature,
      account,
    }),
  });
};
