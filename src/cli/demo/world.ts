import type { MarketplaceAdapter } from '../../core/adapter.js';
import { createClient, type Client } from '../../core/client/create-client.js';
import { money, type Money } from '../../core/money.js';
import { compilePolicy, deadlinesFrom, loadPacks, type Policy } from '../../policy/index.js';
import { parsePolicyDocument } from '../../policy/yaml.js';
import type { Playbook } from '../../responder/response-plan.js';
import { createSandbox, type Sandbox } from '../../sandbox/index.js';
import { readPackageFile } from '../package-file.js';
import { aliexpress } from './marketplaces/aliexpress.js';
import { amazon } from './marketplaces/amazon.js';
import type { DemoMarketplace } from './marketplaces/demo-marketplace.js';
import { shopee } from './marketplaces/shopee.js';

export const demoMarketplaces: readonly DemoMarketplace[] = [shopee, aliexpress, amazon];

/** Everything the demo runs on: emulated marketplaces, real adapters over HTTP, and a house policy beside Amazon's own rules. */
export interface DemoWorld {
  readonly sandbox: Sandbox;
  readonly client: Client<Readonly<Record<string, MarketplaceAdapter>>>;
  readonly accounts: readonly string[];
  readonly policy: Policy;
  readonly playbook: Playbook;
}

export const policyFile = 'examples/policies/handbook.yaml';

const limits = (major: Readonly<Record<string, number>>): Readonly<Record<string, Money>> =>
  Object.fromEntries(Object.entries(major).map(([currency, amount]) => [currency, money(amount * 100, currency)]));

/** What this seller lets a machine do alone. */
const playbook: Playbook = {
  refundUpTo: limits({ SGD: 100, TWD: 2000, BRL: 400, EUR: 80, USD: 80 }),
  keepGoodsUpTo: limits({ SGD: 15, TWD: 300, BRL: 60, EUR: 10, USD: 10 }),
};

const openAccounts = (sandbox: Sandbox): Readonly<Record<string, MarketplaceAdapter>> =>
  Object.fromEntries(demoMarketplaces.flatMap((marketplace) => Object.entries(marketplace.openAccounts(sandbox))));

export const createDemoWorld = async (seed: number): Promise<DemoWorld> => {
  const packs = await loadPacks({ sites: ['amazon:US', 'amazon:CA', 'amazon:MX'] });
  const policy = compilePolicy([parsePolicyDocument(readPackageFile(policyFile), { file: policyFile })], { packs });
  const sandbox = await createSandbox({ seed });
  const accounts = openAccounts(sandbox);
  return {
    sandbox,
    client: createClient({ accounts, deadlines: deadlinesFrom(policy), clock: sandbox.clock }),
    accounts: Object.keys(accounts),
    policy,
    playbook,
  };
};
