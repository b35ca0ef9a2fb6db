import { compilePolicy, decide, type CaseFacts } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { saleTo } from './pack-facts.js';

const policy = compilePolicy([], { packs: allPacks });
const sent = { placedAt: '2026-10-12', shippedAt: '2026-10-15', estimatedDeliveryAt: '2026-10-20' };

const askOn = (site: string, requestedAt: string, order: CaseFacts['order'] = sent) =>
  decide(
    policy,
    { ...saleTo({ country: site === 'US' ? 'US-TX' : site, requestedAt, facts: { marketplace: 'amazon', site } }), order },
    { at: '2026-11-30T12:00:00Z' },
  );

const voluntary = ({ rights }: ReturnType<typeof askOn>) => rights.find(({ id }) => id.startsWith('voluntary/amazon'));
const deliveryIn = ({ missing }: ReturnType<typeof askOn>) => missing.find(({ fact }) => fact === 'order.deliveredAt');

describe('Amazon, a delivery of which only the estimate is told', () => {
  it.each([
    ['2026-11-19', 'eligible'],
    ['2026-11-20', 'ineligible'],
  ])('US: thirty days of the estimate, as the page has it; asked on %s', (requestedAt, verdict) => {
    const decision = askOn('US', requestedAt);
    expect(voluntary(decision)).toMatchObject({ verdict, window: { lastDay: '2026-11-19', mayExtendTo: null } });
    expect(voluntary(decision)?.window?.because).toMatchObject([{ source: 'AZ-returns', confidence: 'official-summary' }]);
    expect(deliveryIn(decision)?.affects).toEqual(expect.arrayContaining(['verdict', 'window']));
  });

  // Thirty days from the shipment end on the 14th, from the estimate on the 19th.
  it.each([
    ['2026-11-14', 'eligible'],
    ['2026-11-15', 'needs-review'],
    ['2026-11-20', 'needs-review'],
  ])('DE: no estimate is taken for the delivery that the days count from; asked on %s', (requestedAt, verdict) => {
    const decision = askOn('DE', requestedAt);
    expect(voluntary(decision)).toMatchObject({ verdict, window: { lastDay: '2026-11-14', mayExtendTo: '9999-12-31' } });
    expect(decision.reasons).toContainEqual({
      code: 'window-may-extend',
      path: 'order.deliveredAt',
      right: 'voluntary/amazon:DE',
    });
    expect(deliveryIn(decision)?.affects).toContain('window');
  });

  it.each(['US', 'DE'])('%s: the delivery itself counts once it is told', (site) => {
    const decision = askOn(site, '2026-11-21', { ...sent, deliveredAt: '2026-10-22' });
    expect(voluntary(decision)).toMatchObject({ verdict: 'eligible', window: { lastDay: '2026-11-21', mayExtendTo: null } });
    expect(deliveryIn(decision)).toBeUndefined();
  });
});
