import { zonesOf } from '../calendar/country-zones.js';
import type { BuyerFacts } from './case-facts.js';

/** Where somebody nobody placed could be: the first and the last zone of the world. */
const anywhere: readonly string[] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];

/** The zones of a country; of one nobody told, anywhere. */
export const zonesIn = (country: string | undefined): readonly string[] =>
  country === undefined ? anywhere : (zonesOf(country) ?? anywhere);

/** Every zone the buyer may live in. */
export const buyerZones = ({ timeZone, country }: BuyerFacts): readonly string[] =>
  timeZone === undefined ? zonesIn(country) : [timeZone];
