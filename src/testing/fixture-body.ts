import assert from 'node:assert/strict';
import type { FixtureJson, FixtureResponse, WireFixture } from './fixture.js';
import type { Reply } from './replay-server.js';

/** A word no marketplace uses today. */
export const wordNobodyKnows = 'AFTERSALE_WORD_NOBODY_KNOWS';

const fieldNobodyKnows = 'aftersale_field_nobody_knows';

const isList = (value: FixtureJson): value is FixtureJson[] => Array.isArray(value);

export const toReply = ({ status, headers, text }: FixtureResponse, body: FixtureJson | undefined): Reply => ({
  type: 'answer',
  status,
  headers,
  text: text ?? (body === undefined ? '' : JSON.stringify(body)),
});

/** The body as a later version of the marketplace might send it: one more field in every object. */
export const withUnknownFields = (body: FixtureJson): FixtureJson => {
  if (isList(body)) return body.map(withUnknownFields);
  if (typeof body !== 'object' || body === null) return body;
  const known = Object.entries(body).map(([key, value]) => [key, withUnknownFields(value)] as const);
  return { ...Object.fromEntries(known), [fieldNobodyKnows]: { since: 'a later version' } };
};

const replaceAt = (body: FixtureJson, path: readonly string[], dotted: string): FixtureJson => {
  const [key, ...rest] = path;
  if (key === undefined) {
    assert.equal(typeof body, 'string', `openWords: ${dotted} is not a text in response.body`);
    return wordNobodyKnows;
  }
  if (isList(body)) return body.map((item, index) => (String(index) === key ? replaceAt(item, rest, dotted) : item));
  const found = typeof body === 'object' && body !== null ? body[key] : undefined;
  assert.ok(found !== undefined, `openWords: ${dotted} is not in response.body`);
  return { ...(typeof body === 'object' ? body : {}), [key]: replaceAt(found, rest, dotted) };
};

/** The body with every status word the fixture names replaced by one that nobody knows. */
export const withUnknownWords = ({ response, openWords = [] }: WireFixture): FixtureJson => {
  const { body } = response;
  assert.ok(body !== undefined, 'openWords needs response.body');
  return openWords.reduce((changed, path) => replaceAt(changed, path.split('.'), path), body);
};
