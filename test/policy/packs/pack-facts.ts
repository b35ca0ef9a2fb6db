import { compilePolicy, decide, type CaseFacts, type ReturnDecision, type RightKind } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';

const policy = compilePolicy([], { packs: allPacks });

/** A plain sale outside any marketplace, told everything a buyer must be told, with some facts changed. */
export interface Sale {
  readonly country: string;
  readonly deliveredAt?: string;
  readonly requestedAt?: string;
  readonly facts?: Partial<CaseFacts>;
  /** Whether the buyer was told of the right and of who pays the way back; `false` leaves it open. */
  readonly isTold?: boolean;
}

const currencies: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CN: 'CNY',
  TW: 'TWD',
  KR: 'KRW',
  JP: 'JPY',
  BR: 'BRL',
  IL: 'ILS',
  CA: 'CAD',
};

export const saleTo = ({
  country,
  deliveredAt = '2026-11-02',
  requestedAt = deliveredAt,
  facts = {},
  isTold = true,
}: Sale): CaseFacts => {
  const place = country.slice(0, 2);
  return {
    buyer: { country: place, ...(country.length > 2 ? { subdivision: country } : {}) },
    seller: { country: place },
    item: { price: { minor: 8000, currency: currencies[place] ?? 'EUR' }, quantity: 1, quantityOrdered: 1 },
    reason: 'no-reason',
    requestedAt,
    ...facts,
    order: { placedAt: dayBefore(deliveredAt), deliveredAt, ...facts.order },
    disclosures: { ...(isTold ? { withdrawalRight: true, returnCost: true } : {}), ...facts.disclosures },
  };
};

const dayBefore = (day: string): string => new Date(Date.parse(day.slice(0, 10)) - 3 * 86_400_000).toISOString().slice(0, 10);

export const decideSale = (sale: Sale, at = '2026-11-20T12:00:00Z'): ReturnDecision => decide(policy, saleTo(sale), { at });

export const right = (decision: ReturnDecision, kind: RightKind) =>
  decision.rights.find((found) => found.kind === kind && found.layer === 'law');

export const deadline = (decision: ReturnDecision, duty: string) => decision.deadlines.find((found) => found.duty === duty);
