import type { EndpointUnderTest, FixtureJson, WireResult, WireUnderTest } from 'aftersale/testing';
import type { Endpoint, WireRequest } from '../../src/transport/endpoint.js';
import type { Transport } from '../../src/transport/transport.js';

/** What an operation makes of an answer; where nothing is named, the endpoint's own result is what the caller gets. */
export interface WireCall {
  readonly endpoint: Pick<Endpoint<never, unknown, unknown>, 'name' | 'repeatable'>;
  readonly operations: EndpointUnderTest['operations'];
  readonly toRequest: (input: FixtureJson) => WireRequest;
  readonly send: (transport: Transport, input: FixtureJson, signal?: AbortSignal) => Promise<WireResult>;
}

const optionsOf = (signal: AbortSignal | undefined): { readonly signal?: AbortSignal } =>
  signal === undefined ? {} : { signal };

/** Bytes stand in a fixture as `{ "$base64": "…" }`. */
const revive = (input: unknown): unknown => {
  if (Array.isArray(input)) return input.map(revive);
  if (typeof input !== 'object' || input === null) return input;
  if ('$base64' in input && typeof input.$base64 === 'string') return Buffer.from(input.$base64, 'base64');
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, revive(value)]));
};

/** A call that may be repeated, with what its operations make of the answer. */
export const safe = <Input, Wire, Output>(
  endpoint: Endpoint<Input, Wire, Output, 'safe'>,
  operations: EndpointUnderTest['operations'],
  show: (output: Output, input: Input) => unknown = (output) => output,
): WireCall => ({
  endpoint,
  operations,
  toRequest: (input) => endpoint.request(revive(input) as Input),
  send: async (transport, input, signal) => ({
    state: 'done',
    value: show(await transport.send(endpoint, revive(input) as Input, optionsOf(signal)), input as Input),
  }),
});

/** A call that is sent once, whatever becomes of the answer. */
export const once = <Input, Wire, Output>(
  endpoint: Endpoint<Input, Wire, Output, 'once'>,
  operations: EndpointUnderTest['operations'],
): WireCall => ({
  endpoint,
  operations,
  toRequest: (input) => endpoint.request(revive(input) as Input),
  send: async (transport, input, signal) => {
    const attempted = await transport.attempt(endpoint, revive(input) as Input, optionsOf(signal));
    return attempted.state === 'done' ? attempted : { state: 'uncertain' };
  },
});

export const endpointsOf = (calls: readonly WireCall[]): readonly EndpointUnderTest[] =>
  calls.map(({ endpoint, operations }) => ({ name: endpoint.name, repeatable: endpoint.repeatable, operations }));

/** The calls by name, through the real transport. */
export const wireOver = (
  transport: Transport,
  calls: readonly WireCall[],
): Pick<WireUnderTest, 'send'> & { readonly close: () => void } => ({
  send: (name, input, options) => {
    const call = calls.find(({ endpoint }) => endpoint.name === name);
    if (call === undefined) throw new Error(`no wire call ${name}`);
    return call.send(transport, input, options?.signal);
  },
  close: transport.close,
});
