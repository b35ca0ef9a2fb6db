import assert from 'node:assert/strict';
import type { MarketplaceErrorCode } from '../../core/errors/marketplace-error.js';
import { withWire, type WireBench } from '../bench.js';
import type { FixtureJson } from '../fixture.js';
import type { Reply } from '../replay-server.js';
import type { AdapterSuite, Check, EndpointUnderTest } from '../suite.js';

/** More attempts than this is not a bounded back-off. */
const maxAttempts = 12;

const answerWith = (status: number, text: string): Reply => ({ type: 'answer', status, text });

const lost: Reply = { type: 'lost' };

/** Answers from which nobody can tell whether a write took effect. */
const silences: readonly { readonly when: string; readonly reply: Reply }[] = [
  { when: 'its answer is lost', reply: lost },
  { when: 'the answer is a server error', reply: answerWith(503, '{}') },
  { when: 'the answer is torn', reply: answerWith(200, '{"torn":') },
  { when: 'the answer is empty', reply: answerWith(200, '') },
];

const passing: readonly { readonly when: string; readonly reply: Reply; readonly code: MarketplaceErrorCode }[] = [
  { when: 'the connection breaks', reply: lost, code: 'connection' },
  { when: 'the marketplace is down', reply: answerWith(503, '{}'), code: 'unavailable' },
  { when: 'the answer is torn', reply: answerWith(200, '{"torn":'), code: 'unexpected-response' },
];

/** An input that is known to be right, from the endpoint's own fixtures. */
const inputOf = ({ fixtures }: AdapterSuite, { name }: EndpointUnderTest): FixtureJson => {
  const fixture = fixtures.find(({ endpoint, expected }) => endpoint === name && expected !== undefined);
  assert.ok(fixture !== undefined, `${name} has no fixture with \`expected\``);
  return fixture.input;
};

const isSentOnce = (endpoint: EndpointUnderTest): Check => ({
  title: `${endpoint.name}: is sent once and called uncertain when nobody can tell what became of it`,
  run: async (suite) => {
    for (const { when, reply } of silences) {
      await withWire(suite, async ({ wire, server }: WireBench) => {
        server.replyWith(reply);
        const { state } = await wire.send(endpoint.name, inputOf(suite, endpoint));
        assert.equal(state, 'uncertain', `not uncertain when ${when}`);
        assert.equal(server.requests.length, 1, `not sent exactly once when ${when}`);
      });
    }
  },
});

const givesUp = (endpoint: EndpointUnderTest): Check => ({
  title: `${endpoint.name}: gives up after a bounded number of attempts, with the right error`,
  run: async (suite) => {
    for (const { when, reply, code } of passing) {
      await withWire(suite, async ({ wire, server, failing }) => {
        server.replyWith(reply);
        await failing(code, () => wire.send(endpoint.name, inputOf(suite, endpoint)));
        assert.ok(
          server.requests.length > 0 && server.requests.length <= maxAttempts,
          `${server.requests.length} attempts when ${when}`,
        );
      });
    }
  },
});

const stopsWhenAborted = (endpoint: EndpointUnderTest): Check => ({
  title: `${endpoint.name}: sends nothing once it is aborted, and shows no secret when it fails`,
  run: (suite) =>
    withWire(suite, async ({ wire, server, failing, secrets }) => {
      assert.ok(secrets.length > 0, 'name the `secrets` the adapter was given');
      await failing('aborted', () => wire.send(endpoint.name, inputOf(suite, endpoint), { signal: AbortSignal.abort() }));
      assert.equal(server.requests.length, 0, 'a request was sent');
    }),
});

/** How each wire call behaves when the answer is not what was hoped for. */
export const endpointChecksOf = ({ endpoints = [] }: AdapterSuite): readonly Check[] =>
  endpoints.flatMap((endpoint) => [
    endpoint.repeatable === 'once' ? isSentOnce(endpoint) : givesUp(endpoint),
    stopsWhenAborted(endpoint),
  ]);
