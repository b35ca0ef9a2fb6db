import { defineAdapter, type DefinedAdapter } from '../../core/adapter.js';
import type { CaseOperations } from '../../core/operations.js';
import { absent } from './absent.js';
import type { AmazonContext } from './context.js';
import { createContext } from './create-context.js';
import { createNative, type AmazonNative } from './native/index.js';
import { listCases } from './operations/list.js';
import { messageBuyer } from './operations/message.js';
import { getOrder } from './operations/orders.js';
import { getCase } from './operations/read-case.js';
import { refundCase } from './operations/refund.js';
import { settleAttempt } from './operations/settle.js';
import { trackCase } from './operations/track.js';
import { resolveSettings, type AmazonSettings } from './settings.js';

type AmazonCases = Pick<CaseOperations, 'list' | 'get' | 'refund' | 'message' | 'track' | 'settle'>;

/** One Amazon seller in one region. What it can do is in its type; why it cannot do the rest is in `absent`. */
export type AmazonAdapter = DefinedAdapter<AmazonCases, AmazonNative>;

const createCases = (context: AmazonContext): AmazonCases => ({
  list: listCases(context),
  get: (id, options) => getCase(context, id, options),
  refund: refundCase(context),
  message: messageBuyer(context),
  track: trackCase(context),
  settle: settleAttempt(context),
});

/**
 * Connects to one Amazon seller in one region. Settings are checked here: `ConfigurationError` names each wrong one. Nothing is sent
 * before the first call.
 *
 * Amazon has no cases: they are put together from reports, returns and money, and kept in `caseStore`. Give a store that outlives the
 * process, or reports are read again after each restart, at one a minute.
 *
 * @example
 * const amazon = createAmazonAdapter({
 *   clientId,
 *   clientSecret,
 *   sellerId: 'A3ABCDEFGHIJKL',
 *   marketplaceIds: ['ATVPDKIKX0DER'],
 *   region: 'na',
 *   tokens: { refreshToken },
 *   caseStore: createFileCaseStore('/var/lib/my-tool/amazon-cases'),
 * });
 * for await (const summary of amazon.cases.list()) console.log(summary.id, summary.phase);
 */
export const createAmazonAdapter = (settings: AmazonSettings): AmazonAdapter => {
  const context = createContext(resolveSettings(settings));
  return defineAdapter({
    ...context.account,
    clock: context.clock,
    cases: createCases(context),
    absent,
    nativeFilters: ['openedFrom', 'openedUntil'],
    orders: { get: getOrder(context) },
    native: createNative(context),
  });
};
