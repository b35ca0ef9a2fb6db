import { AttemptFailure } from './attempt-failure.js';
import type { AttemptParts } from './attempts.js';
import { createAxiosHttpClient } from './axios-http-client.js';
import { toCall, type CallParts } from './call.js';
import { systemClock } from './clock.js';
import { createCorrectedClock } from './corrected-clock.js';
import { createDriftReporter } from './drift.js';
import { exchange } from './exchange.js';
import { createLogWriter, type WriteLog } from './log.js';
import type { TokenCall } from './protocol.js';
import { createQuotas } from './quota.js';
import type { SecretGuard } from './secrets.js';
import { createTokenAccess, type TokenAccess } from './token-access.js';
import { createRenewal } from './token-renewal.js';
import { createMemoryTokenStore } from './tokens.js';
import type { TransportSettings } from './transport.js';

export const defaultTimeoutInMs = 30_000;
export const defaultMaxRetries = 3;
/** A lease shorter than the one call it protects would let a second caller spend the same refresh token. */
const shortestLeaseInMs = 60_000;

/** Puts together what all calls of one adapter share. */
export const createParts = (settings: TransportSettings, guard: SecretGuard): AttemptParts => {
  const { protocol } = settings;
  const clock = settings.clock ?? systemClock;
  const withoutTokens: CallParts = {
    protocol,
    clock,
    baseUrl: settings.baseUrl,
    timeoutInMs: settings.timeoutInMs ?? defaultTimeoutInMs,
    http: settings.httpClient ?? createAxiosHttpClient(settings),
    quotas: createQuotas(settings.quotas ?? {}, clock),
    tokens: noTokens,
    signingClock: createCorrectedClock(clock),
    drift: createDriftReporter(protocol.marketplace, settings.onDrift, guard.cleanText),
  };
  const writeLog = createLogWriter(settings.log, guard.cleanText);
  return {
    ...withoutTokens,
    tokens: createTokens(settings, withoutTokens, { guard, writeLog }),
    maxRetries: settings.maxRetries ?? defaultMaxRetries,
    random: settings.random ?? Math.random,
    writeLog,
  };
};

const noTokens: TokenAccess = {
  carriesToken: () => false,
  current: () => undefined,
  replace: (_credential, refused) => Promise.resolve(refused),
};

const createTokens = (
  { protocol, tokens }: TransportSettings,
  parts: CallParts,
  { guard, writeLog }: { readonly guard: SecretGuard; readonly writeLog: WriteLog },
): TokenAccess => {
  const renewal = createRenewal({
    protocol,
    store: tokens?.store ?? createMemoryTokenStore(),
    leaseInMs: Math.max(shortestLeaseInMs, 2 * parts.timeoutInMs),
    call: createTokenCall(parts),
    onRenewed: (credential) => {
      writeLog('info', { marketplace: protocol.marketplace, credential }, 'the tokens were renewed and stored');
    },
  });
  return createTokenAccess({ keys: tokens?.keys ?? {}, renewal, clock: parts.clock, learnSecret: guard.learn });
};

/** One attempt only: the call that needs the token repeats it if that is allowed, and so the retries do not multiply. */
const createTokenCall =
  (parts: CallParts): TokenCall =>
  async (endpoint, input) => {
    try {
      return await exchange(toCall(endpoint, { input, options: {} }, parts.protocol.marketplace), parts);
    } catch (error) {
      const isLost = error instanceof AttemptFailure && error.fate.type === 'unknown' && endpoint.repeatable === 'once';
      throw error instanceof AttemptFailure && !isLost ? error.error : error;
    }
  };
