import type { Instant } from '../../core/time.js';
import type { Money } from '../../core/money.js';
import type { Ledger } from '../ledger.js';
import type { LoggedRequest } from '../request-log.js';
import type { PushRecord } from './pushes.js';
import type { ReturnStatus } from './record.js';
import type { ShopeeRegion } from './regions.js';

/** The made-up credentials of one shop. `tokens` are those issued last, also after the client refreshed them. */
export interface ShopeeAccount {
  readonly partnerId: number;
  readonly partnerKey: string;
  readonly pushKey: string;
  readonly shopId: number;
  readonly region: ShopeeRegion;
  readonly tokens: { readonly accessToken: string; readonly refreshToken: string; readonly expiresAt: Instant };
}

/** One return as the sandbox knows it, for tests to choose from and to compare with. */
export interface ShopeeCaseSnapshot {
  readonly returnSn: string;
  readonly orderSn: string;
  readonly shopId: number;
  readonly region: ShopeeRegion;
  /** The stage of life the case was made to show, such as `requested` or `inspection-urgent`. */
  readonly scenario: string;
  readonly status: ReturnStatus;
  readonly reason: string;
  readonly solution: 'RETURN_REFUND' | 'REFUND';
  readonly negotiationStatus: string;
  readonly proofStatus: string;
  readonly compensationStatus: string;
  readonly logisticsStatus: string;
  readonly refund: Money;
  /** What the buyer was paid since the case began, also before the sandbox started. */
  readonly paid: Money;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** The seller's deadlines; absent while they do not run. */
  readonly dueAt?: Instant;
  readonly sellerDueAt?: Instant;
}

/** The emulated Shopee: what a test needs of it beyond HTTP. */
export interface ShopeeSandbox {
  /** Without `/api/v2`. */
  readonly baseUrl: string;
  /** The first shop: Singapore, which holds a case of nearly every kind. */
  readonly account: ShopeeAccount;
  /** One shop per site. */
  readonly accounts: Readonly<Record<ShopeeRegion, ShopeeAccount>>;
  /** A main account, whose code authorizes all shops and the merchant at once. */
  readonly mainAccountId: number;
  readonly merchantId: number;
  cases(): readonly ShopeeCaseSnapshot[];
  requests(): readonly LoggedRequest[];
  ledger(): Ledger;
  pushes(): readonly PushRecord[];
  /** Resolves when every push so far is delivered or lost. */
  settlePushes(): Promise<void>;
  /** Where return pushes go from now on, loopback only; `undefined` stops them. */
  sendPushesTo(url: string | undefined): void;
  /** Ends every access token at once; refresh tokens live on. */
  expireTokens(): void;
  /** What Shopee would send to a seller whose token exchange failed: a one-time code for get_token_by_resend_code. */
  issueResendCode(): string;
}
