import { describe, expect, test } from 'vitest';
import { money, toInstant, toOfferId, type AvailableAction, type Case } from 'aftersale';
import type { ReturnDecision, Verdict } from '../../src/policy/decision.js';
import { plan } from '../../src/responder/plan.js';
import type { Playbook } from '../../src/responder/response-plan.js';
import { caseOf } from '../core/scripted-adapter.js';

const at = toInstant(Date.UTC(2026, 0, 10));
const sgd = (minor: number) => money(minor, 'SGD');
const playbook: Playbook = { refundUpTo: { SGD: sgd(5000) }, keepGoodsUpTo: { SGD: sgd(1000) } };

const decisionOf = (verdict: Verdict, owed: number | null): ReturnDecision => {
  const terms = {
    window: null,
    pays: { outbound: 'seller', return: 'seller', replacement: 'seller' },
    refund: { total: owed === null ? null : sgd(owed), form: 'original-means', lines: [], unknownLines: [] },
    remedies: [],
    deadlines: [],
  } as const;
  const because = [{ rule: 'faulty', source: 'seller:house', validFrom: null, confidence: 'seller' }] as const;
  const right = {
    ...terms,
    id: 'conformity/seller:house',
    kind: 'conformity',
    layer: 'seller',
    source: 'seller:house',
    verdict,
    lostTo: null,
    reasons: [],
    because,
  } as const;
  return {
    ...terms,
    verdict,
    rights: [right],
    recommended: right.id,
    liable: 'seller',
    alternatives: [],
    requirements: [],
    reasons: verdict === 'needs-review' ? [{ code: 'fact-missing', path: 'order.deliveredAt', right: null }] : [],
    missing: [],
    overrode: [],
    warnings: [],
  };
};

const refundNow = (minor: number): AvailableAction => ({
  operation: 'accept',
  remedy: 'refund',
  effect: { refund: sgd(minor), goods: 'kept-by-buyer' },
  requires: [],
  source: 'derived',
});
const takeOffer = (minor: number): AvailableAction => ({
  operation: 'acceptOffer',
  remedy: 'partial-refund',
  offerId: toOfferId('o1'),
  effect: { refund: sgd(minor), goods: 'kept-by-buyer' },
  requires: [],
  source: 'native',
});
const offerReturn = (min: number, max: number): AvailableAction => ({
  operation: 'offer',
  remedy: 'refund',
  effect: { goods: 'returned' },
  constraint: { type: 'range', min: sgd(min), max: sgd(max) },
  requires: [],
  source: 'native',
});
const contest: AvailableAction = { operation: 'reject', requires: ['rejection-reason', 'evidence'], source: 'derived' };
const prove: AvailableAction = { operation: 'submitEvidence', mandatory: true, requires: ['evidence'], source: 'derived' };

const planFor = (change: Partial<Case>, verdict: Verdict, owed: number | null) =>
  plan(caseOf('A', change), decisionOf(verdict, owed), { playbook, at });

describe('an eligible case', () => {
  test('takes the buyer’s proposal when it costs no more than is owed', () => {
    const { steps, needsApproval, why } = planFor({ actions: [refundNow(3000), takeOffer(1500)] }, 'eligible', 3000);
    expect(steps).toEqual([
      {
        type: 'call',
        operation: 'acceptOffer',
        input: { offer: 'o1', expected: { remedy: 'partial-refund', amount: sgd(1500) } },
        refund: sgd(1500),
      },
    ]);
    expect(needsApproval).toBe(false);
    expect(why).toEqual(['eligible by conformity/seller:house (seller:house faulty)', 'owed 30.00 SGD']);
  });

  test('refunds at once where the goods need not come back', () => {
    const kept = {
      requested: { remedy: 'refund', goods: 'kept-by-buyer' },
      actions: [refundNow(3000), offerReturn(0, 3000)],
    } as const;
    expect(planFor(kept, 'eligible', 3000).steps).toEqual([
      {
        type: 'call',
        operation: 'accept',
        input: { expected: { remedy: 'refund', amount: sgd(3000), goods: 'kept-by-buyer' } },
        refund: sgd(3000),
      },
    ]);
    expect(
      planFor(
        { requested: { remedy: 'refund', goods: 'returned' }, actions: [refundNow(900), offerReturn(0, 900)] },
        'eligible',
        900,
      ).steps,
    ).toMatchObject([{ operation: 'accept' }]);
  });

  test('leaves what wants words or an address to a person', () => {
    const needing = (action: AvailableAction): AvailableAction => ({ ...action, requires: ['text', 'return-address'] });
    const actions = [needing(takeOffer(1500)), needing(refundNow(3000)), needing(offerReturn(100, 3000))];
    const { steps, needsApproval } = planFor(
      { requested: { remedy: 'refund', goods: 'kept-by-buyer' }, actions },
      'eligible',
      3000,
    );
    expect([steps[0]?.type, needsApproval]).toEqual(['person', true]);
  });

  test('asks for dear goods back instead of giving them away', () => {
    const back = {
      requested: { remedy: 'refund', goods: 'returned' },
      actions: [refundNow(3000), offerReturn(100, 3000)],
    } as const;
    expect(planFor(back, 'eligible', 3000).steps).toEqual([
      { type: 'call', operation: 'offer', input: { remedy: 'refund', goods: 'returned', amount: sgd(3000) }, refund: null },
    ]);
  });

  test('never pays more than is owed, and never offers outside the bounds', () => {
    const dear = {
      requested: { remedy: 'refund', goods: 'kept-by-buyer' },
      actions: [refundNow(3001), takeOffer(3001), offerReturn(3001, 4000)],
    } as const;
    expect(planFor(dear, 'eligible', 3000).steps).toEqual([{ type: 'person', task: 'answer', requires: [] }]);
    expect(planFor({ actions: [offerReturn(0, 2999)] }, 'eligible', 3000).steps).toMatchObject([{ type: 'person' }]);
    expect(planFor({ actions: [refundNow(1)] }, 'eligible', null).steps).toMatchObject([{ type: 'person' }]);
  });

  test('needs a person above the cap of the playbook and in a currency it does not name', () => {
    const kept = { requested: { remedy: 'refund', goods: 'kept-by-buyer' }, actions: [refundNow(5001)] } as const;
    expect(planFor(kept, 'eligible', 6000)).toMatchObject({ needsApproval: true, steps: [{ operation: 'accept' }] });
    const none = plan(caseOf('A', kept), decisionOf('eligible', 6000), { playbook: { refundUpTo: {}, keepGoodsUpTo: {} }, at });
    expect(none.needsApproval).toBe(true);
  });
});

describe('anything doubtful goes to a person', () => {
  test.each<[string, Verdict, readonly AvailableAction[], object]>([
    ['a case that needs review', 'needs-review', [refundNow(1)], { task: 'judge', requires: [] }],
    [
      'an ineligible case that can be contested',
      'ineligible',
      [contest],
      { task: 'contest', requires: ['rejection-reason', 'evidence'] },
    ],
    ['an ineligible case that cannot', 'ineligible', [], { task: 'judge' }],
    [
      'evidence that the marketplace waits for',
      'eligible',
      [refundNow(1), prove],
      { task: 'submit-evidence', requires: ['evidence'] },
    ],
  ])('%s', (_name, verdict, actions, expected) => {
    const { steps, needsApproval } = planFor({ actions }, verdict, 100);
    expect(steps).toMatchObject([{ type: 'person', ...expected }]);
    expect(needsApproval).toBe(true);
  });

  test('goods that have come back are looked at before money moves', () => {
    expect(planFor({ phase: 'inspection', actions: [refundNow(1)] }, 'eligible', 100).steps).toEqual([
      { type: 'person', task: 'inspect', requires: [] },
    ]);
  });

  test('and the reason says what is not known', () => {
    expect(planFor({}, 'needs-review', null).why).toContain('fact-missing: order.deliveredAt');
  });
});

describe('nothing to do', () => {
  test.each<[Partial<Case>, string]>([
    [{ phase: 'closed', waitingOn: 'nobody' }, 'the case is closed'],
    [{ waitingOn: 'buyer', actions: [refundNow(1)] }, 'it is the turn of the buyer'],
  ])('%j', (change, why) => {
    expect(planFor(change, 'eligible', 100)).toEqual({ steps: [], why: [why], needsApproval: false, expiresAt: null });
  });
});

test('a plan expires with the seller’s next deadline', () => {
  const by = (day: number, party: 'buyer' | 'seller' = 'seller') =>
    ({ duty: 'answer', party, by: toInstant(Date.UTC(2026, 0, day)), source: 'marketplace', certainty: 'stated' }) as const;
  const deadlines = [by(20), by(12), by(11, 'buyer'), by(9)];
  expect(planFor({ deadlines, actions: [refundNow(1)] }, 'eligible', 1).expiresAt).toBe(toInstant(Date.UTC(2026, 0, 12)));
});
