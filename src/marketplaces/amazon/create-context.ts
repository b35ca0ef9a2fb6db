import { createMemoryCaseStore } from '../../core/case-store.js';
import { systemClock } from '../../transport/clock.js';
import { environmentOf } from '../../transport/environment.js';
import { wireSettings } from '../../transport/settings.js';
import { createTransport, type Transport } from '../../transport/transport.js';
import { defaultMaxRetries, defaultTimeoutInMs } from '../../transport/transport-parts.js';
import { marketplace } from './classify.js';
import type { AmazonAccount, AmazonContext } from './context.js';
import { productionHosts } from './hosts.js';
import { createProtocol, grantlessScopes } from './protocol.js';
import { quotasFor } from './quotas.js';
import type { ResolvedSettings } from './settings.js';
import { toCredentialStore } from './token-store.js';

const openTransport = (settings: ResolvedSettings, account: AmazonAccount): Transport => {
  const { clock = systemClock } = settings;
  const key = `${account.marketplace}:${account.environment}:${account.sellerId}`;
  return createTransport({
    ...wireSettings(settings),
    protocol: createProtocol(settings, () => clock.now()),
    baseUrl: settings.baseUrl,
    clock,
    tokens: toCredentialStore(settings.tokens, { seller: key, grantless: Object.keys(grantlessScopes) }),
    secrets: [settings.clientSecret],
    quotas: quotasFor(settings.baseUrl),
  });
};

/** Opens what all operations of one adapter share. Nothing is sent. */
export const createContext = (settings: ResolvedSettings): AmazonContext => {
  const account = { marketplace, environment: environmentOf(settings.baseUrl, productionHosts), sellerId: settings.sellerId };
  const transport = openTransport(settings, account);
  return {
    transport,
    clock: settings.clock ?? systemClock,
    settings,
    account,
    caseStore: settings.caseStore ?? createMemoryCaseStore(),
    drift: transport.drift,
    cancelledReports: new Set(),
    sending: { timeoutInMs: settings.timeoutInMs ?? defaultTimeoutInMs, maxRetries: settings.maxRetries ?? defaultMaxRetries },
  };
};
