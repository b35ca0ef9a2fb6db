import type { Money } from '../../core/money.js';
import type { Instant } from '../../core/time.js';
import type { Ledger } from '../ledger.js';
import type { LoggedRequest } from '../request-log.js';
import type { MoneyEventKind } from './money-book.js';
import type { AmazonRegion } from './sellers.js';

/** The made-up credentials of one seller. `tokens` are those issued last, also after the client refreshed them. */
export interface AmazonAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sellerId: string;
  readonly marketplaceIds: readonly string[];
  readonly region: AmazonRegion;
  readonly tokens: { readonly accessToken: string; readonly refreshToken: string; readonly expiresAt: Instant };
}

/** One return as the sandbox knows it, for tests to choose from and to compare with. */
export interface AmazonCaseSnapshot {
  /** Which of Amazon's sources shows it: the seller-fulfilled report, the External Fulfillment API alone, or the FBA report. */
  readonly source: 'seller-fulfilled' | 'external' | 'fba';
  readonly orderId: string;
  readonly orderItemId: string;
  readonly sku: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly region: AmazonRegion;
  /** The stage of life the case was made to show, such as `delivered`; for the other sources its own kind of row. */
  readonly scenario: string;
  /** In the source's own word. */
  readonly status: string;
  readonly reason: string;
  readonly quantity: number;
  readonly requestedAt: Instant;
  readonly updatedAt: Instant;
  readonly rmaId?: string;
  /** Where the External Fulfillment API knows it too. */
  readonly externalReturnId?: string;
  readonly externalStatus?: string;
  readonly resolution?: string;
  readonly returnType?: string;
  readonly labelPayer?: string;
  readonly claim?: 'none' | 'open' | 'granted' | 'denied';
  readonly safeTState?: string;
  readonly deliveredAt?: Instant;
  /** When Amazon refunds by itself; absent while that time does not run. */
  readonly refundDueAt?: Instant;
  readonly paid: Money;
  /** What the buyer got back for the line, also before the sandbox started. */
  readonly refunded: Money;
  /** Who gave it back. */
  readonly refundedBy?: 'seller' | 'amazon' | 'claim' | 'chargeback';
}

/** One movement of money, as Finances will show it from `visibleAt` on. */
export interface AmazonMoneyEvent {
  readonly id: string;
  readonly kind: MoneyEventKind;
  readonly sellerId: string;
  readonly orderId: string;
  readonly orderItemIds: readonly string[];
  readonly at: Instant;
  readonly visibleAt: Instant;
  /** To the buyer, or for `safe-t` to the seller. */
  readonly amount: Money;
  readonly cause: string;
}

/** A message that went to a buyer. Amazon never shows it again; only the test can see what was sent. */
export interface AmazonMessage {
  readonly orderId: string;
  readonly kind: string;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly at: Instant;
}

/** An order shipped for another shop, to create a return for. */
export interface AmazonFulfillmentOrder {
  readonly sellerFulfillmentOrderId: string;
  readonly sellerFulfillmentOrderItemId: string;
  readonly amazonShipmentId: string;
  readonly sku: string;
  readonly quantity: number;
}

/** The emulated Amazon: what a test needs of it beyond HTTP. */
export interface AmazonSandbox {
  /** The Selling Partner API of all regions: the token says which seller speaks. */
  readonly baseUrl: string;
  /** The whole URL of Login with Amazon's token endpoint. */
  readonly authUrl: string;
  /** The American seller, which holds a case of nearly every kind. */
  readonly account: AmazonAccount;
  readonly accounts: Readonly<Record<AmazonRegion, AmazonAccount>>;
  cases(): readonly AmazonCaseSnapshot[];
  moneyEvents(): readonly AmazonMoneyEvent[];
  fulfillmentOrders(region?: AmazonRegion): readonly AmazonFulfillmentOrder[];
  /** What was sent to buyers; Amazon itself never shows it. */
  messages(): readonly AmazonMessage[];
  requests(): readonly LoggedRequest[];
  ledger(): Ledger;
  /** A new access token for a seller, as a refresh would give it. */
  issueTokens(region?: AmazonRegion): AmazonAccount['tokens'];
  /** The one-time code of the authorization page (`spapi_oauth_code`). */
  issueAuthorizationCode(region?: AmazonRegion): string;
  /** The seller takes the authorization back: refreshing answers `invalid_grant` from then on. */
  revokeAuthorization(region?: AmazonRegion): void;
  /** Ends every access token at once; refresh tokens live on. */
  expireTokens(): void;
}
