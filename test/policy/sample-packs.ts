import type { Calendar, LawPack, MarketplacePack, PackRule } from 'aftersale/policy/packs';

/** Small packs that say what a test needs; they are no statement of law. */
export const german: Calendar = {
  id: 'DE',
  weekend: [0, 6],
  years: { from: 2026, to: 2027 },
  closed: ['2026-12-25', '2027-01-01', '2027-03-26', '2027-03-29'],
  source: 'test',
};

export const bavarian: Calendar = { ...german, id: 'DE-BY', closed: [...german.closed, '2027-01-06'] };

const cited = { source: 'test law', confidence: 'text' } as const;

export const withdrawal: PackRule = {
  ...cited,
  id: 'withdrawal',
  rights: ['withdrawal'],
  source: 'CRD 9(1)',
  terms: {
    window: { closes: { kind: 'span', amount: 14, unit: 'days', from: 'delivered' }, roll: 'next-working-day' },
    pays: { outbound: { payer: 'seller' }, return: { payer: 'buyer' } },
    refund: { item: 10_000, outbound: 'cheapest', form: 'original-means', fees: [] },
    remedies: [{ remedy: 'refund', chosenBy: 'buyer', step: 1 }],
    deadlines: [
      {
        duty: 'refund',
        party: 'seller',
        onMiss: 'none',
        period: {
          closes: {
            kind: 'latest-of',
            bounds: [
              { kind: 'span', amount: 14, unit: 'days', from: 'notice' },
              {
                kind: 'earliest-of',
                bounds: [
                  { kind: 'span', amount: 0, unit: 'days', from: 'goods-returned' },
                  { kind: 'span', amount: 0, unit: 'days', from: 'proof-of-dispatch' },
                ],
              },
            ],
          },
        },
      },
      {
        duty: 'dispatch-back',
        party: 'buyer',
        satisfiedBy: 'sent',
        period: { closes: { kind: 'span', amount: 14, unit: 'days', from: 'notice' } },
      },
    ],
  },
  except: [{ id: 'custom-made', when: { traits: ['custom-made'] }, source: 'CRD 16(c)', terms: { exclude: 'custom-made' } }],
};

export const lawPack = (changes: Partial<LawPack> = {}): LawPack => ({
  layer: 'law',
  id: 'law:EU',
  countries: ['DE', 'FR'],
  rules: [withdrawal],
  calendars: [german],
  ...changes,
});

export const rule = (changes: Omit<PackRule, 'source' | 'confidence'>): PackRule => ({ ...cited, ...changes });

export const sitePack = (rules: readonly PackRule[], changes: Partial<MarketplacePack> = {}): MarketplacePack => ({
  layer: 'marketplace',
  id: 'amazon:DE',
  marketplace: 'amazon',
  site: 'DE',
  rules,
  ...changes,
});
