import { describe, expectTypeOf, test } from 'vitest';
import {
  createClient,
  defineAdapter,
  supports,
  type CaseOperations,
  type MarketplaceAdapter,
  type Order,
  type Pages,
} from 'aftersale';

declare const operations: CaseOperations;
declare const shell: Omit<MarketplaceAdapter, 'cases' | 'absent' | 'native' | 'push'>;
declare const anyAdapter: MarketplaceAdapter;
const why = { reason: 'no such call', documentation: 'https://example.com' };
const readOnly = {
  accept: why,
  offer: why,
  acceptOffer: why,
  rejectionReasons: why,
  reject: why,
  withdrawRejection: why,
  refund: why,
  submitEvidence: why,
  message: why,
  track: why,
  settle: why,
};
const { list, get, offer, settle } = operations;

const reader = defineAdapter({ ...shell, cases: { list, get }, absent: readOnly, native: { ping: (): number => 1 } });

describe('defineAdapter', () => {
  test('keeps the contract’s signatures and the native type, and stays assignable to the general adapter', () => {
    expectTypeOf(reader.cases.get).toEqualTypeOf<CaseOperations['get']>();
    expectTypeOf(reader.native.ping).returns.toEqualTypeOf<number>();
    expectTypeOf(reader).toExtend<MarketplaceAdapter>();
    expectTypeOf<keyof typeof reader.absent>().toEqualTypeOf<Exclude<keyof CaseOperations, 'list' | 'get'>>();
  });

  test('an absent operation cannot be called', () => {
    // @ts-expect-error reject is not an operation of this adapter
    expectTypeOf(reader.cases.reject).toBeAny();
  });

  test('every absent operation needs its reason', () => {
    const { message: _message, ...incomplete } = readOnly;
    // @ts-expect-error the reason for message is missing
    defineAdapter({ ...shell, cases: { list, get }, absent: incomplete, native: {} });
  });

  test('a stray or misspelt method is refused', () => {
    // @ts-expect-error acceptt is no operation
    defineAdapter({ ...shell, cases: { list, get, acceptt: operations.accept }, absent: readOnly, native: {} });
  });

  test('a method of another signature is refused', () => {
    // @ts-expect-error get must take a case id
    defineAdapter({ ...shell, cases: { list, get: (id: number) => Promise.resolve(id) }, absent: readOnly, native: {} });
  });

  test('what can write must be able to settle', () => {
    const { offer: _offer, settle: _settle, ...rest } = readOnly;
    defineAdapter({ ...shell, cases: { list, get, offer, settle }, absent: rest, native: {} });
    // @ts-expect-error settle is missing beside offer
    defineAdapter({ ...shell, cases: { list, get, offer }, absent: { ...rest, settle: why }, native: {} });
  });
});

describe('using any adapter', () => {
  test('an optional operation is callable only after asking', () => {
    // @ts-expect-error perhaps not there
    void anyAdapter.cases.refund(...([] as unknown as Parameters<CaseOperations['refund']>));
    if (supports(anyAdapter, 'refund')) expectTypeOf(anyAdapter.cases.refund).toEqualTypeOf<CaseOperations['refund']>();
  });

  test('a client keeps each account’s own type', () => {
    const client = createClient({ accounts: { 'sg-1': reader } });
    expectTypeOf(client.account('sg-1').native.ping).returns.toEqualTypeOf<number>();
    expectTypeOf(client.cases.list).returns.toExtend<Pages<unknown>>();
    expectTypeOf(client.account('sg-1').orders.get).returns.resolves.toEqualTypeOf<Order>();
    // @ts-expect-error no such account
    client.account('sg-2');
  });
});
