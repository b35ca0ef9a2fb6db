import type { CaseFacts } from 'aftersale/policy';

/** A plain sale outside any marketplace: EUR 80.00 of ordinary goods to Germany, delivered Monday 2026-11-02. */
export const plainFacts: CaseFacts = {
  buyer: { country: 'DE' },
  seller: { country: 'DE', timeZone: 'Europe/Berlin' },
  order: {
    placedAt: '2026-10-28T09:00:00Z',
    shippedAt: '2026-10-29',
    deliveredAt: '2026-11-02',
    shipping: { paid: { minor: 490, currency: 'EUR' } },
  },
  item: { price: { minor: 8000, currency: 'EUR' }, quantity: 1, quantityOrdered: 1, tags: [] },
  reason: 'no-reason',
  requestedAt: '2026-11-05T10:00:00Z',
};

type Changes = Readonly<Partial<Record<'buyer' | 'order' | 'item', object>>> &
  Partial<Omit<CaseFacts, 'buyer' | 'order' | 'item'>>;

/** The plain sale with some facts changed; groups are changed key by key. */
export const factsWith = ({ buyer, order, item, ...rest }: Changes): CaseFacts => ({
  ...plainFacts,
  ...rest,
  buyer: { ...plainFacts.buyer, ...buyer },
  order: { ...plainFacts.order, ...order },
  item: { ...plainFacts.item, ...item },
});

export const at = { at: '2026-11-20T12:00:00Z' };
