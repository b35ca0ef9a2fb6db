/**
 * Why a case is decided as it is, in words for the buyer and for whoever answers.
 *
 * A decision is plain JSON; `explain` puts it into words when somebody asks, in English or in Chinese, each figure with its rule.
 * Nothing is looked up: the same decision gives the same text tomorrow.
 */
import { compilePolicy, decide, explain, explanationOf, loadPacks, type CaseFacts, type Explanation } from 'aftersale/policy';

// German law for the buyer, with Germany's public holidays; the seller's own rules could be joined to it.
const policy = compilePolicy([], { packs: await loadPacks({ countries: ['DE'] }) });

/** Headphones delivered on Friday 6 November 2026; the buyer was told of the right of withdrawal, and asks on the day after the last. */
const facts: CaseFacts = {
  buyer: { country: 'DE' },
  seller: { country: 'DE' },
  order: {
    placedAt: '2026-11-02',
    deliveredAt: '2026-11-06',
    deliveryMode: 'standard',
    shipping: { paid: { minor: 490, currency: 'EUR' } },
  },
  item: { price: { minor: 8000, currency: 'EUR' }, quantity: 1, quantityOrdered: 1 },
  reason: 'no-longer-needed',
  requestedAt: '2026-11-21',
  disclosures: { withdrawalRight: true, returnCost: true },
};
const at = '2026-11-23T09:00:00.000Z';

// Too late by a day: the text names the day that was missed, and the article.
const late = decide(policy, facts, { at });
console.log(explain(late, { locale: 'en-GB', requestedAt: '2026-11-21' }));

// The same case asked a day earlier, for a colleague who reads Chinese.
const inTime = decide(policy, { ...facts, requestedAt: '2026-11-20' }, { at });
console.log(`\n${'—'.repeat(40)}\n\n${explain(inTime, { locale: 'zh-CN', requestedAt: '2026-11-20' })}`);

// As a tree, for a page that folds it or a tool that wants one part.
const titlesUnder = (explanation: Explanation, heading: string): readonly string[] =>
  explanation.children.filter(({ title }) => title === heading).flatMap(({ children }) => children.map(({ title }) => title));

const tree = explanationOf(inTime, { locale: 'en' });
console.log(`\n${'—'.repeat(40)}\n\n${titlesUnder(tree, 'Refund').join('\n')}`);
