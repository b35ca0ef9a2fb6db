import type { AliExpressSandbox } from './aliexpress/aliexpress-sandbox.js';
import { createAliExpressEmulator } from './aliexpress/index.js';
import type { AliExpressSandboxSettings } from './aliexpress/settings.js';
import type { AmazonSandbox } from './amazon/amazon-sandbox.js';
import { createAmazonEmulator } from './amazon/index.js';
import type { AmazonSandboxSettings } from './amazon/settings.js';
import type { Emulator, EmulatorContext } from './emulator.js';
import { SandboxInputError } from './sandbox-input-error.js';
import { createShopeeEmulator } from './shopee/index.js';
import type { ShopeeSandboxSettings } from './shopee/settings.js';
import type { ShopeeSandbox } from './shopee/shopee-sandbox.js';

/** Each marketplace's own options. */
export interface MarketplaceSettings {
  readonly shopee?: ShopeeSandboxSettings;
  readonly aliexpress?: AliExpressSandboxSettings;
  readonly amazon?: AmazonSandboxSettings;
}

/** Each marketplace's test side. Reading one that was not asked for throws. */
export interface MarketplaceHandles {
  readonly shopee: ShopeeSandbox;
  readonly aliexpress: AliExpressSandbox;
  readonly amazon: AmazonSandbox;
}

/** A marketplace that can be emulated, by the name its settings and its handle have. */
export type SandboxMarketplace = keyof MarketplaceHandles;

/** All of them, in the order in which ports are given out. */
export const sandboxMarketplaces: readonly SandboxMarketplace[] = ['shopee', 'aliexpress', 'amazon'];

/** An emulator as it is made, with the handle it fills in. */
export interface MadeEmulator {
  readonly emulator: Emulator;
  readonly handles: Partial<MarketplaceHandles>;
}

type Make = (context: EmulatorContext, settings: MarketplaceSettings) => MadeEmulator;

export const emulatorMakers: Readonly<Record<SandboxMarketplace, Make>> = {
  shopee: (context, settings) => {
    const { emulator, handle } = createShopeeEmulator(context, settings.shopee);
    return { emulator, handles: { shopee: handle } };
  },
  aliexpress: (context, settings) => {
    const { emulator, handle } = createAliExpressEmulator(context, settings.aliexpress);
    return { emulator, handles: { aliexpress: handle } };
  },
  amazon: (context, settings) => {
    const { emulator, handle } = createAmazonEmulator(context, settings.amazon);
    return { emulator, handles: { amazon: handle } };
  },
};

const handleOf = <Name extends SandboxMarketplace>(made: readonly MadeEmulator[], name: Name): MarketplaceHandles[Name] => {
  for (const { handles } of made) {
    const handle: MarketplaceHandles[Name] | undefined = handles[name];
    if (handle !== undefined) return handle;
  }
  throw new SandboxInputError(`this sandbox was created without '${name}'`);
};

export const handlesOf = (made: readonly MadeEmulator[]): MarketplaceHandles => ({
  get shopee() {
    return handleOf(made, 'shopee');
  },
  get aliexpress() {
    return handleOf(made, 'aliexpress');
  },
  get amazon() {
    return handleOf(made, 'amazon');
  },
});
