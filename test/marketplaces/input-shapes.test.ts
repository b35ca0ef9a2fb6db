import { describe, expect, it } from 'vitest';
import { createMemoryAdapter } from 'aftersale/marketplaces/memory';
import { createAliExpressAdapter } from 'aftersale/marketplaces/aliexpress';
import { createAmazonAdapter } from 'aftersale/marketplaces/amazon';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';
import {
  InvalidInputError,
  requireOperation,
  supports,
  toCaseId,
  toInstant,
  type HttpClient,
  type MarketplaceAdapter,
} from 'aftersale';

const tokens = { accessToken: 'access', refreshToken: 'refresh', expiresAt: toInstant('2126-01-01T00:00:00Z') };

/** Refuses to be used: a wrong call ends before anything is sent. */
const httpClient: HttpClient = { send: () => Promise.reject(new Error('something was sent')) };
const marketplaceIds = ['ATVPDKIKX0DER'];

const adapters: readonly MarketplaceAdapter[] = [
  createMemoryAdapter(),
  createShopeeAdapter({ partnerId: 1, partnerKey: 'key', shopId: 1, tokens, httpClient }),
  createAliExpressAdapter({ appKey: '1', appSecret: 'secret', sellerId: '1', tokens, httpClient }),
  createAmazonAdapter({
    clientId: 'c',
    clientSecret: 's',
    sellerId: 'A3ABCDEFGHIJKL',
    marketplaceIds,
    region: 'na',
    tokens,
    httpClient,
  }),
];

/** What plain JavaScript, or JSON of a queue, may bring. */
const wrong = {
  accept: [undefined, null, 5, {}, { expected: {} }, { expected: { remedy: 'refund', goods: 'kept-by-buyer', amount: 5 } }],
  offer: [undefined, {}, { remedy: 'refund', goods: 'somewhere' }, { remedy: 'money', goods: 'returned' }],
  acceptOffer: [undefined, {}, { offer: 'x', expected: {} }, { offer: 5, expected: { remedy: 'refund' } }],
  reject: [undefined, {}, { reason: 5 }, { reason: '1', evidence: {} }],
  refund: [undefined, {}, { reason: 'defective' }, { reason: 'whim', lines: [] }, { reason: 'defective', lines: [{}] }],
  submitEvidence: [undefined, {}, { files: [{}] }, { files: [{ content: 'text', contentType: 'image/png' }] }],
  message: [undefined, {}, { text: 5 }, { txt: 'hello' }],
} as const;

type Name = keyof typeof wrong;

const calls = adapters.flatMap((adapter) =>
  (Object.keys(wrong) as Name[])
    .filter((name) => supports(adapter, name))
    .flatMap((name) => wrong[name].map((input) => [adapter.marketplace, name, input, adapter] as const)),
);

describe('an input of another shape than the types say', () => {
  it.each(calls)('%s: %s(%j) is refused with its place, and nothing is sent', async (_marketplace, name, input, adapter) => {
    const { marketplace, environment, sellerId } = adapter;
    const id = toCaseId({ marketplace, environment, sellerId, nativeId: '1' });
    const refused: unknown = await Promise.resolve(Reflect.apply(requireOperation(adapter, name), undefined, [id, input])).catch(
      (error: unknown) => error,
    );
    expect(refused).toSatisfy(InvalidInputError.isInstance);
    expect((refused as InvalidInputError).issues.length).toBeGreaterThan(0);
  });

  it.each(adapters.map((adapter) => [adapter.marketplace, adapter] as const))('%s: no list is read', async (_name, adapter) => {
    for (const query of [null, 5, 'open']) {
      const list = async (): Promise<unknown> => {
        for await (const found of Reflect.apply(adapter.cases.list, undefined, [query])) return found;
        return undefined;
      };
      await expect(list()).rejects.toSatisfy(InvalidInputError.isInstance);
    }
  });

  it.each(adapters.map((adapter) => [adapter.marketplace, adapter] as const))(
    '%s: nothing is settled',
    async (_name, adapter) => {
      const settle = requireOperation(adapter, 'settle');
      for (const attempt of [undefined, null, 'text', {}, { id: 5 }]) {
        const settled = Promise.resolve().then((): unknown => Reflect.apply(settle, undefined, [attempt]));
        await expect(settled).rejects.toSatisfy(InvalidInputError.isInstance);
      }
    },
  );
});
