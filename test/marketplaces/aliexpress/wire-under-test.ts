import { createMemoryTokenStore } from '../../../src/transport/tokens.js';
import { createTransport } from '../../../src/transport/transport.js';
import type { Clock } from '../../../src/core/time.js';
import { toInstant } from '../../../src/core/time.js';
import type { WireUnderTest } from 'aftersale/testing';
import * as reads from '../../../src/marketplaces/aliexpress/endpoints/issue-reads.js';
import * as writes from '../../../src/marketplaces/aliexpress/endpoints/issue-writes.js';
import * as orders from '../../../src/marketplaces/aliexpress/endpoints/orders.js';
import * as reverse from '../../../src/marketplaces/aliexpress/endpoints/reverse.js';
import * as tokenCalls from '../../../src/marketplaces/aliexpress/endpoints/tokens.js';
import { createCaseIds } from '../../../src/core/account-ids.js';
import { toCase, type MappingContext } from '../../../src/marketplaces/aliexpress/mappers/case.js';
import { createKnownReasons } from '../../../src/marketplaces/aliexpress/mappers/reason.js';
import { toOrder } from '../../../src/marketplaces/aliexpress/mappers/order.js';
import { toSummary } from '../../../src/marketplaces/aliexpress/mappers/summary.js';
import { createProtocol } from '../../../src/marketplaces/aliexpress/protocol.js';
import { defaultAnswerable } from '../../../src/marketplaces/aliexpress/settings.js';
import { endpointsOf, once, safe, wireOver, type WireCall } from '../wire-calls.js';

export const appKey = '12345678';
export const appSecret = 'helloworld';
export const sellerId = '1000000001';
export const accessToken = '50000700a1b2c3d4e5f60718293a4b5c';
export const refreshToken = '50001701a1b2c3d4e5f60718293a4b5c';
export const buyerLoginId = 'mx170775425vyrae';
export const account = { marketplace: 'aliexpress', environment: 'live', sellerId } as const;

export const mapping: MappingContext = {
  account,
  toId: createCaseIds(account),
  answerable: defaultAnswerable,
  reasons: createKnownReasons(),
  drift: { report: () => undefined },
};

/** Every wire call of the adapter, with what its operations make of the answer. */
export const wireCalls: readonly WireCall[] = [
  safe(reads.getIssueList, ['list', 'get', 'settle'], ({ total, rows, unreadable }) => ({
    total,
    cases: rows.map((row) => toSummary(row, mapping)),
    unreadable: unreadable.map(({ issues }) => issues),
  })),
  safe(reads.getIssueDetail, ['get', 'settle', 'accept', 'offer', 'acceptOffer', 'submitEvidence'], (wire, { issueId }) =>
    wire === undefined ? null : toCase(issueId, wire, mapping),
  ),
  once(writes.agreeToSolution, ['accept', 'acceptOffer']),
  once(writes.saveSolution, ['offer']),
  once(writes.uploadImage, ['submitEvidence']),
  safe(orders.findOrder, ['orders.get'], (wire, { orderId }) => (wire === undefined ? null : toOrder(orderId, wire))),
  safe(orders.getOrderList, ['native']),
  safe(orders.getReturnAddresses, ['native']),
  once(orders.extendReceipt, ['native']),
  safe(orders.getEvaluations, ['native']),
  once(orders.replyToEvaluation, ['native']),
  once(orders.acceptCancellation, ['native']),
  once(orders.refuseCancellation, ['native']),
  safe(reverse.queryReverseOrders, ['native']),
  safe(reverse.listReverseReasons, ['native']),
  once(reverse.updateReverseOrder, ['native']),
  once(reverse.answerReverseCancellation, ['native']),
  once(tokenCalls.createToken, ['native']),
  once(tokenCalls.refreshToken, ['native']),
];

export const endpointsUnderTest = endpointsOf(wireCalls);

export const signatureParameters = ['app_key', 'v', 'timestamp', 'format', 'session', 'sign_method', 'simplify', 'sign'];

/** The calls by name, through the real transport. */
export const createWire = (baseUrl: string, clock: Clock): WireUnderTest & { readonly close: () => void } => {
  const transport = createTransport({
    protocol: createProtocol({ appKey, appSecret }, { now: () => clock.now() }),
    baseUrl,
    clock,
    tokens: {
      store: createMemoryTokenStore({ seller: { accessToken, refreshToken, expiresAt: toInstant(clock.now() + 86_400_000) } }),
      keys: { seller: 'seller' },
    },
    secrets: [appSecret],
  });
  return { signatureParameters, ...wireOver(transport, wireCalls) };
};
