import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { createFakeClock, readFixtures, type WireFixture } from 'aftersale/testing';
import { parseLosslessly, stringifyLosslessly } from 'aftersale';
import { shopeeHosts } from 'aftersale/marketplaces/shopee';
import { createWire, signatureParameters, wireCalls } from './wire-under-test.js';

const fixtures = readFixtures(new URL('./fixtures/', import.meta.url));

const callOf = ({ endpoint }: WireFixture): (typeof wireCalls)[number] => {
  const call = wireCalls.find((candidate) => candidate.endpoint.name === endpoint);
  if (call === undefined) throw new Error(`no wire call ${endpoint}`);
  return call;
};

const texts = (query: object): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

describe('each call is made of its input alone', () => {
  test.each(fixtures.map((fixture) => [`${fixture.endpoint}: ${fixture.description}`, fixture] as const))(
    '%s',
    (_title, fixture) => {
      const { method, path, query = {}, body } = callOf(fixture).toRequest(fixture.input);
      expect({ method, path, query: texts(query) }).toEqual({
        method: fixture.request.method,
        path: fixture.request.path,
        query: fixture.request.query ?? {},
      });
      if (body !== undefined && 'json' in body)
        expect(parseLosslessly(stringifyLosslessly(body.json))).toEqual(fixture.request.body);
    },
  );
});

describe('each answer, over HTTPS from the production host', () => {
  const answered = fixtures.filter(({ expected, request }) => expected !== undefined && request.contains === undefined);

  test.each(answered.map((fixture) => [`${fixture.endpoint}: ${fixture.description}`, fixture] as const))(
    '%s',
    async (_title, fixture) => {
      const { request, response } = fixture;
      const scope = nock(shopeeHosts.global)
        .intercept(
          request.path,
          request.method,
          request.body === undefined ? undefined : (sent) => JSON.stringify(sent) === JSON.stringify(request.body),
        )
        .query((sent) => {
          const own = Object.entries(sent).filter(([name]) => !signatureParameters.includes(name));
          expect(Object.fromEntries(own)).toEqual(request.query ?? {});
          return /^[0-9a-f]{64}$/.test(String(sent['sign']));
        })
        .reply(response.status, JSON.stringify(response.body), { 'content-type': 'application/json' });
      const wire = createWire(shopeeHosts.global, createFakeClock({ autoAdvance: true }));
      const result = await wire.send(fixture.endpoint, fixture.input);
      wire.close();
      if (result.state !== 'done') throw new Error(result.state);
      expect(JSON.parse(JSON.stringify(result.value ?? null))).toEqual(fixture.expected);
      expect(scope.isDone()).toBe(true);
    },
  );
});
