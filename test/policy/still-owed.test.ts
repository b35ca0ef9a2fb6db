import { describe, expect, test } from 'vitest';
import { money, toInstant, type Case, type CasePhase } from 'aftersale';
import { compilePolicy, deadlinesFrom } from 'aftersale/policy';
import { isStillOwed } from '../../src/policy/still-owed.js';
import { caseOf } from '../core/scripted-adapter.js';

const inPhase = (phase: CasePhase, change: Partial<Case> = {}): Case => caseOf('A', { phase, ...change });

describe('a duty computed from dates ends with the phase that settles it', () => {
  test.each<[CasePhase, boolean, boolean, boolean]>([
    ['requested', true, false, false],
    ['negotiating', true, false, false],
    ['awaiting-shipment', false, true, false],
    ['in-transit', false, false, true],
    ['inspection', false, false, true],
    ['refund-pending', false, false, false],
    ['closed', false, false, false],
    ['unknown', true, true, true],
  ])('%s: answer %s, dispatch back %s, inspect %s', (phase, answer, dispatchBack, inspect) => {
    const found = inPhase(phase);
    expect([isStillOwed(found, 'answer'), isStillOwed(found, 'dispatch-back'), isStillOwed(found, 'inspect')]).toEqual([
      answer,
      dispatchBack,
      inspect,
    ]);
  });

  test('an answer is not owed while the buyer’s turn lasts', () => {
    expect(isStillOwed(inPhase('negotiating', { waitingOn: 'buyer' }), 'answer')).toBe(false);
    expect(isStillOwed(inPhase('negotiating', { waitingOn: 'unknown' }), 'answer')).toBe(true);
  });

  test('a refund is owed until it is paid to the buyer', () => {
    const amount = money(100, 'SGD');
    expect(isStillOwed(inPhase('refund-pending'), 'refund')).toBe(true);
    expect(isStillOwed(inPhase('refund-pending', { refunds: [{ amount, state: 'agreed', to: 'buyer' }] }), 'refund')).toBe(true);
    expect(isStillOwed(inPhase('refund-pending', { refunds: [{ amount, state: 'paid', to: 'seller' }] }), 'refund')).toBe(true);
    expect(isStillOwed(inPhase('refund-pending', { refunds: [{ amount, state: 'paid', to: 'buyer' }] }), 'refund')).toBe(false);
  });

  test('a refund of which a part is paid is owed still, up to what is asked for or what the rules come to', () => {
    const paid = (...minor: readonly number[]): Case['refunds'] =>
      minor.map((each) => ({ amount: money(each, 'SGD'), state: 'paid', to: 'buyer' }) as const);
    const requested = { remedy: 'refund', amount: money(2000, 'SGD') } as const;
    const pending = (refunds: Case['refunds']): Case => inPhase('refund-pending', { requested, refunds });
    expect(isStillOwed(pending(paid(100)), 'refund')).toBe(true);
    expect(isStillOwed(pending(paid(100, 1900)), 'refund')).toBe(false);
    expect(isStillOwed(pending(paid(1700)), 'refund', money(1700, 'SGD'))).toBe(false);
    expect(isStillOwed(pending(paid(1700)), 'refund', money(2500, 'SGD'))).toBe(true);
    expect(isStillOwed(inPhase('refund-pending', { refunds: paid(1700) }), 'refund', money(1800, 'SGD'))).toBe(true);
  });

  test('goods that have arrived are not to be delivered any more', () => {
    const parcel = { direction: 'outbound', status: { unified: 'in-transit', raw: '' } } as const;
    const arrived = { ...parcel, status: { unified: 'delivered', raw: '' } } as const;
    expect(isStillOwed(inPhase('requested', { shipments: [parcel] }), 'deliver')).toBe(true);
    expect(isStillOwed(inPhase('requested', { shipments: [arrived] }), 'deliver')).toBe(false);
    expect(isStillOwed(inPhase('requested', { shipments: [arrived, parcel] }), 'deliver')).toBe(true);
    const sent = { ...parcel, shippedAt: toInstant(0) };
    expect(isStillOwed(inPhase('requested', { shipments: [sent] }), 'ship')).toBe(false);
    expect(isStillOwed(inPhase('requested', { shipments: [sent] }), 'deliver')).toBe(true);
  });
});

test('the client’s port gives the promise of an open request and none of an answered one', () => {
  const policy = compilePolicy([
    {
      aftersale: 'policy/v1',
      id: 'house',
      seller: { country: 'SG', timeZone: 'Asia/Singapore' },
      rules: [
        {
          id: 'faulty',
          when: { reasonClass: 'conformity' },
          window: { days: 30, from: 'requested' },
          pays: { return: 'seller' },
        },
      ],
      promises: { answer: { days: 3, from: 'requested', onMiss: 'auto-approved' } },
    },
  ]);
  const openedAt = toInstant(Date.UTC(2026, 0, 10));
  const opened = {
    openedAt,
    updatedAt: openedAt,
    site: 'SG',
    requested: { remedy: 'refund', amount: money(100, 'SGD') },
  } as const;
  const source = deadlinesFrom(policy);
  expect(source(inPhase('requested', opened))).toEqual([
    {
      duty: 'answer',
      party: 'seller',
      by: '2026-01-13T15:59:59.999Z',
      onMiss: 'auto-approved',
      source: 'policy',
      certainty: 'derived',
    },
  ]);
  expect(source(inPhase('in-transit', opened))).toEqual([]);
});
