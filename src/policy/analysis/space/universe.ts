import { definitionOf } from '../../../core/reason.js';
import { programmes } from '../../../core/vocabulary.js';
import { countryCodes } from '../../calendar/country-zones.js';
import { reasons, remedies } from '../../document/words.js';
import { categories, traits } from '../../facts/goods.js';
import type { DimensionName } from '../../guards/dimensions.js';
import type { Reason, ReasonClass } from '../../vocabulary.js';

/** The word of a dimension for what no rule mentions, where the vocabulary is open. */
export const elsewhere = 'elsewhere';

/** Each plain pair first; a change of mind that turns out to be the seller's fault comes after, as only the marketplace can tell it. */
const plainPair = (reason: Reason): readonly string[] => {
  const { reasonClass } = definitionOf(reason);
  return reasonClass === null ? [] : [`${reason}/${reasonClass}`];
};

const isFaultTold = (reason: Reason): boolean => {
  const { reasonClass } = definitionOf(reason);
  return reasonClass === null || reasonClass === 'withdrawal';
};

/** Every reason with the class a complete case can have it in. A reason that says nothing is in no class until fault is told. */
const reasonPairs: readonly string[] = [
  ...reasons.flatMap(plainPair),
  ...reasons.filter(isFaultTold).map((reason) => `${reason}/conformity`),
];

/** The pairs of one class, such as `defective/conformity`. */
export const pairsOf = (reasonClass: ReasonClass): readonly string[] =>
  reasonPairs.filter((pair) => pair.endsWith(`/${reasonClass}`));

/** What stands first is what is meant when nothing is said: it is the value in the smallest witness. */
const closed: Readonly<Partial<Record<string, readonly string[]>>> = {
  reason: reasonPairs,
  category: categories,
  traits,
  soldAs: ['new', 'refurbished', 'used'],
  channel: ['distance', 'doorstep', 'direct-marketing', 'public-auction', 'in-store'],
  isConsumer: ['true', 'false'],
  programme: ['other', ...programmes.filter((programme) => programme !== 'other')],
  fulfillment: ['fulfilled-by-seller', 'fulfilled-by-marketplace'],
  deliveryMode: ['standard', 'express', 'pickup-point', 'in-person', 'electronic'],
  carrierChosenBy: ['seller', 'buyer'],
  incoterm: ['DAP', 'DDP', 'DDU'],
  inspection: ['none', 'passed', 'failed'],
  listedReturnPayer: ['not-told', 'buyer', 'seller'],
  listsReturns: ['true', 'false'],
  offersLocalReturnAddress: ['not-told', 'true', 'false'],
  returnMode: ['none', 'self-ship', 'prepaid-label', 'collection', 'in-person'],
  remedy: ['none', ...remedies],
  buyerAttributes: ['senior', 'disabled', 'new-immigrant'],
};

const open: Readonly<Partial<Record<string, (mentioned: readonly string[]) => readonly string[]>>> = {
  country: (mentioned) => [...countryCodes(), ...mentioned.filter((word) => word.includes('-'))].sort(),
  sellerCountry: () => [...countryCodes()].sort(),
  site: () => ['none', ...[...countryCodes()].sort()],
  marketplace: (mentioned) => ['none', ...mentioned, elsewhere],
  brand: (mentioned) => ['none', ...mentioned],
  memberTier: (mentioned) => [elsewhere, ...mentioned],
  tags: (mentioned) => mentioned,
  remediesTried: (mentioned) => mentioned,
};

/** Every word a complete case can have in a dimension, the most ordinary first. */
export const universeOf = (name: DimensionName, mentioned: readonly string[]): readonly string[] => {
  const words = closed[name] ?? open[name]?.(mentioned);
  if (words !== undefined) return [...new Set(words)];
  return name.startsWith('disclosures.') ? ['true', 'false'] : ['false', 'true'];
};
