import type { Instant } from '../../core/time.js';
import type { Money } from '../../core/money.js';
import type { Ledger } from '../ledger.js';
import type { LoggedRequest } from '../request-log.js';
import type { DetailStatus, IssueStatus, SolutionOwner, SolutionType, TimeoutType } from './record.js';
import type { SellerName } from './sellers.js';

/** Tokens of a seller with the ends of their lives. */
export interface AliExpressTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Instant;
}

/** The made-up credentials of one seller. `tokens` are those issued last, also after the client refreshed them. */
export interface AliExpressAccount {
  readonly appKey: string;
  readonly appSecret: string;
  readonly sellerId: string;
  readonly channelSellerId: string;
  /** `AE_GLOBAL`, or the newer channel whose returns are reverse orders. */
  readonly channel: string;
  readonly tokens: AliExpressTokens;
}

/** One proposal of an issue. */
export interface AliExpressSolutionSnapshot {
  readonly solutionId: string;
  readonly owner: SolutionOwner;
  readonly type: SolutionType;
  readonly status: string;
  readonly amount: Money;
}

/** One issue as the sandbox knows it, for tests to choose from and to compare with. */
export interface AliExpressCaseSnapshot {
  readonly issueId: string;
  readonly orderId: string;
  readonly parentOrderId: string;
  readonly sellerId: string;
  readonly buyerLoginId: string;
  /** The stage of life the issue was made to show, such as `requested` or `arbitration-evidence`. */
  readonly scenario: string;
  readonly status: IssueStatus;
  readonly detailStatus: DetailStatus;
  readonly reason: string;
  readonly solutions: readonly AliExpressSolutionSnapshot[];
  /** What the buyer may get back at most. */
  readonly maximum: Money;
  /** What the buyer was paid since the issue was opened, also before the sandbox started. */
  readonly paid: Money;
  readonly returnAddressId: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** The clock that runs, also where the issue's wire form leaves it out. */
  readonly timeoutType?: TimeoutType;
  readonly dueAt?: Instant;
}

/** The emulated AliExpress: what a test needs of it beyond HTTP. */
export interface AliExpressSandbox {
  /** Without `/sync` and `/rest`. */
  readonly baseUrl: string;
  /** The first seller, who holds an issue of every kind. */
  readonly account: AliExpressAccount;
  /** `neighbor`: another seller of the same app. `arise`: a seller of a newer channel, with reverse orders in place of issues. */
  readonly accounts: Readonly<Record<SellerName, AliExpressAccount>>;
  cases(): readonly AliExpressCaseSnapshot[];
  requests(): readonly LoggedRequest[];
  ledger(): Ledger;
  /** A new pair beside those the seller holds, as a second log-in would bring it. */
  issueTokens(seller?: SellerName): AliExpressTokens;
  /** What the authorization page would send to the callback: valid for 30 minutes and one use. */
  issueCode(seller?: SellerName): string;
  /** Ends every access token at once; refresh tokens live on. */
  expireTokens(): void;
}
