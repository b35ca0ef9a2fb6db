import type { SandboxClock } from './clock/sandbox-clock.js';
import { createVirtualClock } from './clock/virtual-clock.js';
import type { Seed } from './emulator.js';
import {
  emulatorMakers,
  handlesOf,
  sandboxMarketplaces,
  type MadeEmulator,
  type MarketplaceHandles,
  type MarketplaceSettings,
  type SandboxMarketplace,
} from './emulators.js';
import { createFaultBoard, type FaultBoard } from './faults/fault-board.js';
import type { FaultRule } from './faults/fault-rule.js';
import { createLedgerBook, type Ledger, type LedgerBook } from './ledger.js';
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log.js';
import { SandboxInputError } from './sandbox-input-error.js';
import { createControlSurface, type ControlSurface } from './server/control-surface.js';
import { createEmulatorServer } from './server/emulator-server.js';
import { close, listen, requireLoopback } from './server/listen.js';

/** Which marketplaces are emulated, from which beginnings, and what goes wrong. All of it may be left out. */
export interface SandboxOptions extends MarketplaceSettings {
  /** Which marketplaces to serve; all unless given. */
  readonly marketplaces?: readonly SandboxMarketplace[];
  /** The time of the sandbox; a virtual clock unless given. */
  readonly clock?: SandboxClock;
  /** What the world is made from. `cases` is the number of cases of each marketplace's first shop; 40 unless given. */
  readonly seed?: number | { readonly value?: number; readonly cases?: number };
  readonly faults?: readonly FaultRule[];
  /** The first marketplace's port, the next ones following; free ports unless given. */
  readonly port?: number;
  /** A loopback address; `127.0.0.1` unless given. */
  readonly host?: string;
}

/** Emulated marketplaces over real HTTP on this machine. */
export interface Sandbox {
  readonly clock: SandboxClock;
  readonly marketplaces: MarketplaceHandles;
  readonly faults: Pick<FaultBoard, 'add' | 'clear' | 'list'>;
  /** Moves the time, lets everything happen that falls due on the way, each at its own time, and delivers its pushes. */
  advance(ms: number): Promise<void>;
  /** Every call that arrived, all marketplaces together, the oldest first. */
  requests(): readonly LoggedRequest[];
  ledger(): Ledger;
  /** Ends the servers and every connection to them. */
  close(): Promise<void>;
}

interface Running extends MadeEmulator {
  readonly baseUrl: string;
  readonly stop: () => Promise<void>;
}

interface Shared {
  readonly clock: SandboxClock;
  readonly seed: Seed;
  readonly faults: FaultBoard;
  readonly log: RequestLog;
  readonly ledger: LedgerBook;
  readonly control: ControlSurface;
}

interface Placement {
  readonly marketplace: SandboxMarketplace;
  readonly host: string;
  readonly port: number;
}

const toSeed = (seed: SandboxOptions['seed']): Seed => {
  const { value = 1, cases = 40 } = typeof seed === 'number' ? { value: seed } : (seed ?? {});
  if (!Number.isFinite(value)) throw new SandboxInputError(`the seed's value must be a number, not ${value}`);
  if (!Number.isInteger(cases) || cases < 0 || cases > 999_999)
    throw new SandboxInputError(`the seed's cases must be a whole number from 0 to 999999, not ${cases}`);
  return { value, cases };
};

const start = async (shared: Shared, settings: MarketplaceSettings, placement: Placement): Promise<Running> => {
  const { clock, seed, faults, ledger, log, control } = shared;
  const { marketplace, host, port } = placement;
  let baseUrl = '';
  const made = emulatorMakers[marketplace](
    { clock, seed, faults, ledger, baseUrl: () => baseUrl, requests: () => log.read(marketplace) },
    settings,
  );
  const server = createEmulatorServer({ emulator: made.emulator, clock, faults, log, control });
  baseUrl = await listen(server, host, port);
  return { ...made, baseUrl, stop: () => close(server) };
};

const stopAll = async (running: readonly Running[]): Promise<void> => {
  await Promise.all(running.map(({ stop }) => stop()));
};

/** Starts what was asked for into `running`; when one cannot start, those before it are stopped. */
const startAll = async (shared: Shared, options: SandboxOptions, running: Running[]): Promise<void> => {
  const { host = '127.0.0.1', port = 0, marketplaces = sandboxMarketplaces } = options;
  requireLoopback(host);
  requireKnown(marketplaces);
  try {
    for (const [index, marketplace] of marketplaces.entries())
      running.push(await start(shared, options, { marketplace, host, port: port === 0 ? 0 : port + index }));
  } catch (error) {
    await stopAll(running);
    throw error;
  }
};

const requireKnown = (marketplaces: readonly SandboxMarketplace[]): void => {
  const stranger = marketplaces.find((name) => !sandboxMarketplaces.includes(name));
  if (stranger !== undefined)
    throw new SandboxInputError(`no marketplace '${stranger}': expected ${sandboxMarketplaces.join(', ')}`);
};

/**
 * Starts emulated marketplaces on loopback. Everything in them is made up from the seed: shops, keys, tokens, buyers, cases.
 * A client under test should live on `sandbox.clock`, or its timestamps are refused as expired.
 *
 * @example
 * const sandbox = await createSandbox({ seed: 7 });
 * const { baseUrl, account } = sandbox.marketplaces.shopee;
 * await sandbox.advance(3 * 86_400_000); // deadlines pass: silent sellers refund
 * await sandbox.close();
 */
export const createSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const clock: SandboxClock = options.clock ?? createVirtualClock();
  const running: Running[] = [];
  const faults = createFaultBoard(options.faults);
  const log = createRequestLog();
  const ledger = createLedgerBook();
  const runDue = (): void => {
    for (const { emulator } of running) emulator.runDue(clock.now());
  };
  const advance = async (ms: number): Promise<void> => {
    await clock.advance(ms);
    runDue();
    await Promise.all(running.map(({ emulator }) => emulator.settle()));
  };
  const control = createControlSurface({ now: () => clock.now(), advance, emulators: () => running, faults, log, ledger });
  await startAll({ clock, seed: toSeed(options.seed), faults, log, ledger, control }, options, running);
  return {
    clock,
    marketplaces: handlesOf(running),
    faults,
    advance,
    requests: () => log.read(),
    ledger: () => {
      runDue();
      return ledger.read();
    },
    close: () => stopAll(running),
  };
};
