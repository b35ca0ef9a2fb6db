import http from 'node:http';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ConfigurationError } from '../../src/core/errors/caller-errors.js';
import { createMemoryTokenStore } from '../../src/transport/tokens.js';
import { environmentOf } from '../../src/transport/environment.js';
import { commonSettingsShape, parseSettings } from '../../src/transport/settings.js';

const schema = z.strictObject({ ...commonSettingsShape, partnerId: z.int().min(0), partnerKey: z.string().min(1) });
const tokens = { accessToken: 'hush-access', refreshToken: 'hush-refresh', expiresAt: '2026-01-01T00:00:00.000Z' };
const good = { tokens, partnerId: 1, partnerKey: 'hush-key' };

const issuesOf = (settings: unknown): readonly { readonly path: string; readonly message: string }[] => {
  try {
    parseSettings(schema, settings, 'test');
    return [];
  } catch (error) {
    expect(error).toMatchObject({ name: 'ConfigurationError', marketplace: 'test' });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('hush');
    return ConfigurationError.isInstance(error) ? error.issues : [];
  }
};

describe('settings', () => {
  it('are handed back when they are right', () => {
    expect(parseSettings(schema, good, 'test')).toEqual(good);
    expect(
      parseSettings(schema, { ...good, tokens: createMemoryTokenStore(), log: console, maxRetries: 0 }, 'test').maxRetries,
    ).toBe(0);
  });

  it.each([
    [{ ...good, partnerId: 'hush' }, 'settings.partnerId', 'expected number, received string'],
    [{ ...good, partnerID: 1 }, 'settings.partnerID', 'no such setting, did you mean partnerId?'],
    [{ ...good, colour: 1 }, 'settings.colour', 'no such setting'],
    [{ ...good, tokens: 'hush' }, 'settings.tokens', 'expected { accessToken, refreshToken, expiresAt } or a TokenStore'],
    [
      { ...good, tokens: { ...tokens, expiresAt: '2026-01-01' } },
      'settings.tokens.expiresAt',
      'expected an instant such as 2026-01-31T12:00:00.000Z',
    ],
    [
      { ...good, tokens: { ...tokens, accessToken: undefined } },
      'settings.tokens.accessToken',
      'expected string, received undefined',
    ],
    [{ ...good, baseUrl: 'ftp://hush' }, 'settings.baseUrl', 'expected an address such as https://partner.example.com'],
    [{ ...good, proxy: 'hush' }, 'settings.proxy', 'expected an address such as http://proxy.example.com:8080'],
    [{ ...good, clock: {} }, 'settings.clock', 'expected a Clock with now and sleep'],
    [{ ...good, httpClient: {} }, 'settings.httpClient', 'expected an HttpClient with send'],
    [{ ...good, agent: {} }, 'settings.agent', 'expected an http.Agent or https.Agent'],
    [{ ...good, onDrift: 'hush' }, 'settings.onDrift', 'expected a function'],
    [{ ...good, agent: new http.Agent(), proxy: 'http://hush' }, 'settings.proxy', 'has no effect beside agent: give only one'],
    ['hush', 'settings', 'expected object, received string'],
  ])('name what is wrong and where, and show no value (%#)', (settings, path, message) => {
    expect(issuesOf(settings)).toEqual([{ path, message }]);
  });

  it('refuse a time-out and retries out of range', () => {
    expect(issuesOf({ ...good, timeoutInMs: 0, maxRetries: 99 }).map(({ path }) => path)).toEqual([
      'settings.timeoutInMs',
      'settings.maxRetries',
    ]);
  });
});

describe('the environment', () => {
  it.each([
    ['https://partner.example.com', 'live'],
    ['https://PARTNER.example.com./', 'live'],
    ['https://partner.example.com:8443', 'sandbox'],
    ['https://partner.example.com.evil.example', 'sandbox'],
    ['http://127.0.0.1:4000', 'sandbox'],
  ])('of %s is %s', (baseUrl, environment) => {
    expect(environmentOf(baseUrl, ['partner.example.com'])).toBe(environment);
  });
});
