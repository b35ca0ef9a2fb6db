import type { EmulatorContext } from '../emulator.js';
import { createAgenda } from './agenda.js';
import { createDocuments } from './documents.js';
import { processFeed } from './feeds/process-feed.js';
import { createFulfillmentOrders } from './fulfillment-orders.js';
import { createJobBook } from './job-book.js';
import { createMessageBook } from './message-book.js';
import { createMoneyBook } from './money-book.js';
import { createPageTokens } from './page-tokens.js';
import { processReport } from './reports/process-report.js';
import { createReturnStore } from './return-store.js';
import { seedMoney } from './seed/seed-money.js';
import { seedSeller } from './seed/seed-seller.js';
import { sellers } from './sellers.js';
import { toAmazonApp, type AmazonSandboxSettings } from './settings.js';
import { createTokenBook } from './tokens.js';
import type { AmazonWorld } from './world.js';

const createGoods = (context: EmulatorContext, lagInMs: number) => {
  const startedAt = context.clock.now();
  const { value: seed, cases } = context.seed;
  const agenda = createAgenda();
  const money = createMoneyBook({ ledger: context.ledger, lagInMs, startedAt });
  const worlds = sellers.map((seller) => seedSeller(seller, { seed, cases, startsAt: startedAt }));
  for (const world of worlds) seedMoney(world, { money, agenda, startsAt: startedAt });
  return {
    agenda,
    money,
    orders: new Map(worlds.flatMap((world) => world.orders.map((order) => [order.orderId, order]))),
    returns: createReturnStore({ records: worlds.flatMap(({ returns }) => returns), agenda, money, startedAt }),
    externalReturns: worlds.flatMap(({ externalReturns }) => externalReturns),
    fbaReturns: worlds.flatMap(({ fbaReturns }) => fbaReturns),
  };
};

/** The emulated Amazon at the moment the sandbox starts: every seller has authorized the app and holds a token. */
export const createWorld = (context: EmulatorContext, settings: AmazonSandboxSettings): AmazonWorld => {
  const { value: seed } = context.seed;
  const startedAt = context.clock.now();
  const app = toAmazonApp(settings, context);
  const goods = createGoods(context, app.financesLagInMs);
  const { agenda, money, orders, returns, fbaReturns } = goods;
  const documents = createDocuments(seed, context.baseUrl);
  const tokens = createTokenBook(seed, sellers);
  for (const seller of sellers) tokens.issue({ kind: 'seller', seller }, startedAt);
  return {
    ...goods,
    app,
    sellers,
    tokens,
    documents,
    reports: createJobBook({
      agenda,
      firstId: 50_000,
      queueInMs: app.reportQueueInMs,
      processingInMs: app.reportProcessingInMs,
      process: processReport({ app, documents, returns: () => returns.all(), fbaReturns }),
    }),
    feeds: createJobBook({
      agenda,
      firstId: 90_000,
      queueInMs: app.feedQueueInMs,
      processingInMs: app.feedProcessingInMs,
      process: processFeed({ app, documents, orders, money, returns: () => returns }),
    }),
    messages: createMessageBook(),
    fulfillment: createFulfillmentOrders(seed, sellers, startedAt),
    pageTokens: createPageTokens(seed),
  };
};
