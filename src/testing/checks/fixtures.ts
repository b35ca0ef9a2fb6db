import assert from 'node:assert/strict';
import { ApiError } from '../../core/errors/api-errors.js';
import { withWire, type WireBench } from '../bench.js';
import { toReply, withUnknownFields, withUnknownWords, wordNobodyKnows } from '../fixture-body.js';
import type { FixtureJson, WireFixture } from '../fixture.js';
import type { RecordedRequest } from '../replay-server.js';
import type { AdapterSuite, Check } from '../suite.js';

const assertRequest = ({ request }: WireFixture, sent: RecordedRequest, signature: readonly string[]): void => {
  const own = Object.entries(sent.query).filter(([name]) => !signature.includes(name));
  assert.equal(`${sent.method} ${sent.path}`, `${request.method} ${request.path}`);
  assert.deepEqual(Object.fromEntries(own), request.query ?? {}, 'the query differs');
  for (const [name, value] of Object.entries(request.headers ?? {})) assert.equal(sent.headers[name], value, `header ${name}`);
  if (request.contains === undefined) assert.deepStrictEqual(sent.body, request.body, 'the body differs');
  for (const text of request.contains ?? []) assert.ok(sent.text.includes(text), `the body does not hold '${text}'`);
};

const send = async (bench: WireBench, fixture: WireFixture, body: FixtureJson | undefined): Promise<unknown> => {
  bench.server.replyWith(toReply(fixture.response, body));
  const result = await bench.wire.send(fixture.endpoint, fixture.input);
  assert.ok(result.state === 'done', 'the call is called uncertain though the answer came');
  const value: unknown = JSON.parse(JSON.stringify(result.value ?? null));
  return value;
};

/** A refusal, or an answer from which nothing can be concluded. */
const sendInVain = async (bench: WireBench, fixture: WireFixture): Promise<void> => {
  const { endpoint, input, response, error } = fixture;
  bench.server.replyWith(toReply(response, response.body));
  if (error === undefined) {
    assert.equal((await bench.wire.send(endpoint, input)).state, 'uncertain');
    assert.equal(bench.server.requests.length, 1, 'an uncertain call was sent again');
    return;
  }
  const thrown = await bench.failing(error.code, () => bench.wire.send(endpoint, input));
  if (error.providerCode === undefined) return;
  assert.equal(ApiError.isInstance(thrown) ? thrown.providerCode : undefined, error.providerCode, 'providerCode');
};

const replays = (fixture: WireFixture): Check => ({
  title: `${fixture.endpoint}: ${fixture.description}`,
  run: (suite) =>
    withWire(suite, async (bench) => {
      const { expected, response } = fixture;
      if (expected === undefined) await sendInVain(bench, fixture);
      else assert.deepStrictEqual(await send(bench, fixture, response.body), expected, 'what was read differs');
      const { requests } = bench.server;
      assert.ok(requests.length > 0, 'nothing was sent');
      // A refusal may be followed by a token call, an answer by nothing else.
      const relevant = expected === undefined ? requests.slice(0, 1) : requests;
      for (const request of relevant) assertRequest(fixture, request, bench.wire.signatureParameters ?? []);
    }),
});

const toleratesFields = (fixture: WireFixture, body: FixtureJson): Check => ({
  title: `${fixture.endpoint}: ${fixture.description}: fields nobody knows change nothing`,
  run: (suite) =>
    withWire(suite, async (bench) => {
      assert.deepStrictEqual(await send(bench, fixture, withUnknownFields(body)), fixture.expected);
    }),
});

const toleratesWords = (fixture: WireFixture): Check => ({
  title: `${fixture.endpoint}: ${fixture.description}: words nobody knows are kept as they are`,
  run: (suite) =>
    withWire(suite, async (bench) => {
      const read = JSON.stringify(await send(bench, fixture, withUnknownWords(fixture)));
      assert.ok(read.includes(wordNobodyKnows), 'the raw word is lost');
    }),
});

const checksOf = (fixture: WireFixture): readonly Check[] => {
  const { expected, response, openWords = [] } = fixture;
  const isTolerant = expected !== undefined && response.body !== undefined;
  return [
    replays(fixture),
    ...(isTolerant ? [toleratesFields(fixture, response.body)] : []),
    ...(openWords.length > 0 ? [toleratesWords(fixture)] : []),
  ];
};

/** Each fixture through the adapter's real transport, against a server that plays it back. */
export const fixtureChecksOf = ({ fixtures }: AdapterSuite): readonly Check[] => fixtures.flatMap(checksOf);
