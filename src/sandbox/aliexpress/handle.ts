import type { EmulatorContext } from '../emulator.js';
import { toInstant } from '../instant.js';
import type { AliExpressAccount, AliExpressCaseSnapshot, AliExpressSandbox, AliExpressTokens } from './aliexpress-sandbox.js';
import type { IssueRecord, Solution } from './record.js';
import type { Seller } from './sellers.js';
import type { TokenPair } from './tokens.js';
import type { AliExpressWorld } from './world.js';

const toSolutionSnapshot = ({ id, owner, type, status, amountMinor }: Solution, currency: string) => ({
  solutionId: id,
  owner,
  type,
  status,
  amount: { minor: amountMinor, currency },
});

const toSnapshot = (record: IssueRecord): AliExpressCaseSnapshot => {
  const { claim, timeout } = record;
  const { currency } = claim;
  return {
    issueId: record.issueId,
    orderId: record.orderId,
    parentOrderId: record.parentOrderId,
    sellerId: record.seller.sellerId,
    buyerLoginId: record.buyerLoginId,
    scenario: record.scenario,
    status: record.status,
    detailStatus: record.detail,
    reason: claim.reasonEnglish,
    solutions: record.solutions.map((solution) => toSolutionSnapshot(solution, currency)),
    maximum: { minor: claim.maximumMinor, currency },
    paid: { minor: record.paidMinor, currency },
    returnAddressId: record.returnAddressId,
    createdAt: toInstant(record.createdAt * 1000),
    updatedAt: toInstant(record.updatedAt * 1000),
    ...(timeout !== undefined && { timeoutType: timeout.type, dueAt: toInstant(timeout.at * 1000) }),
  };
};

const toTokens = ({ accessToken, refreshToken, expiresAt }: TokenPair): AliExpressTokens => ({
  accessToken,
  refreshToken,
  expiresAt: toInstant(expiresAt),
});

const toAccount = ({ app, tokens }: AliExpressWorld, seller: Seller): AliExpressAccount => ({
  appKey: app.appKey,
  appSecret: app.appSecret,
  sellerId: seller.sellerId,
  channelSellerId: seller.channelSellerId,
  channel: seller.channel,
  get tokens() {
    const pair = tokens.current(seller);
    if (pair === undefined) throw new Error(`seller ${seller.sellerId} holds no tokens`);
    return toTokens(pair);
  },
});

export interface HandleOptions {
  readonly world: AliExpressWorld;
  readonly context: EmulatorContext;
  readonly runDue: () => void;
}

/** The test's side of the emulation: each reading first lets everything happen that is due. */
export const createHandle = ({ world, context, runDue }: HandleOptions): AliExpressSandbox => {
  const { sellers, tokens, codes } = world;
  const account = toAccount(world, sellers.global);
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
    accounts: { global: account, neighbor: toAccount(world, sellers.neighbor), arise: toAccount(world, sellers.arise) },
    cases: current(() => world.issues.all().map(toSnapshot)),
    requests: context.requests,
    ledger: current(() => context.ledger.read('aliexpress')),
    issueTokens: (seller = 'global') => toTokens(tokens.issue(sellers[seller], context.clock.now())),
    issueCode: (seller = 'global') => codes.issue(sellers[seller], context.clock.now()),
    expireTokens: () => tokens.expireAll(),
  };
};
