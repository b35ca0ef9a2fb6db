import { describe, expect, it } from 'vitest';
import { createReplayServer, type AdapterUnderTest, type FixtureJson, type WireFixture } from '../../src/testing/index.js';
import { collectTests } from './collecting-runner.js';
import { createToyUnderTest } from './toy-marketplace.js';

const fixture: WireFixture = {
  description: 'a case is written',
  source: 'https://example.com/toy (read 2026-11-21)',
  endpoint: 'cases.write',
  input: {},
  request: { method: 'POST', path: '/cases' },
  response: { status: 200, body: { cases: [{ id: '1', status: 'OPEN' }] } },
  expected: { cases: [{ id: '1', status: 'OPEN' }] },
};

/** An adapter that sends the given body to `/cases` and gives back what it knows of the answer. */
const senderOf =
  (body: string | Uint8Array, type: string) =>
  async (baseUrl: string): Promise<unknown> => {
    const response = await fetch(`${baseUrl}/cases`, { method: 'POST', body, headers: { 'content-type': type, 'x-app': 'a' } });
    const { cases } = (await response.json()) as { cases: { id: FixtureJson; status: FixtureJson }[] };
    return { cases: cases.map(({ id, status }) => ({ id, status })) };
  };

const failuresOf = async (changes: Partial<WireFixture>, send: (baseUrl: string) => Promise<unknown>) => {
  const tests = collectTests({
    name: 'sender',
    operations: ['get'],
    fixtures: [{ ...fixture, ...changes }],
    endpoints: [{ name: 'cases.write', repeatable: 'safe', operations: ['get'] }],
    skip: { live: 'none' },
    create: (context): AdapterUnderTest => ({
      ...createToyUnderTest(''),
      wire: {
        send: async () => ({ state: 'done', value: await send(context.tier === 'wire' ? context.baseUrl : '') }),
      },
    }),
  });
  const replayed = tests.filter(({ title }) => title.startsWith('cases.write: a case is written'));
  return Promise.all(replayed.map(({ failure }) => failure()));
};

const passing = [undefined, undefined];

describe('a replayed fixture', () => {
  it('compares JSON without losing digits', async () => {
    const send = senderOf('{"id":9007199254740993}', 'application/json');
    expect(await failuresOf({ request: { ...fixture.request, body: { id: '9007199254740993' } } }, send)).toEqual(passing);
    const [rounded] = await failuresOf({ request: { ...fixture.request, body: { id: 9007199254740992 } } }, send);
    expect(rounded).toMatch(/the body differs/);
  });

  it('compares the fields of a form', async () => {
    const send = senderOf('a=1&b=two+words', 'application/x-www-form-urlencoded');
    expect(await failuresOf({ request: { ...fixture.request, body: { a: '1', b: 'two words' } } }, send)).toEqual(passing);
    const [other] = await failuresOf({ request: { ...fixture.request, body: { a: '1' } } }, send);
    expect(other).toMatch(/the body differs/);
  });

  it('looks for texts in a body of another kind, and compares headers', async () => {
    const send = senderOf('--x\r\nname="image"\r\n\r\nbytes', 'multipart/form-data; boundary=x');
    const request = { ...fixture.request, contains: ['name="image"'], headers: { 'x-app': 'a' } };
    expect(await failuresOf({ request }, send)).toEqual(passing);
    const [missing] = await failuresOf({ request: { ...request, contains: ['name="video"'] } }, send);
    expect(missing).toMatch(/the body does not hold 'name="video"'/);
    const [header] = await failuresOf({ request: { ...request, headers: { 'x-app': 'b' } } }, send);
    expect(header).toMatch(/header x-app/);
  });

  it('compares method and path', async () => {
    const [moved] = await failuresOf({ request: { method: 'POST', path: '/case' } }, senderOf('', 'text/plain'));
    expect(moved).toMatch(/POST \/cases/);
  });

  it('finds status words inside lists', async () => {
    const send = senderOf('', 'text/plain');
    expect(await failuresOf({ openWords: ['cases.0.status'] }, send)).toEqual([...passing, undefined]);
    const failures = await failuresOf({ openWords: ['cases.0'] }, send);
    expect(failures[2]).toMatch(/openWords: cases\.0 is not a text/);
  });

  it('can be the exact bytes of an answer', async () => {
    const text = '{"cases":[{"id":"7","status":"OPEN"}]}';
    const changes = { response: { status: 200, text }, expected: { cases: [{ id: '7', status: 'OPEN' }] } };
    expect(await failuresOf(changes, senderOf('', 'text/plain'))).toEqual([undefined]);
  });
});

describe('the replay server', () => {
  it('answers 501 until it is told what to say, and records what it was asked', async () => {
    const server = await createReplayServer();
    try {
      const response = await fetch(`${server.baseUrl}/a?b=c%20d`, {
        method: 'PUT',
        body: '{',
        headers: { 'content-type': 'application/json' },
      });
      expect(response.status).toBe(501);
      expect(server.requests).toMatchObject([{ method: 'PUT', path: '/a', query: { b: 'c d' }, body: undefined, text: '{' }]);
    } finally {
      await server.close();
    }
  });
});
