import { describe, expect, it } from 'vitest';
import { toProviderCode, toRequestId } from '../../src/transport/provider-words.js';

describe('a code of a marketplace', () => {
  it.each([
    'returns.error_reverse_logistics_tracking_info',
    'invalid_acceess_token',
    'isp.remote-service-timeout',
    'isv.permission-ip-whitelist-limit',
    'UnknownRuntimeException',
    'result_object=false',
    'F-00-00-1',
    '13001',
    '',
  ])('%s stays as it is', (code) => {
    expect(toProviderCode(code)).toBe(code);
  });

  it.each([
    'jane@example.com',
    'error_data buyer.jane@example.com',
    'Jane Doe',
    '+6591234567',
    '6591234567',
    'error_65-9123-4567',
    'Atza|abc',
    '59777174636562737266615546704c6d',
    'error_param:a1b2c3d4e5f60718293a4b5c',
  ])('%s is removed', (code) => {
    expect(toProviderCode(code)).toBe('[redacted]');
  });

  it('is not longer than a line', () => {
    expect(toProviderCode('k'.repeat(400))).toHaveLength(80);
  });
});

describe('the id of a request', () => {
  it.each([
    '33e099960cdf420393ca5d5c35016f6d',
    'openapi-e3e3e7f32a7c6d903377b902ac7e7a00:01000237d706e07e:0000004e4d5c1f2f',
    '2140eaab17301752515171777',
    '2101069616872400092505868',
    'b5c8ae19-6b18-4c1c-9c43-3b5b0b3d6f0e',
  ])('%s stays as it is', (id) => {
    expect(toRequestId(id)).toBe(id);
  });

  it.each(['jane@example.com', 'Jane Doe', '6591234567', '65-9123-4567', 'Atza|abc', '', undefined])('%s is none', (id) => {
    expect(toRequestId(id)).toBeUndefined();
  });

  it('is not longer than two lines', () => {
    expect(toRequestId('a'.repeat(400))).toHaveLength(120);
  });
});
