import * as z from 'zod';
import type { CaseStore } from '../../core/case-store.js';
import { toInstant } from '../../core/time.js';
import { commonSettingsShape, parseSettings, tokensOrStore, type CommonSettings } from '../../transport/settings.js';
import { isTokenStore, type TokenStore, type Tokens } from '../../transport/tokens.js';
import { marketplace } from './classify.js';
import { amazonHosts, amazonRegions, loginAddress, type AmazonRegion } from './hosts.js';
import { amazonMarketplaces, hasTaxInPrices } from './marketplaces.js';
import { longestUserAgent, ownName, userAgentOf, type AmazonApplicationName } from './user-agent.js';

/** Settings of one seller account in one region. */
export interface AmazonSettings extends Omit<CommonSettings, 'tokens'> {
  /** `amzn1.application-oa2-client.…` */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The seller's id (merchant token), such as `A3XXXXXXXXXXXX`. */
  readonly sellerId: string;
  /** The stores to work on, one at least, all of the region. */
  readonly marketplaceIds: readonly string[];
  readonly region: AmazonRegion;
  /** The refresh token alone is enough; it does not change with use. */
  readonly tokens: { readonly refreshToken: string } | Tokens | TokenStore;
  /** The token service, for a sandbox. Default: Login with Amazon. */
  readonly authUrl?: string | undefined;
  /** Where merged cases are kept. Default: in memory, so that reports are read again and ids minted anew after a restart. */
  readonly caseStore?: CaseStore | undefined;
  /** How your application names itself; Amazon asks for it in each call. Default: this package. */
  readonly application?: AmazonApplicationName | undefined;
  /**
   * `included`: a refund names tax within the price, because Amazon refuses it apart. Default: `apart` where all stores are in the
   * United States or Canada, otherwise `included`.
   */
  readonly tax?: 'included' | 'apart' | undefined;
  /** What refund feeds name as `MerchantIdentifier`. Default: `sellerId`; how Amazon checks it is not confirmed. */
  readonly merchantIdentifier?: string | undefined;
  /** How long a report may take before its reading stops; it can be taken up again. Default 900 000. */
  readonly reportTimeoutInMs?: number | undefined;
  /** The most that a report may unpack to. Default 4 GiB. */
  readonly maxReportInBytes?: number | undefined;
}

const text = (what: string): z.ZodString => z.string().min(1, `expected ${what}`);
const identifier = (what: string): z.ZodString => z.string().regex(/^[A-Z0-9]{5,32}$/, `expected ${what}`);

const refreshTokenOnly = z.lazy(() => z.strictObject({ refreshToken: z.string().min(1) }));

/** The general check says what is wrong; a lone refresh token is right here only. */
const tokens = z.lazy(() =>
  z.custom<AmazonSettings['tokens']>().superRefine((given: unknown, context) => {
    if (refreshTokenOnly.safeParse(given).success) return;
    for (const { path, message } of tokensOrStore.safeParse(given).error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  }),
);

const isStore = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['add', 'read', 'groups', 'readMark', 'writeMark', 'swapMark'].every((name) => typeof Reflect.get(value, name) === 'function');

const schema = z.lazy(() =>
  z
    .strictObject({
      ...commonSettingsShape,
      tokens,
      clientId: text('the client id of the application'),
      clientSecret: text('the client secret of the application'),
      sellerId: identifier('a seller id such as A3ABCDEFGHIJKL'),
      marketplaceIds: z
        .array(identifier('a marketplace id such as ATVPDKIKX0DER'))
        .min(1, 'expected one marketplace id at least')
        .max(25),
      region: z.enum(amazonRegions),
      authUrl: commonSettingsShape.baseUrl,
      caseStore: z.custom<CaseStore>(isStore, 'expected a CaseStore').optional(),
      application: z.strictObject({ name: text('a name'), version: text('a version') }).optional(),
      tax: z.enum(['included', 'apart']).optional(),
      merchantIdentifier: text('a merchant identifier').optional(),
      reportTimeoutInMs: z.int().min(1).optional(),
      maxReportInBytes: z.int().min(1).optional(),
    })
    .superRefine(({ marketplaceIds, region, application }, context) => {
      for (const [index, id] of marketplaceIds.entries()) {
        const known = amazonMarketplaces.get(id);
        if (known !== undefined && known.region !== region) {
          context.addIssue({
            code: 'custom',
            path: ['marketplaceIds', index],
            message: `is in region ${known.region}, not ${region}`,
          });
        }
      }
      if (application !== undefined && userAgentOf(application).length > longestUserAgent) {
        context.addIssue({
          code: 'custom',
          path: ['application'],
          message: `makes a user-agent of more than ${longestUserAgent} characters`,
        });
      }
    }),
);

/** The settings with every default filled in. */
export interface ResolvedSettings extends Omit<AmazonSettings, 'tokens' | 'application'> {
  readonly tokens: Tokens | TokenStore;
  readonly baseUrl: string;
  readonly authUrl: string;
  readonly userAgent: string;
  readonly tax: 'included' | 'apart';
  readonly merchantIdentifier: string;
  readonly reportTimeoutInMs: number;
  readonly maxReportInBytes: number;
}

const neverIssued = toInstant(0);

const toTokens = (given: AmazonSettings['tokens']): Tokens | TokenStore =>
  isTokenStore(given) || 'accessToken' in given
    ? given
    : { accessToken: '', refreshToken: given.refreshToken, expiresAt: neverIssued };

/** A bare host is taken for the address of the token service on it. */
const toAuthUrl = (address: string): string => {
  const url = new URL(address);
  return url.pathname === '/' ? new URL('/auth/o2/token', url).href : url.href;
};

const taxOf = (marketplaceIds: readonly string[]): 'included' | 'apart' =>
  marketplaceIds.every((id) => !hasTaxInPrices(amazonMarketplaces.get(id)?.country ?? '')) ? 'apart' : 'included';

/** Checks the settings; throws `ConfigurationError` with the path of each wrong one. */
export const resolveSettings = (given: AmazonSettings): ResolvedSettings => {
  const { application, ...settings } = parseSettings<z.infer<typeof schema>>(schema, given, marketplace);
  return {
    ...settings,
    tokens: toTokens(settings.tokens),
    baseUrl: (settings.baseUrl ?? amazonHosts[settings.region]).replace(/\/+$/, ''),
    authUrl: toAuthUrl(settings.authUrl ?? loginAddress),
    userAgent: userAgentOf(application ?? ownName),
    tax: settings.tax ?? taxOf(settings.marketplaceIds),
    merchantIdentifier: settings.merchantIdentifier ?? settings.sellerId,
    reportTimeoutInMs: settings.reportTimeoutInMs ?? 900_000,
    maxReportInBytes: settings.maxReportInBytes ?? 4 * 1024 ** 3,
  };
};
