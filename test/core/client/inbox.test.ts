import { describe, expect, test } from 'vitest';
import {
  createClient,
  createPages,
  nextSellerDeadline,
  toInstant,
  UnavailableError,
  type Case,
  type CaseSummary,
  type Deadline,
} from 'aftersale';
import { createManualClock } from '../manual-clock.js';
import { caseOf, createScriptedAdapter } from '../scripted-adapter.js';

const now = Date.UTC(2026, 0, 10);
const hour = 3_600_000;

const due = (inMs: number, change: Partial<Deadline> = {}): Deadline => ({
  duty: 'answer',
  party: 'seller',
  by: toInstant(now + inMs),
  onMiss: 'auto-refunded',
  source: 'marketplace',
  certainty: 'stated',
  ...change,
});

const inboxOf = (cases: readonly Case[], onCall?: (call: string) => void) => {
  const { clock } = createManualClock(now);
  const adapter = createScriptedAdapter({
    clock,
    cases: new Map(cases.map((item) => [item.id, item])),
    ...(onCall === undefined ? {} : { onCall }),
  });
  return createClient({ accounts: { shop: adapter } });
};

describe('inbox', () => {
  test('orders open cases by the seller’s next deadline, overdue first, and lists those without one apart', async () => {
    const client = inboxOf([
      caseOf('LATER', { deadlines: [due(30 * hour)] }),
      caseOf('OVERDUE', { deadlines: [due(-hour)] }),
      caseOf('BUYER', { deadlines: [due(hour, { party: 'buyer', duty: 'dispatch-back' })] }),
      caseOf('SOON', { deadlines: [due(40 * hour), due(2 * hour, { duty: 'submit-evidence' })] }),
      caseOf('CLOSED', { phase: 'closed', deadlines: [due(hour)] }),
      caseOf('NONE'),
    ]);
    const { entries, withoutDeadline, failures } = await client.inbox();
    expect(entries.map((entry) => [entry.case.order.id, entry.next.duty, entry.dueInMs / hour])).toEqual([
      ['order-OVERDUE', 'answer', -1],
      ['order-SOON', 'submit-evidence', 2],
      ['order-LATER', 'answer', 30],
    ]);
    expect(withoutDeadline.map((entry) => entry.case.order.id)).toEqual(['order-BUYER', 'order-NONE']);
    expect(failures).toEqual([]);
    expect(entries[0]?.account).toBe('shop');
  });

  test.each([Number.NaN, -1])('a span of %s is refused, where nothing would ever be due', async (dueWithinInMs) => {
    const reading = inboxOf([caseOf('OVERDUE', { deadlines: [due(-hour)] })]).inbox({ dueWithinInMs });
    await expect(reading).rejects.toThrow(/inbox.*dueWithinInMs/s);
  });

  test('dueWithinInMs keeps the overdue ones and never drops those without a deadline', async () => {
    const client = inboxOf([
      caseOf('LATER', { deadlines: [due(30 * hour)] }),
      caseOf('OVERDUE', { deadlines: [due(-hour)] }),
      caseOf('NONE'),
    ]);
    const { entries, withoutDeadline } = await client.inbox({
      dueWithinInMs: 24 * hour,
      concurrency: 1,
      timeoutInMs: 5,
      includeRaw: true,
    });
    expect(entries.map((entry) => entry.case.order.id)).toEqual(['order-OVERDUE']);
    expect(withoutDeadline).toHaveLength(1);
  });

  test('cases due at the same moment keep one order', async () => {
    const client = inboxOf([caseOf('B', { deadlines: [due(hour)] }), caseOf('A', { deadlines: [due(hour)] })]);
    expect((await client.inbox()).entries.map((entry) => entry.case.order.id)).toEqual(['order-A', 'order-B']);
  });

  test('a case that two pages tell of is one entry, read once', async () => {
    const { clock } = createManualClock(now);
    const calls: string[] = [];
    const found = caseOf('A', { deadlines: [due(hour)] });
    const adapter = createScriptedAdapter({ clock, cases: new Map([[found.id, found]]), calls });
    const list = () =>
      createPages<CaseSummary, number>({
        kind: 'repeating',
        read: (cursor = 0) => Promise.resolve({ items: [found], ...(cursor === 0 ? { next: 1 } : {}) }),
        parseCursor: (value) => (typeof value === 'number' ? value : undefined),
      });
    const client = createClient({ accounts: { shop: { ...adapter, cases: { ...adapter.cases, list } } } });
    const { entries } = await client.inbox();
    expect(entries.map((entry) => entry.case.id)).toEqual([found.id]);
    expect(calls).toEqual([`get ${found.id}`]);
  });

  test('what could not be read is reported beside the rest', async () => {
    const told: string[] = [];
    const client = inboxOf([caseOf('A', { deadlines: [due(hour)] }), caseOf('B')], (call) => {
      if (call === 'get scripted:sandbox:1:B') throw new UnavailableError('down');
    });
    const { entries, failures } = await client.inbox({ onFailure: ({ error }) => told.push(error.code) });
    expect(entries).toHaveLength(1);
    expect(failures).toMatchObject([{ account: 'shop', error: { code: 'unavailable' } }]);
    expect(told).toEqual(['unavailable']);
  });

  test('at the same moment a stated deadline comes before an estimated one', () => {
    const estimated = due(hour, { certainty: 'estimated', duty: 'inspect' });
    expect(nextSellerDeadline([estimated, due(hour)])?.duty).toBe('answer');
    expect(nextSellerDeadline([due(hour), estimated])?.duty).toBe('answer');
    expect(nextSellerDeadline([])).toBeUndefined();
  });
});
