import { toInstant } from '../../../src/core/time.js';
import type { Clock } from '../../../src/core/time.js';
import { createContext } from '../../../src/marketplaces/amazon/create-context.js';
import * as external from '../../../src/marketplaces/amazon/endpoints/external-returns.js';
import * as feeds from '../../../src/marketplaces/amazon/endpoints/feeds.js';
import * as finances from '../../../src/marketplaces/amazon/endpoints/finances.js';
import * as messaging from '../../../src/marketplaces/amazon/endpoints/messaging.js';
import * as orders from '../../../src/marketplaces/amazon/endpoints/orders.js';
import * as reports from '../../../src/marketplaces/amazon/endpoints/reports.js';
import { toOrder } from '../../../src/marketplaces/amazon/mappers/order.js';
import { observeFinancialEvents } from '../../../src/marketplaces/amazon/merge/observe-money.js';
import { observeExternalReturn } from '../../../src/marketplaces/amazon/merge/observe-returns.js';
import { observeTransaction } from '../../../src/marketplaces/amazon/merge/observe-transactions.js';
import { resolveSettings } from '../../../src/marketplaces/amazon/settings.js';
import { wireExternalReturn } from '../../../src/marketplaces/amazon/wire/external-returns.js';
import type { WireUnderTest } from 'aftersale/testing';
import { endpointsOf, once, safe, wireOver, type WireCall } from '../wire-calls.js';

export const clientSecret = 'amzn1.oa2-cs.v1.test-secret-0123456789';
export const accessToken = 'Atza|test-access-token';
export const refreshToken = 'Atzr|test-refresh-token';

export const settingsFor = (baseUrl: string, clock: Clock) =>
  ({
    clientId: 'amzn1.application-oa2-client.test',
    clientSecret,
    sellerId: 'A3TESTSELLER',
    marketplaceIds: ['ATVPDKIKX0DER'],
    region: 'na',
    tokens: { accessToken, refreshToken, expiresAt: toInstant(clock.now() + 14_400_000) },
    baseUrl,
    authUrl: baseUrl,
    clock,
  }) as const;

const readAt = toInstant('2026-11-21T00:00:00Z');

/** The wire calls that cases are made of, with what is made of their answers. */
const wireCalls: readonly WireCall[] = [
  safe(external.listReturns, ['list'], (page) =>
    (page.returns ?? []).flatMap((row) => observeExternalReturn(wireExternalReturn.parse(row), readAt)),
  ),
  safe(external.getReturn, ['get', 'track'], (wire) => observeExternalReturn(wire, readAt)),
  safe(finances.listFinancialEvents, ['list'], ({ events }) => observeFinancialEvents(events, readAt)),
  safe(finances.listFinancialEventsByOrderId, ['get', 'settle'], ({ events }) => observeFinancialEvents(events, readAt)),
  safe(finances.listTransactions, ['list'], ({ transactions }) =>
    transactions.flatMap((transaction) => observeTransaction(transaction, readAt)),
  ),
  safe(reports.createReport, ['list']),
  safe(reports.getReport, ['list']),
  safe(reports.getReportDocument, ['list']),
  safe(orders.getOrder, ['orders.get', 'get'], toOrder),
  safe(feeds.getFeed, ['settle']),
  once(feeds.createFeed, ['refund']),
  once(messaging.sendMessage, ['message']),
];

export const endpointsUnderTest = endpointsOf(wireCalls);

/** The calls by name, through the real transport. */
export const createWire = (baseUrl: string, clock: Clock): WireUnderTest & { readonly close: () => void } => {
  return wireOver(createContext(resolveSettings(settingsFor(baseUrl, clock))).transport, wireCalls);
};
