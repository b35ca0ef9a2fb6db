import { describe, expect, test } from 'vitest';
import { readFixtures, type WireFixture } from 'aftersale/testing';
import { wireCalls } from './wire-under-test.js';

const fixtures = readFixtures(new URL('./fixtures/', import.meta.url));

const callOf = ({ endpoint }: WireFixture): (typeof wireCalls)[number] => {
  const call = wireCalls.find((candidate) => candidate.endpoint.name === endpoint);
  if (call === undefined) throw new Error(`no wire call ${endpoint}`);
  return call;
};

describe('each call is made of its input alone', () => {
  test.each(fixtures.map((fixture) => [`${fixture.endpoint}: ${fixture.description}`, fixture] as const))(
    '%s',
    (_title, fixture) => {
      const { method, path, query = {}, body } = callOf(fixture).toRequest(fixture.input);
      expect({ method, path, query }).toEqual({
        method: fixture.request.method,
        path: fixture.request.path,
        query: fixture.request.query ?? {},
      });
      if (body !== undefined && 'form' in body) expect(body.form).toEqual(fixture.request.body);
    },
  );
});
