import type { CaseFacts, PolicyDocument } from '../../src/policy/index.js';
import { countryCodes } from '../../src/policy/calendar/country-zones.js';
import { categories } from '../../src/policy/facts/goods.js';

const countries = ['DE', ...countryCodes().filter((code) => code !== 'DE')];

/** One rule for every case and narrower ones by country, kind of goods and tier of the buyer: two of them apply to a case, however many there are. */
export const manyRules = (count: number): PolicyDocument => ({
  aftersale: 'policy/v1',
  id: 'many',
  seller: { country: 'DE', timeZone: 'Europe/Berlin' },
  rules: [
    {
      id: 'any',
      window: { days: 30 },
      pays: { outbound: 'buyer', return: 'buyer' },
      refund: { item: '100%', form: 'original-means' },
      remedies: ['refund'],
      except: Array.from({ length: count - 1 }, (_, index) => {
        const country = countries[index % countries.length] ?? 'DE';
        const category = categories[Math.floor(index / countries.length) % categories.length] ?? 'general';
        const memberTier = `tier-${String(Math.floor(index / countries.length / categories.length))}`;
        return { id: `rule-${String(index)}`, when: { country, category, memberTier }, window: { days: 20 + (index % 20) } };
      }),
    },
  ],
});

/** What one of the narrower rules is about, in policies of every size. */
export const ofTheFirstRule = (facts: CaseFacts): CaseFacts => ({
  ...facts,
  reason: 'no-longer-needed',
  order: { ...facts.order, deliveredAt: facts.order.deliveredAt ?? facts.requestedAt ?? '' },
  buyer: { country: 'DE', memberTier: 'tier-0' },
  item: { ...facts.item, category: categories[0] },
});
