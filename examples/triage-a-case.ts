/**
 * A parcel that never came. What happened to it, who answers for it, and what is the cheapest thing the seller may do?
 *
 * Triage is pure: it sends nothing and pays nobody. What it cannot tell it says, with what would settle it.
 */
import { formatMoney, toInstant } from 'aftersale';
import { compilePolicy, decide, definePolicy, type CaseFacts } from 'aftersale/policy';
import { triage, type Costs, type Journey } from 'aftersale/triage';

const policy = compilePolicy([
  definePolicy({
    aftersale: 'policy/v1',
    id: 'house',
    seller: { country: 'CN', timeZone: 'Asia/Shanghai', calendar: 'CN' },
    rules: [
      {
        id: 'lost',
        when: { reasonClass: 'non-delivery' },
        window: { days: 60, from: 'placed' },
        pays: { outbound: 'seller', replacement: 'seller' },
        refund: { item: '100%', form: 'original-means' },
        remedies: ['reship', 'refund'],
      },
    ],
  }),
]);

const facts: CaseFacts = {
  buyer: { country: 'DE' },
  order: { placedAt: '2026-10-05', shippedAt: '2026-10-07', shipping: { paid: { minor: 0, currency: 'EUR' } } },
  item: { price: { minor: 2000, currency: 'EUR' }, quantity: 1, quantityOrdered: 1 },
  reason: 'not-received',
  requestedAt: '2026-11-20T08:00:00Z',
};

// With a marketplace: toJourney({ events: await adapter.cases.track(found.id), found, order }), and where the goods are sent from.
const unknown = { unified: 'unknown', raw: '' } as const;
const journey: Journey = {
  events: [
    { at: toInstant('2026-10-07T10:00:00Z'), description: '已揽收', status: unknown, direction: 'outbound' },
    { at: toInstant('2026-10-29T10:00:00Z'), description: '广州分拣中心 已到达', status: unknown, direction: 'outbound' },
  ],
  origin: { country: 'CN' },
  destination: { country: 'DE' },
};

// The seller's own figures. What is left out is never guessed: the solution that needs it says so.
const costs: Costs = {
  goods: { minor: 700, currency: 'EUR' },
  shipping: { replacement: { minor: 350, currency: 'EUR' } },
  compensation: { minor: 200, currency: 'EUR' },
  metricDamage: { refund: { minor: 150, currency: 'EUR' } },
  chances: { arrives: '0.4' },
};

const at = toInstant('2026-11-20T12:00:00Z');
const { diagnosis, liability, solutions, needsPerson } = triage({ facts, journey }, decide(policy, facts, { at }), { at, costs });

console.log(`${diagnosis.what} (${diagnosis.confidence}) since ${diagnosis.since ?? 'nobody knows when'}`);
for (const one of diagnosis.evidence) {
  if (one.kind === 'time-passed')
    console.log(`  ${String(one.days)} days, the limit is ${String(one.threshold.days)}: ${one.threshold.source}`);
}
console.log(`settled by ${diagnosis.settledBy.map(({ code, askOf }) => `${code} (${askOf})`).join(', ')}`);
console.log(`liable: ${liability.party}, because ${liability.because.code}`);

for (const { kind, lawfulness, cost, missing } of solutions) {
  const price = cost === null ? `not known without ${missing.join(', ')}` : formatMoney(cost);
  console.log(`${kind}: ${lawfulness.state} (${lawfulness.code}), ${price}`);
}
if (needsPerson.length > 0) console.log(`a person should look: ${needsPerson.map(({ code }) => code).join(', ')}`);
