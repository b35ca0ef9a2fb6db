import type { MarketplaceAdapter } from '../core/adapter.js';
import type { OperationName, WriteOperationName } from '../core/operations.js';
import type { FakeClock } from './fake-clock.js';
import type { FixtureJson, WireFixture } from './fixture.js';
import type { LiveHook, LiveMarketplace } from './live-marketplace.js';
import type { Runner } from './runner.js';

/** What a wire call came to. Definitive refusals are thrown. */
export type WireResult = { readonly state: 'done'; readonly value: unknown } | { readonly state: 'uncertain' };

/** The adapter's wire calls by name, so that each fixture can be sent through the real transport. */
export interface WireUnderTest {
  readonly send: (endpoint: string, input: FixtureJson, options?: { readonly signal?: AbortSignal }) => Promise<WireResult>;
  /** Query parameters that signing adds; every other parameter must stand in the fixture. */
  readonly signatureParameters?: readonly string[];
}

/** One wire call of the adapter, and the operations that are made of it. */
export interface EndpointUnderTest {
  readonly name: string;
  readonly repeatable: 'safe' | 'once';
  readonly operations: readonly (OperationName | 'orders.get' | 'native')[];
}

/**
 * What `create` is asked for; the clock begins at 2026-01-01T00:00:00.000Z and its sleeps take no time.
 * `wire`: an adapter that talks to `baseUrl`, where the kit replays fixtures.
 * `live`: one with a marketplace behind it.
 */
export type CreationContext =
  | { readonly tier: 'wire'; readonly baseUrl: string; readonly clock: FakeClock }
  | { readonly tier: 'live'; readonly clock: FakeClock };

/** What `create` gives back: a fresh adapter, with what the kit needs to look behind it. */
export interface AdapterUnderTest {
  readonly adapter: MarketplaceAdapter;
  /** Tokens, keys and personal data the adapter is given. The kit looks for each in every error and log line. */
  readonly secrets: readonly string[];
  /** What the adapter has logged and reported so far. */
  readonly logged?: () => readonly unknown[];
  /** Present in tier `wire`. */
  readonly wire?: WireUnderTest;
  /** Present in tier `live`. */
  readonly live?: LiveMarketplace;
  readonly close?: () => void | Promise<void>;
}

/** `wire` or `live` leaves out a whole tier, the others one part of it. */
export type Skippable = 'wire' | 'live' | LiveHook;

/** An adapter as `describeAdapter` takes it, with its recorded calls and with what it cannot be held to. */
export interface AdapterSuite {
  readonly runner: Runner;
  /** The marketplace, for the title. */
  readonly name: string;
  /** The operations the adapter is meant to have: no more, no fewer. */
  readonly operations: readonly OperationName[];
  /** Makes a fresh adapter for each check, with a clock that does not wait. */
  readonly create: (context: CreationContext) => AdapterUnderTest | Promise<AdapterUnderTest>;
  /** Wire calls with their answers, at least one for each endpoint. Empty for an adapter without a wire. */
  readonly fixtures: readonly WireFixture[];
  readonly endpoints?: readonly EndpointUnderTest[];
  /** Writes of which the marketplace never shows the effect, each with the reason: a lost answer is then settled as `unknown`. */
  readonly neverShown?: Readonly<Partial<Record<WriteOperationName, string>>>;
  /** What cannot be checked, each with the reason, which stands in the title. */
  readonly skip?: Readonly<Partial<Record<Skippable, string>>>;
}

/** One promise of the contract, and how it is put to the test. */
export interface Check {
  readonly title: string;
  /** The parts without which it cannot be made. */
  readonly needs?: readonly Skippable[];
  readonly run: (suite: AdapterSuite) => Promise<void>;
}
