import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/core/time.js';
import { HttpFailure } from '../../src/transport/http-client.js';
import { redact, toProviderMessage } from '../../src/transport/redact.js';
import { createMemoryTokenStore } from '../../src/transport/tokens.js';
import { setUp, start } from './support/set-up.js';
import { confirmCase, json, readCase, refuse, scriptedHttp } from './support/test-marketplace.js';

const accessToken = 'access-9f8e7d';
const refreshToken = 'refresh-5c4b3a';
const partnerKey = 'partner-key-1a2b3c';
const secrets = [accessToken, refreshToken, partnerKey];

/** Whatever a failing marketplace or client can throw back at its caller, the secrets included. */
const secretText = fc.tuple(fc.string(), fc.constantFrom(...secrets), fc.string()).map((parts) => parts.join(''));
const failure = fc.oneof(
  secretText.map((text) => refuse('closed', text)),
  secretText.map((text) => refuse('bad_token', text)),
  secretText.map((text) => refuse(text, text)),
  secretText.map((text) => json({ error: 'too_fast', message: text }, 429, { 'x-request-id': text })),
  secretText.map((text) => json({ error: '', data: { [text]: text, id: { [text]: 1 } } })),
  secretText.map((text) => ({ status: 200, headers: {}, body: text })),
  secretText.map((text) => ({ status: 502, headers: { 'retry-after': text }, body: text })),
  secretText.map((text) =>
    Object.assign(new Error(text), { code: 'ECONNRESET', config: { headers: { authorization: text } }, cause: new Error(text) }),
  ),
  secretText.map((text) => Object.assign(new Error(text), { code: text })),
  fc.constant(new HttpFailure('late', { kind: 'timeout', wasSent: true })),
);

describe('whatever goes wrong', () => {
  it('no error and no log line holds a token, a key or the text of a foreign error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(failure, { minLength: 1, maxLength: 4 }), fc.boolean(), async (steps, isWrite) => {
        const lines: unknown[] = [];
        const write = (...line: unknown[]) => lines.push(line);
        const store = createMemoryTokenStore({ k: { accessToken, refreshToken, expiresAt: toInstant(start + 3_600_000) } });
        const { transport } = setUp({
          httpClient: scriptedHttp(...steps),
          tokens: { store, keys: { seller: 'k' } },
          secrets: [partnerKey],
          log: { debug: write, info: write, warn: write, error: write },
          onDrift: write,
        });
        const ended: unknown = await (isWrite ? transport.attempt(confirmCase, 'r1') : transport.send(readCase, 'r1')).catch(
          (error: unknown) => error,
        );
        const seen = [ended, ...lines]
          .map((value) => `${inspect(value, { depth: 9, showHidden: true })} ${JSON.stringify(value)}`)
          .join('\n');
        for (const secret of secrets) expect(seen).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });
});

describe('redact', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const once = redact(value);
        expect(redact(once)).toEqual(once);
      }),
    );
  });

  it('keeps what is on the list and plain, at any depth, and nothing else', () => {
    expect(
      redact({
        operation: 'cases.get',
        status: 503,
        buyer: 'Anna',
        nested: [{ code: 'timeout', reason: 'Anna Smith, 5 Rose Lane' }],
      }),
    ).toEqual({
      operation: 'cases.get',
      status: 503,
      buyer: '[redacted]',
      nested: [{ code: 'timeout', reason: '[redacted]' }],
    });
  });
});

describe('a marketplace’s own words', () => {
  it('lose addresses, telephone numbers and what could be a key', () => {
    const text =
      'invalid email : anna.smith@example.com, call +49 (30) 901820 with 59777174636562737266615546704c6d. Please try later. [20]';
    expect(toProviderMessage(text)).toBe('invalid email : [redacted], call [redacted] with [redacted]. Please try later. [20]');
  });

  it('are short', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => toProviderMessage(text).length <= 200));
  });
});
