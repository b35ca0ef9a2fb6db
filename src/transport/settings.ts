import * as z from 'zod';
import { ConfigurationError, type Issue } from '../core/errors/caller-errors.js';
import { isInstant, type Clock, type Instant } from '../core/time.js';
import { toInputIssues } from '../core/input-issues.js';
import type { ConnectionAgent } from './agents.js';
import type { OnDrift } from './drift.js';
import type { HttpClient } from './http-client.js';
import type { Log } from './log.js';
import { isTokenStore, type TokenStore, type Tokens } from './tokens.js';

/** What every adapter can be given. */
export interface CommonSettings {
  /** Plain tokens are kept in memory; give a store wherever refresh tokens are single-use. */
  readonly tokens: Tokens | TokenStore;
  /** Another host than production, such as a sandbox. Ids of cases then say `sandbox`. */
  readonly baseUrl?: string | undefined;
  /** Default: the machine's clock. */
  readonly clock?: Clock | undefined;
  /** A pino logger, or anything with its methods. Lines are redacted. */
  readonly log?: Log | undefined;
  /** Told once of each word or shape that this version does not know. */
  readonly onDrift?: OnDrift | undefined;
  /** For each attempt on the wire. Default 30 000. */
  readonly timeoutInMs?: number | undefined;
  /** Attempts after the first one, where repeating is allowed. Default 3. */
  readonly maxRetries?: number | undefined;
  /** For client certificates or a private authority. */
  readonly agent?: ConnectionAgent | undefined;
  /** `http://user:password@proxy:8080`. The environment's proxy variables are not read. */
  readonly proxy?: string | undefined;
  /** Replaces the network altogether; `agent` and `proxy` are then its own affair. */
  readonly httpClient?: HttpClient | undefined;
}

type WireSettings = Pick<CommonSettings, 'timeoutInMs' | 'maxRetries' | 'httpClient' | 'agent' | 'proxy' | 'log' | 'onDrift'>;

/** The settings that the transport takes as they are. */
export const wireSettings = (settings: CommonSettings): WireSettings => {
  const { timeoutInMs, maxRetries, httpClient, agent, proxy, log, onDrift } = settings;
  return { timeoutInMs, maxRetries, httpClient, agent, proxy, log, onDrift };
};

const hasMethods =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'function');

const isHttpAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const instant = z.lazy(() => z.custom<Instant>(isInstant, 'expected an instant such as 2026-01-31T12:00:00.000Z'));

export const tokensSchema = z.lazy(() =>
  z.strictObject({
    accessToken: z.string().min(1),
    refreshToken: z.string().min(1),
    expiresAt: instant,
  }),
);

/** Plain tokens or a store. A union would only say that neither fits; this says what is wrong with what was given. */
export const tokensOrStore = z.lazy(() =>
  z.custom<Tokens | TokenStore>().superRefine((value: unknown, context) => {
    if (isTokenStore(value)) return;
    if (typeof value !== 'object' || value === null) {
      context.addIssue('expected { accessToken, refreshToken, expiresAt } or a TokenStore');
      return;
    }
    for (const { path, message } of tokensSchema.safeParse(value).error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  }),
);

/** Spread into each adapter's `z.strictObject`. As all schemas here it is built when it is first used, not at import. */
export const commonSettingsShape = {
  tokens: tokensOrStore,
  baseUrl: z.lazy(() => z.string().refine(isHttpAddress, 'expected an address such as https://partner.example.com').optional()),
  clock: z.lazy(() => z.custom<Clock>(hasMethods('now', 'sleep'), 'expected a Clock with now and sleep').optional()),
  log: z.lazy(() =>
    z.custom<Log>((value) => typeof value === 'object' && value !== null, 'expected a logger such as pino').optional(),
  ),
  onDrift: z.lazy(() => z.custom<OnDrift>((value) => typeof value === 'function', 'expected a function').optional()),
  timeoutInMs: z.lazy(() => z.int().min(1).max(2_147_483_647).optional()),
  maxRetries: z.lazy(() => z.int().min(0).max(10).optional()),
  agent: z.lazy(() => z.custom<ConnectionAgent>(hasMethods('addRequest'), 'expected an http.Agent or https.Agent').optional()),
  proxy: z.lazy(() => z.string().refine(isHttpAddress, 'expected an address such as http://proxy.example.com:8080').optional()),
  httpClient: z.lazy(() => z.custom<HttpClient>(hasMethods('send'), 'expected an HttpClient with send').optional()),
};

/** Checks an adapter's settings when it is made. Throws `ConfigurationError` that names each wrong setting, and shows no value. */
export const parseSettings = <Settings>(schema: z.ZodType<Settings>, settings: unknown, marketplace: string): Settings => {
  const checked = schema.safeParse(settings);
  const issues = checked.success ? exclusionsIn(settings) : toSettingIssues(checked.error, schema);
  if (checked.success && issues.length === 0) return checked.data;
  throw new ConfigurationError(`the ${marketplace} settings are wrong`, { marketplace, issues });
};

const toSettingIssues = (error: z.ZodError, schema: z.ZodType): readonly Issue[] => {
  const object = schema instanceof z.ZodLazy ? schema.unwrap() : schema;
  const known = object instanceof z.ZodObject ? Object.keys(object.shape) : [];
  const strangers = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.map((key) => toStrangerIssue(key, known)) : [],
  );
  const others = error.issues.filter((issue) => issue.code !== 'unrecognized_keys' || issue.path.length > 0);
  return [...strangers, ...toInputIssues(others, 'settings')];
};

const toStrangerIssue = (key: string, known: readonly string[]): Issue => {
  const meant = known.find((name) => plain(name) === plain(key));
  return { path: `settings.${key}`, message: `no such setting${meant === undefined ? '' : `, did you mean ${meant}?`}` };
};

const plain = (name: string): string => name.replace(/[_-]/g, '').toLowerCase();

/** Settings of which one would silently switch off the other. */
const exclusionsIn = (settings: unknown): readonly Issue[] => {
  const given = (['httpClient', 'agent', 'proxy'] as const).filter(
    (name) => typeof settings === 'object' && settings !== null && Reflect.get(settings, name) !== undefined,
  );
  return given
    .slice(1)
    .map((name) => ({ path: `settings.${name}`, message: `has no effect beside ${given[0] ?? ''}: give only one` }));
};
