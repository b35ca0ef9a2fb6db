import type { MarketplaceAdapter } from '../../../core/adapter.js';
import type { FaultRule, Sandbox } from '../../../sandbox/index.js';

/** What the demo needs to know of one emulated marketplace. */
export interface DemoMarketplace {
  /** As the opening line names them: `3 Shopee shops`. */
  readonly title: string;
  /** Real adapters of the emulated accounts, by their names in the inbox. */
  readonly openAccounts: (sandbox: Sandbox) => Readonly<Record<string, MarketplaceAdapter>>;
  readonly expireTokens: (sandbox: Sandbox) => void;
  /** Open cases the marketplace itself counts. */
  readonly countOpen: (sandbox: Sandbox) => number;
  /** What goes wrong on the way, because it does in life. */
  readonly weather: readonly FaultRule[];
  /** Its calls that move a case. */
  readonly writes: readonly string[];
  /** Its call that renews a token. */
  readonly renewal: string;
}
