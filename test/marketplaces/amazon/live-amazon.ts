import { createSandbox, type AmazonCaseSnapshot, type AmazonSandboxSettings, type Sandbox } from 'aftersale/sandbox';
import { createAmazonAdapter, type AmazonAdapter } from 'aftersale/marketplaces/amazon';
import type { FakeClock } from 'aftersale/testing';
import { createMemoryCaseStore, type CaseSummary, type Drift, type Page } from 'aftersale';

export interface LiveAmazon {
  readonly sandbox: Sandbox;
  readonly adapter: AmazonAdapter;
  /** Another adapter of the same seller, as a process that was restarted would make it, with the same store. */
  readonly open: () => AmazonAdapter;
  /** What the sandbox holds of this seller. */
  readonly snapshots: () => readonly AmazonCaseSnapshot[];
  readonly logged: () => readonly unknown[];
  readonly drifts: readonly Drift[];
  /** How often an operation was called, by a part of its path. */
  readonly sentTo: (part: string, method?: string) => number;
  readonly close: () => Promise<void>;
}

export interface LiveSettings {
  readonly clock: FakeClock;
  readonly cases?: number;
  readonly settings?: Partial<Parameters<typeof createAmazonAdapter>[0]>;
  readonly amazon?: AmazonSandboxSettings;
}

/** The adapter over real HTTP against the emulated Amazon, both on the same clock. */
export const openLiveAmazon = async ({ clock, cases = 40, settings = {}, amazon = {} }: LiveSettings): Promise<LiveAmazon> => {
  const sandbox = await createSandbox({ marketplaces: ['amazon'], seed: { value: 7, cases }, clock, amazon });
  const { baseUrl, authUrl, account } = sandbox.marketplaces.amazon;
  const { clientId, clientSecret, sellerId, marketplaceIds, region, tokens } = account;
  const [lines, drifts]: [unknown[], Drift[]] = [[], []];
  const note = (fields: object, text: string): void => void lines.push({ fields, text });
  const caseStore = createMemoryCaseStore();
  const open = (): AmazonAdapter =>
    createAmazonAdapter({
      clientId,
      clientSecret,
      sellerId,
      marketplaceIds,
      region,
      tokens: { refreshToken: tokens.refreshToken },
      baseUrl,
      authUrl,
      clock,
      caseStore,
      log: { debug: note, info: note, warn: note, error: note },
      onDrift: (drift) => drifts.push(drift),
      ...settings,
    });
  const adapter = open();
  return {
    sandbox,
    adapter,
    open,
    snapshots: () => sandbox.marketplaces.amazon.cases().filter((found) => found.sellerId === sellerId),
    logged: () => lines,
    drifts,
    sentTo: (part, method) =>
      sandbox.requests().filter((sent) => sent.path.includes(part) && (method === undefined || sent.method === method)).length,
    close: async () => {
      adapter.native.close();
      await sandbox.close();
    },
  };
};

export const readPages = async (pages: AsyncIterable<Page<CaseSummary>>): Promise<readonly Page<CaseSummary>[]> => {
  const read: Page<CaseSummary>[] = [];
  for await (const page of pages) read.push(page);
  return read;
};
