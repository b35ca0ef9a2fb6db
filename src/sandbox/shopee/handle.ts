import type { Instant } from '../../core/time.js';
import type { EmulatorContext } from '../emulator.js';
import { toInstant } from '../instant.js';
import type { ReturnRecord, Seconds } from './record.js';
import type { ShopeeRegion } from './regions.js';
import type { ShopeeAccount, ShopeeCaseSnapshot, ShopeeSandbox } from './shopee-sandbox.js';
import type { Shop } from './shops.js';
import type { ShopeeWorld } from './world.js';

const instant = (at: Seconds): Instant => toInstant(at * 1000);

const toSnapshot = (record: ReturnRecord): ShopeeCaseSnapshot => ({
  returnSn: record.returnSn,
  orderSn: record.orderSn,
  shopId: record.shop.shopId,
  region: record.shop.region,
  scenario: record.scenario,
  status: record.status,
  reason: record.claim.reason,
  solution: record.solution,
  negotiationStatus: record.negotiation.status,
  proofStatus: record.proof.status,
  compensationStatus: record.compensation.status,
  logisticsStatus: record.parcel.status,
  refund: { minor: record.refundMinor, currency: record.claim.currency },
  paid: { minor: record.paidMinor, currency: record.claim.currency },
  createdAt: instant(record.createdAt),
  updatedAt: instant(record.updatedAt),
  ...(record.status === 'REQUESTED' && { dueAt: instant(record.dueAt) }),
  ...(record.status === 'PROCESSING' &&
    record.deliveredAt > 0 &&
    record.sellerDueAt > 0 && { sellerDueAt: instant(record.sellerDueAt) }),
});

const toAccount = ({ app, tokens }: ShopeeWorld, { shopId, region }: Shop): ShopeeAccount => ({
  partnerId: app.partnerId,
  partnerKey: app.partnerKey,
  pushKey: app.pushKey,
  shopId,
  region,
  get tokens() {
    const pair = tokens.current({ kind: 'shop', id: shopId });
    if (pair === undefined) throw new Error(`shop ${shopId} holds no tokens`);
    return { accessToken: pair.accessToken, refreshToken: pair.refreshToken, expiresAt: toInstant(pair.expiresAt) };
  },
});

type Accounts = Record<ShopeeRegion, ShopeeAccount>;

const toAccounts = (world: ShopeeWorld, first: ShopeeAccount): Accounts => {
  const accountOf = (region: ShopeeRegion): ShopeeAccount => {
    const shop = world.shops.find((candidate) => candidate.region === region);
    return shop === undefined ? first : toAccount(world, shop);
  };
  return {
    SG: first,
    MY: accountOf('MY'),
    TW: accountOf('TW'),
    TH: accountOf('TH'),
    VN: accountOf('VN'),
    ID: accountOf('ID'),
    PH: accountOf('PH'),
    BR: accountOf('BR'),
    MX: accountOf('MX'),
    CL: accountOf('CL'),
    CO: accountOf('CO'),
  };
};

export interface HandleOptions {
  readonly world: ShopeeWorld;
  readonly context: EmulatorContext;
  readonly runDue: () => void;
}

/** The test's side of the emulation: each reading first lets everything happen that is due. */
export const createHandle = ({ world, context, runDue }: HandleOptions): ShopeeSandbox => {
  const account = toAccount(world, world.shops[0]);
  const { mainAccountId, merchantId } = world.authorizations;
  const current =
    <Value>(read: () => Value) =>
    (): Value => {
      runDue();
      return read();
    };
  return {
    get baseUrl() {
      return context.baseUrl();
    },
    account,
    accounts: toAccounts(world, account),
    mainAccountId,
    merchantId,
    cases: current(() => world.returns.all().map(toSnapshot)),
    requests: context.requests,
    ledger: current(() => context.ledger.read('shopee')),
    pushes: current(() => world.pushes.records()),
    settlePushes: () => world.pushes.settle(),
    sendPushesTo: (callbackUrl) => world.pushes.configure({ callbackUrl }),
    expireTokens: () => world.tokens.expireAll(),
    issueResendCode: () => world.authorizations.issueCode({ kind: 'main', id: mainAccountId }, context.clock.now()),
  };
};
