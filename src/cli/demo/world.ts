import { createClient, type Client } from '../../core/client/create-client.js';
import { money, type Money } from '../../core/money.js';
import { createShopeeAdapter, type ShopeeAdapter } from '../../marketplaces/shopee/index.js';
import { compilePolicy, deadlinesFrom, type Policy } from '../../policy/index.js';
import { parsePolicyDocument } from '../../policy/yaml.js';
import type { Playbook } from '../../responder/response-plan.js';
import { createSandbox, type Sandbox, type ShopeeRegion } from '../../sandbox/index.js';
import { readPackageFile } from '../package-file.js';

export const demoRegions = ['SG', 'TW', 'BR'] as const satisfies readonly ShopeeRegion[];
type DemoRegion = (typeof demoRegions)[number];

export type DemoAccounts = Readonly<Record<`shopee-${Lowercase<DemoRegion>}`, ShopeeAdapter>>;

/** Everything the demo runs on: an emulated marketplace, real adapters over HTTP, and a house policy. */
export interface DemoWorld {
  readonly sandbox: Sandbox;
  readonly client: Client<DemoAccounts>;
  readonly policy: Policy;
  readonly playbook: Playbook;
}

export const policyFile = 'examples/policies/handbook.yaml';

const limits = (major: Readonly<Record<string, number>>): Readonly<Record<string, Money>> =>
  Object.fromEntries(Object.entries(major).map(([currency, amount]) => [currency, money(amount * 100, currency)]));

/** What this seller lets a machine do alone. */
const playbook: Playbook = {
  refundUpTo: limits({ SGD: 100, TWD: 2000, BRL: 400 }),
  keepGoodsUpTo: limits({ SGD: 15, TWD: 300, BRL: 60 }),
};

const createAdapter = (sandbox: Sandbox, region: DemoRegion): ShopeeAdapter => {
  const { baseUrl, accounts } = sandbox.marketplaces.shopee;
  const { partnerId, partnerKey, shopId, tokens } = accounts[region];
  return createShopeeAdapter({
    partnerId,
    partnerKey,
    shopId,
    tokens,
    baseUrl,
    site: region,
    clock: sandbox.clock,
    operatorEmail: 'after-sales@example.com',
  });
};

export const createDemoWorld = async (seed: number): Promise<DemoWorld> => {
  const sandbox = await createSandbox({ marketplaces: ['shopee'], seed });
  const policy = compilePolicy([parsePolicyDocument(readPackageFile(policyFile), { file: policyFile })]);
  const accounts: DemoAccounts = {
    'shopee-sg': createAdapter(sandbox, 'SG'),
    'shopee-tw': createAdapter(sandbox, 'TW'),
    'shopee-br': createAdapter(sandbox, 'BR'),
  };
  return {
    sandbox,
    client: createClient({ accounts, deadlines: deadlinesFrom(policy), clock: sandbox.clock }),
    policy,
    playbook,
  };
};
