import type { CaseFacts } from '../facts/case-facts.js';
import type { Reading } from '../facts/scene.js';
import { exchange } from '../rules/exchange.js';

/** The unit price in a currency's minor units, converted when the facts carry a rate; unknown otherwise. */
export const readPrice = (facts: CaseFacts, currency: string): Reading =>
  exchange(facts.item.price, currency, facts.rates)?.minor ?? null;
