import type { EmulatorContext } from '../emulator.js';
import { toInstant } from '../instant.js';
import { createRandom } from '../random.js';
import { createAuthorizationCodes } from './authorization-codes.js';
import { createEnvelopes } from './envelope.js';
import { createIssueStore, type IssueStore } from './issue-store.js';
import { days } from './lifecycle/durations.js';
import type { Waits } from './lifecycle/change.js';
import { createOrderStore } from './order-store.js';
import type { IssueRecord, Seconds } from './record.js';
import { createReverseOrderStore } from './reverse-orders.js';
import { seedIssues } from './seed/seed-issues.js';
import { seedOrders } from './seed/seed-orders.js';
import { seedCancelRequests, seedReverseOrders } from './seed/seed-reverse-orders.js';
import { sellerList, sellers } from './sellers.js';
import { toAliExpressApp, type AliExpressSandboxSettings } from './settings.js';
import { createTokenBook, type TokenBook } from './tokens.js';
import type { AliExpressWorld } from './world.js';

interface Refund {
  readonly at: Seconds;
  readonly sellerId: string;
  readonly caseId: string;
  readonly minor: number;
  readonly currency: string;
  readonly cause: string;
}

const refundInto =
  ({ ledger }: EmulatorContext) =>
  ({ at, sellerId, caseId, minor, currency, cause }: Refund): void =>
    ledger.add({
      at: toInstant(at * 1000),
      marketplace: 'aliexpress',
      kind: 'refund',
      sellerId,
      caseId,
      amount: { minor, currency },
      cause,
    });

/** As the real ones look: a machine in hexadecimal, then digits. */
const createRequestIds = (seed: number): (() => string) => {
  const prefix = `21${createRandom('aliexpress request ids', seed).hex(6)}17`;
  let count = 0;
  return () => {
    count += 1;
    return prefix + String(count).padStart(16, '0');
  };
};

const storeIssues = (records: readonly IssueRecord[], waits: Waits, refund: (refund: Refund) => void): IssueStore =>
  createIssueStore({
    records,
    waits,
    pay: ({ record, amountMinor, cause, at }) =>
      refund({
        at,
        sellerId: record.seller.sellerId,
        caseId: record.issueId,
        minor: amountMinor,
        currency: record.claim.currency,
        cause,
      }),
  });

const issueAll = (tokens: TokenBook, settings: AliExpressSandboxSettings, at: number): void => {
  for (const seller of sellerList) tokens.issue(seller, at, settings.tokens?.[seller.name]);
};

/** The emulated AliExpress at the moment the sandbox starts: every seller has let the app in and holds a pair of tokens. */
export const createWorld = (context: EmulatorContext, settings: AliExpressSandboxSettings): AliExpressWorld => {
  const app = toAliExpressApp(settings, context);
  const { value: seed, cases } = context.seed;
  const startsAt = Math.floor(context.clock.now() / 1000);
  const waits: Waits = { address: days(settings.addressTimeInDays ?? 5), receipt: days(settings.receiptTimeInDays ?? 30) };
  const records = sellerList.flatMap((seller) => seedIssues(seller, { seed, cases, startsAt, waits }));
  const refund = refundInto(context);
  const issues = storeIssues(records, waits, refund);
  const tokens = createTokenBook(seed, app);
  issueAll(tokens, settings, context.clock.now());
  return {
    app,
    sellers,
    tokens,
    codes: createAuthorizationCodes(seed, app.appKey),
    issues,
    orders: createOrderStore(seedOrders(records, sellerList, { seed, startsAt }), issues),
    reverseOrders: createReverseOrderStore(
      seedReverseOrders(sellers.arise, { seed, startsAt }),
      seedCancelRequests(sellers.arise),
    ),
    envelopes: createEnvelopes(createRequestIds(seed)),
    refundOrder: ({ orderId, seller, lines }, at) => {
      for (const { amountMinor, currency } of lines)
        refund({ at, sellerId: seller.sellerId, caseId: orderId, minor: amountMinor, currency, cause: 'cancel' });
    },
    refundReverseLine: ({ order, line, at }) =>
      refund({
        at,
        sellerId: order.seller.sellerId,
        caseId: line.lineId,
        minor: line.refundMinor,
        currency: 'EUR',
        cause: 'reverse-order',
      }),
  };
};
