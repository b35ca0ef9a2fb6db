import { createCaseIds } from '../../core/account-ids.js';
import { defineAdapter, type DefinedAdapter } from '../../core/adapter.js';
import { createMemoryCaseIndex } from '../../core/case-index.js';
import type { CallOptions, CaseQuery } from '../../core/inputs.js';
import type { CaseOperations } from '../../core/operations.js';
import type { Pages } from '../../core/pages.js';
import { systemClock } from '../../transport/clock.js';
import { environmentOf } from '../../transport/environment.js';
import { wireSettings } from '../../transport/settings.js';
import { toTokenStore } from '../../transport/tokens.js';
import { createTransport, type Transport } from '../../transport/transport.js';
import { defaultMaxRetries, defaultTimeoutInMs } from '../../transport/transport-parts.js';
import { absent } from './absent.js';
import { marketplace } from './classify.js';
import type { AliExpressContext } from './context.js';
import { productionHosts } from './hosts.js';
import { createLoginNames, type LoginNames } from './login-names.js';
import { createKnownReasons } from './mappers/reason.js';
import type { AliExpressCaseSummary } from './mappers/summary.js';
import { createNative, type AliExpressNative } from './native/index.js';
import { acceptSolution } from './operations/accept-offer.js';
import { acceptCase } from './operations/accept.js';
import { createBuyers } from './operations/buyers.js';
import { listCases } from './operations/list.js';
import { offerSolution } from './operations/offer.js';
import { getOrder } from './operations/orders.js';
import { getCase } from './operations/read-case.js';
import { settleAttempt } from './operations/settle.js';
import { submitPicture } from './operations/submit-evidence.js';
import { createProtocol } from './protocol.js';
import { resolveSettings, type AliExpressSettings, type ResolvedSettings } from './settings.js';

type SharedCases = Pick<CaseOperations, 'get' | 'accept' | 'offer' | 'acceptOffer' | 'submitEvidence' | 'settle'>;
type Defined = DefinedAdapter<SharedCases & Pick<CaseOperations, 'list'>, AliExpressNative>;

/** One AliExpress seller. What it can do is in its type; why it cannot do the rest is in `absent`. */
export type AliExpressAdapter = Omit<Defined, 'cases' | 'push'> & {
  readonly cases: SharedCases & {
    /** A summary has neither a deadline nor an outcome: the list does not tell them, `client.hydrate` reads them. */
    readonly list: (query?: CaseQuery, options?: CallOptions) => Pages<AliExpressCaseSummary>;
  };
};

const openTransport = (
  settings: ResolvedSettings,
  account: AliExpressContext['mapping']['account'],
  { clean }: LoginNames,
): Transport => {
  const { appKey, appSecret, answerShape, callsPerSecond, clock = systemClock } = settings;
  const key = `${account.marketplace}:${account.environment}:${account.sellerId}`;
  return createTransport({
    ...wireSettings(settings),
    protocol: createProtocol({ appKey, appSecret, answerShape }, { now: () => clock.now(), clean }),
    baseUrl: settings.baseUrl,
    clock,
    tokens: { store: toTokenStore(settings.tokens, key), keys: { seller: key } },
    secrets: [appSecret],
    quotas: { otherwise: { ratePerSecond: callsPerSecond, burst: Math.max(1, callsPerSecond) } },
  });
};

const createContext = (settings: ResolvedSettings): AliExpressContext => {
  const environment = environmentOf(settings.baseUrl, productionHosts);
  const account = { marketplace, environment, sellerId: settings.sellerId };
  const loginNames = createLoginNames();
  const transport = openTransport(settings, account, loginNames);
  return {
    transport,
    clock: settings.clock ?? systemClock,
    mapping: {
      account,
      toId: createCaseIds(account),
      answerable: settings.answerableWhile,
      reasons: createKnownReasons(settings.reasons),
      drift: transport.drift,
    },
    buyers: createBuyers(settings.caseIndex ?? createMemoryCaseIndex(), loginNames),
    channelSellerId: settings.channelSellerId,
    sending: { timeoutInMs: settings.timeoutInMs ?? defaultTimeoutInMs, maxRetries: settings.maxRetries ?? defaultMaxRetries },
  };
};

const createCases = (context: AliExpressContext): AliExpressAdapter['cases'] => ({
  list: listCases(context),
  get: (id, options) => getCase(context, id, options),
  accept: acceptCase(context),
  offer: offerSolution(context),
  acceptOffer: acceptSolution(context),
  submitEvidence: submitPicture(context),
  settle: settleAttempt(context),
});

/**
 * Connects to one AliExpress seller. Settings are checked here: `ConfigurationError` names each wrong one. Nothing is sent before the
 * first call.
 *
 * Give a `CaseIndex` that outlives the process: every call about an issue needs its buyer's login name, and a process that has
 * forgotten it must look through the list first.
 *
 * @example
 * const aliexpress = createAliExpressAdapter({ appKey: '12345678', appSecret, sellerId: '1000000001', tokens: createFileTokenStore(directory) });
 * for await (const summary of aliexpress.cases.list({ open: true })) console.log(summary.id, summary.reason.raw);
 */
export const createAliExpressAdapter = (settings: AliExpressSettings): AliExpressAdapter => {
  const context = createContext(resolveSettings(settings));
  const { account } = context.mapping;
  const cases = createCases(context);
  const adapter: Defined = defineAdapter({
    ...account,
    clock: context.clock,
    cases,
    absent,
    nativeFilters: ['openedFrom', 'openedUntil', 'open'],
    orders: { get: getOrder(context) },
    native: createNative(context),
  });
  return { ...adapter, cases };
};
