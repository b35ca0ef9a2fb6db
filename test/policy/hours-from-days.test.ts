import { compilePolicy, decide } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

const hours = (from: 'delivered' | 'authorised') => ({ hours: 48, from });
const policy = compilePolicy([
  {
    aftersale: 'policy/v1',
    id: 'house',
    rules: [{ id: 'returns', window: { days: 30 } }],
    promises: { answer: hours('delivered') },
    'buyer-duties': { 'dispatch-back': hours('authorised') },
  },
]);

const byOf = (duty: string): string | null | undefined => {
  const facts = factsWith({
    buyer: { country: 'JP', timeZone: 'Asia/Tokyo' },
    seller: { country: 'DE', timeZone: 'Europe/Berlin' },
    order: { deliveredAt: '2026-11-02' },
    events: { authorisedAt: '2026-11-06' },
  });
  return decide(policy, facts, at).deadlines.find((deadline) => deadline.duty === duty)?.by;
};

describe('hours counted from a day without a time', () => {
  it('of the seller run from the first moment of that day where it happened', () => {
    // The delivery was on 2 November in Tokyo, which began at 15:00 UTC of the day before.
    expect(byOf('answer')).toBe('2026-11-03T15:00:00.000Z');
  });

  it('of the buyer run from the last moment of that day where it happened', () => {
    // The return was authorised on 6 November in Berlin, which ended at 23:00 UTC.
    expect(byOf('dispatch-back')).toBe('2026-11-08T22:59:59.999Z');
  });
});
