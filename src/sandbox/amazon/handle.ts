import type { EmulatorContext } from '../emulator.js';
import { toInstant } from '../instant.js';
import type { AmazonAccount, AmazonSandbox } from './amazon-sandbox.js';
import { loginPath } from './endpoints/login.js';
import type { AmazonRegion, Seller } from './sellers.js';
import { snapshotsOf, toMoneySnapshot } from './snapshots.js';
import type { IssuedToken } from './tokens.js';
import type { AmazonWorld } from './world.js';

const toTokens = ({ tokens }: AmazonWorld, seller: Seller, token: IssuedToken): AmazonAccount['tokens'] => ({
  accessToken: token.text,
  refreshToken: tokens.refreshTokenOf(seller),
  expiresAt: toInstant(token.expiresAt),
});

const toAccount = (world: AmazonWorld, seller: Seller): AmazonAccount => ({
  clientId: world.app.clientId,
  clientSecret: world.app.clientSecret,
  sellerId: seller.sellerId,
  marketplaceIds: seller.marketplaces.map(({ id }) => id),
  region: seller.region,
  get tokens() {
    const token = world.tokens.current(seller);
    if (token === undefined) throw new Error(`seller ${seller.sellerId} holds no tokens`);
    return toTokens(world, seller, token);
  },
});

export interface HandleOptions {
  readonly world: AmazonWorld;
  readonly context: EmulatorContext;
  readonly runDue: () => void;
}

type Reading = Pick<AmazonSandbox, 'cases' | 'moneyEvents' | 'fulfillmentOrders' | 'messages' | 'requests' | 'ledger'>;

const sellerOf = ({ sellers }: AmazonWorld, region: AmazonRegion = 'na'): Seller =>
  sellers.find((seller) => seller.region === region) ?? sellers[0];

/** Each reading first lets everything happen that is due. */
const createReading = ({ world, context, runDue }: HandleOptions): Reading => {
  const current =
    <Value>(read: () => Value) =>
    (): Value => {
      runDue();
      return read();
    };
  return {
    cases: current(() => snapshotsOf(world, context.clock.now())),
    moneyEvents: current(() => world.money.all().map(toMoneySnapshot)),
    fulfillmentOrders: (region) =>
      world.fulfillment
        .ofSeller(sellerOf(world, region))
        .map(({ sellerFulfillmentOrderId, itemId, shipmentId, sku, quantity }) => ({
          sellerFulfillmentOrderId,
          sellerFulfillmentOrderItemId: itemId,
          amazonShipmentId: shipmentId,
          sku,
          quantity,
        })),
    messages: () =>
      world.messages.all().map(({ order, kind, text, attachments, at }) => ({
        orderId: order.orderId,
        kind,
        text,
        attachments,
        at: toInstant(at),
      })),
    requests: context.requests,
    ledger: current(() => context.ledger.read('amazon')),
  };
};

/** The test's side of the emulation. */
export const createHandle = (options: HandleOptions): AmazonSandbox => {
  const { world, context } = options;
  const accountOf = (region: AmazonRegion): AmazonAccount => toAccount(world, sellerOf(world, region));
  const accounts = { na: accountOf('na'), eu: accountOf('eu'), fe: accountOf('fe') };
  return {
    get baseUrl() {
      return context.baseUrl();
    },
    get authUrl() {
      return `${context.baseUrl()}${loginPath}`;
    },
    account: accounts.na,
    accounts,
    ...createReading(options),
    issueTokens: (region) => {
      const seller = sellerOf(world, region);
      return toTokens(world, seller, world.tokens.issue({ kind: 'seller', seller }, context.clock.now()));
    },
    issueAuthorizationCode: (region) => world.tokens.issueCode(sellerOf(world, region), context.clock.now()),
    revokeAuthorization: (region) => world.tokens.revoke(sellerOf(world, region)),
    expireTokens: () => world.tokens.expireAll(),
  };
};
