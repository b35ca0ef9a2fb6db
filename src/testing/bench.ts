import assert from 'node:assert/strict';
import { MarketplaceError, type MarketplaceErrorCode } from '../core/errors/marketplace-error.js';
import type { MarketplaceAdapter } from '../core/adapter.js';
import { errorClassNames } from './error-class-names.js';
import { createFakeClock } from './fake-clock.js';
import type { LiveMarketplace } from './live-marketplace.js';
import { createReplayServer, type ReplayServer } from './replay-server.js';
import { assertNoSecret } from './secrets.js';
import type { AdapterSuite, AdapterUnderTest, CreationContext, WireUnderTest } from './suite.js';

/** An adapter on the bench: what a check works with. */
export interface Bench {
  readonly adapter: MarketplaceAdapter;
  readonly secrets: readonly string[];
  /** Runs what must fail, and gives the error; anything but a `MarketplaceError` of that code fails the check. */
  readonly failing: (code: MarketplaceErrorCode, action: () => unknown) => Promise<MarketplaceError>;
}

export interface LiveBench extends Bench {
  readonly live: LiveMarketplace;
}

export interface WireBench extends Bench {
  readonly wire: WireUnderTest;
  readonly server: ReplayServer;
}

const isError = (error: unknown, code: MarketplaceErrorCode): error is MarketplaceError =>
  MarketplaceError.isInstance(error) && error.code === code;

const described = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

const catchFrom =
  (errors: unknown[]): Bench['failing'] =>
  async (code, action) => {
    const wanted = errorClassNames[code];
    let value: unknown;
    try {
      value = await action();
    } catch (error) {
      errors.push(error);
      assert.ok(isError(error, code), `expected ${wanted}, and ${described(error)} was thrown`);
      return error;
    }
    return assert.fail(`expected ${wanted}, and the call went through: ${JSON.stringify(value)}`);
  };

/** Makes an adapter, gives it to the check, and then looks for secrets in all it has thrown and logged. */
const onBench = async (
  suite: AdapterSuite,
  context: CreationContext,
  run: (under: AdapterUnderTest, bench: Bench) => Promise<void>,
): Promise<void> => {
  const under = await suite.create(context);
  const errors: unknown[] = [];
  try {
    await run(under, { adapter: under.adapter, secrets: under.secrets, failing: catchFrom(errors) });
    assertNoSecret(under.secrets, errors, 'an error');
    assertNoSecret(under.secrets, under.logged?.() ?? [], 'a log line');
  } catch (error) {
    // Noted too, so that a secret is reported even when the check has failed on its own account.
    assertNoSecret(under.secrets, errors, 'an error');
    throw error;
  } finally {
    await under.close?.();
  }
};

const skippingClock = (): CreationContext['clock'] => createFakeClock({ startAt: '2026-01-01T00:00:00Z', autoAdvance: true });

/** A check against the marketplace behind the adapter. */
export const withLive = (suite: AdapterSuite, run: (bench: LiveBench) => Promise<void>): Promise<void> =>
  onBench(suite, { tier: 'live', clock: skippingClock() }, (under, bench) => {
    const { live } = under;
    if (live === undefined) assert.fail('`create` gave no `live` marketplace: give one, or say why not in `skip.live`');
    return run({ ...bench, live });
  });

/** A check against a loopback server that plays the marketplace's part. */
export const withWire = async (suite: AdapterSuite, run: (bench: WireBench) => Promise<void>): Promise<void> => {
  const server = await createReplayServer();
  try {
    const context: CreationContext = { tier: 'wire', baseUrl: server.baseUrl, clock: skippingClock() };
    await onBench(suite, context, (under, bench) => {
      const { wire } = under;
      if (wire === undefined) assert.fail('`create` gave no `wire`: give its calls by name, or say why not in `skip.wire`');
      return run({ ...bench, wire, server });
    });
  } finally {
    await server.close();
  }
};

/** A check of the adapter itself, in whichever tier it can be made. */
export const withAdapter = (suite: AdapterSuite, run: (bench: Bench) => Promise<void>): Promise<void> =>
  suite.skip?.live === undefined ? withLive(suite, run) : withWire(suite, run);
