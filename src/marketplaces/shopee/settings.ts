import * as z from 'zod';
import { commonSettingsShape, parseSettings, type CommonSettings } from '../../transport/settings.js';
import { isTokenStore } from '../../transport/tokens.js';
import { marketplace } from './classify.js';
import type { ListStrategy } from './context.js';
import { shopeeHostNames, shopeeHosts, type ShopeeHost } from './hosts.js';

/** In which states `confirm` is offered as `accept`. */
export interface ConfirmMatrix {
  /** Words of the return's status. */
  readonly statuses: readonly string[];
  /** 0: after delivery. 1: while in transit. 2: refused at the door. */
  readonly requestTypes: readonly number[];
}

/** Settings of one shop. */
export interface ShopeeSettings extends CommonSettings {
  /** The application's number from the console. */
  readonly partnerId: string | number;
  /** The application's secret, used whole: a leading `shpk` belongs to it. */
  readonly partnerKey: string;
  readonly shopId: string | number;
  /**
   * The merchant of a cross-border seller, for `native.request` with `credential: 'merchant'`. Its tokens are its own: `tokens` must
   * then be a store that holds them under `shopee:<live|sandbox>:merchant:<merchantId>`.
   */
  readonly merchantId?: string | number | undefined;
  /** Where the shop's data is served from. Default `global`; `baseUrl` overrides it. */
  readonly host?: ShopeeHost | undefined;
  /** ISO 3166 country of the shop's site, for a currency that does not tell it. */
  readonly site?: string | undefined;
  /** Sent to Shopee with each dispute and its withdrawal, as who acted. */
  readonly operatorEmail?: string | undefined;
  /**
   * What pushes are signed with. Shopee's guide names the partner key, the console also shows a push key of its own; which one signs
   * is not confirmed, so it can be set. Default: `partnerKey`.
   */
  readonly pushKey?: string | undefined;
  /** The callback address exactly as it is configured at Shopee: it is part of what is signed, a trailing slash too. */
  readonly pushUrl?: string | undefined;
  /** `body-only` verifies as some integrations report it, against Shopee's guide. Default `url-and-body`. */
  readonly pushSignature?: 'url-and-body' | 'body-only' | undefined;
  /**
   * `windows` (default) reads the list in 15-day windows. `unfiltered` reads it backwards without a time filter: Shopee's filter was
   * measured to shift by about 13 days and to leave periods out on some Indonesian shops.
   */
  readonly listStrategy?: ListStrategy | undefined;
  /**
   * When `confirm` may be called is documented by its errors only. Default: status REQUESTED and request type 0. Another status
   * is offered only while the buyer still has the goods.
   */
  readonly confirm?: Partial<ConfirmMatrix> | undefined;
  /** Default 50 for each operation: Shopee publishes no rate; 100 in all was measured to be stable, 200 was not. */
  readonly callsPerSecond?: number | undefined;
}

const largestId = 4_294_967_295;

/** Shopee: "should be an integer between 0 and 4294967295". */
const identifier = z.lazy(() =>
  z
    .union([z.int(), z.string().regex(/^\d{1,10}$/)], 'expected a whole number, as a number or in digits')
    .refine((value) => Number(value) > 0 && Number(value) <= largestId, `expected 1 to ${largestId}`),
);

const secret = z.lazy(() => z.string().min(1, 'expected the key from the console'));

const fields = () =>
  z.strictObject({
    ...commonSettingsShape,
    partnerId: identifier,
    partnerKey: secret,
    shopId: identifier,
    merchantId: identifier.optional(),
    host: z.enum(shopeeHostNames).optional(),
    site: z
      .string()
      .regex(/^[A-Z]{2}$/, 'expected two capital letters such as SG')
      .optional(),
    operatorEmail: z
      .string()
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'expected an e-mail address')
      .optional(),
    pushKey: secret.optional(),
    pushUrl: z
      .string()
      .refine((text) => URL.canParse(text), 'expected the callback address as configured at Shopee')
      .optional(),
    pushSignature: z.enum(['url-and-body', 'body-only']).optional(),
    listStrategy: z.enum(['windows', 'unfiltered']).optional(),
    confirm: z
      .strictObject({ statuses: z.array(z.string().min(1)).optional(), requestTypes: z.array(z.int()).optional() })
      .optional(),
    callsPerSecond: z.number().positive().max(1000).optional(),
  });

/** Plain tokens are the shop's; the first renewal of the merchant's would have nothing to spend. */
const schema = z.lazy(() =>
  fields().refine(({ merchantId, tokens }) => merchantId === undefined || isTokenStore(tokens), {
    path: ['tokens'],
    message: 'expected a TokenStore that holds the tokens of the merchant too',
  }),
);

/** The settings with every default filled in. */
export interface ResolvedSettings extends Omit<ShopeeSettings, 'confirm' | 'merchantId'> {
  readonly partnerId: string;
  readonly shopId: string;
  readonly merchantId: string | undefined;
  readonly baseUrl: string;
  readonly pushSignature: 'url-and-body' | 'body-only';
  readonly listStrategy: ListStrategy;
  readonly confirm: ConfirmMatrix;
}

/** Checks the settings; throws `ConfigurationError` with the path of each wrong one. */
export const resolveSettings = (given: ShopeeSettings): ResolvedSettings => {
  const settings = parseSettings<z.infer<typeof schema>>(schema, given, marketplace);
  return {
    ...settings,
    partnerId: String(Number(settings.partnerId)),
    shopId: String(Number(settings.shopId)),
    merchantId: settings.merchantId === undefined ? undefined : String(Number(settings.merchantId)),
    baseUrl: (settings.baseUrl ?? shopeeHosts[settings.host ?? 'global']).replace(/\/+$/, ''),
    pushSignature: settings.pushSignature ?? 'url-and-body',
    listStrategy: settings.listStrategy ?? 'windows',
    confirm: {
      statuses: settings.confirm?.statuses ?? ['REQUESTED'],
      requestTypes: settings.confirm?.requestTypes ?? [0],
    },
  };
};
