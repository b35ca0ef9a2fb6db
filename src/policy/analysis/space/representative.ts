import { definitionOf } from '../../../core/reason.js';
import { programmes, remedies } from '../../../core/vocabulary.js';
import { formatCivilDay } from '../../calendar/civil-day.js';
import { zonesOf } from '../../calendar/country-zones.js';
import { reasons } from '../../document/words.js';
import { disclosureNames, type CaseFacts, type ItemFacts, type OrderFacts } from '../../facts/case-facts.js';
import { categories, traits } from '../../facts/goods.js';
import { conditionFlags, type DimensionName } from '../../guards/dimensions.js';
import { lowestBit, type Box } from './box.js';
import { priceOf, type Price } from './price.js';
import type { Space } from './space.js';
import { earliestTimeline, type Timeline } from './timeline.js';
import { flag, oneOf, someOf, told } from './told-facts.js';
import { saleIn, type Sale } from './sale.js';

/** What a case needs besides the axes of a space: the seller's place and money. */
export interface Setting {
  /** The currency of a price no rule mentions. */
  readonly currency: string;
  readonly seller: { readonly country: string; readonly timeZone: string };
}

/** What is chosen of a box instead of its most ordinary case. */
export interface Choice {
  readonly timeline?: Timeline;
  /** A country or subdivision of the box: `DE-BY`. */
  readonly place?: string;
  readonly price?: Price;
  readonly sale?: Sale;
}

type PickWord = (name: DimensionName) => string | undefined;
type Part<Facts, Key extends keyof Facts> = { readonly [Name in Key]: Facts[Name] };

const picker =
  (space: Space, box: Box): PickWord =>
  (name) => {
    for (const axis of space.axesOf(name)) {
      const chosen = axis.classes[lowestBit(box[axis.index] ?? 0n)];
      if (chosen?.kind === 'words' && chosen.words[0] !== undefined) return chosen.words[0];
    }
    return undefined;
  };

/** One word for each axis of the dimension on which the box has one. */
const pickAll = (space: Space, box: Box, name: DimensionName): readonly string[] =>
  space.axesOf(name).flatMap((axis) => {
    const chosen = axis.classes[lowestBit(box[axis.index] ?? 0n)];
    return chosen?.kind === 'words' ? chosen.words.slice(0, 1) : [];
  });

interface Flag {
  readonly name: string;
  readonly dimension: DimensionName;
}

const goodsFlags = conditionFlags.map((name): Flag => ({ name, dimension: `condition.${name}` }));
const disclosureFlags = disclosureNames.map((name): Flag => ({ name, dimension: `disclosures.${name}` }));

/** The flags that rules ask about. */
const toldFlags = (flags: readonly Flag[], pick: PickWord): readonly (readonly [string, boolean])[] => {
  const entries: (readonly [string, boolean])[] = [];
  for (const { name, dimension } of flags) {
    const answer = flag(pick(dimension));
    if (answer !== undefined) entries.push([name, answer]);
  }
  return entries;
};

const conditionOf = (pick: PickWord, price: Price): Partial<Part<ItemFacts, 'condition'>> => {
  const entries = toldFlags(goodsFlags, pick);
  if (entries.length === 0) return {};
  // Goods that come back worse have lost all they can lose, so that deductions show in full.
  const isWorse = entries.some(([, answer]) => answer);
  return { condition: { ...Object.fromEntries(entries), ...(isWorse ? { valueLoss: price.amount } : {}) } };
};

const itemOf = (space: Space, box: Box, { pick, price }: { readonly pick: PickWord; readonly price: Price }): ItemFacts => {
  const brand = pick('brand');
  const carried = someOf(traits, pickAll(space, box, 'traits'));
  return {
    price: price.amount,
    quantity: 1,
    quantityOrdered: 1,
    ...told('category', oneOf(categories, pick('category'))),
    ...(carried.length === 0 ? {} : { traits: carried }),
    ...told('tags', space.axesOf('tags').length > 0 ? pickAll(space, box, 'tags') : undefined),
    ...(brand === undefined || brand === 'none' ? {} : { brand }),
    ...told('soldAs', oneOf(['new', 'refurbished', 'used'], pick('soldAs'))),
    ...told('hasFreeReturns', flag(pick('hasFreeReturns'))),
    ...told('listedReturnPayer', oneOf(['buyer', 'seller'], pick('listedReturnPayer'))),
    ...told('listedReturnDays', pick('listsReturns') === 'false' ? 0 : undefined),
    ...conditionOf(pick, price),
  };
};

/** The buyer chose a dearer way than the cheapest, so that the two can be told apart. */
const shipping = { paidInMinor: 690, cheapestInMinor: 490, backInMinor: 590 } as const;

const orderOf = (pick: PickWord, { placed, delivered }: Timeline, { amount }: Price): OrderFacts => {
  const day = formatCivilDay(delivered);
  const isDelivered = pick('reason')?.endsWith('/non-delivery') !== true;
  const { currency } = amount;
  return {
    placedAt: formatCivilDay(placed),
    shippedAt: formatCivilDay(Math.min(placed + 1, delivered)),
    estimatedDeliveryAt: day,
    ...(isDelivered ? { deliveredAt: day } : {}),
    isWhole: true,
    shipping: {
      paid: { minor: shipping.paidInMinor, currency },
      cheapestStandard: { minor: shipping.cheapestInMinor, currency },
    },
    ...told('deliveryPattern', oneOf(['regular'], pick('isRegularDelivery') === 'true' ? 'regular' : undefined)),
    ...told('carrierChosenBy', oneOf(['seller', 'buyer'], pick('carrierChosenBy'))),
    ...told('deliveryMode', oneOf(['standard', 'express', 'pickup-point', 'in-person', 'electronic'], pick('deliveryMode'))),
    ...told('incoterm', oneOf(['DAP', 'DDP', 'DDU'], pick('incoterm'))),
  };
};

const subdivided = new WeakMap<Space, ReadonlySet<string>>();

/** The countries of which rules mention some part only. */
const subdividedIn = (space: Space): ReadonlySet<string> => {
  const known = subdivided.get(space);
  if (known !== undefined) return known;
  const [axis] = space.axesOf('country');
  const words = axis?.classes.flatMap((each) => (each.kind === 'words' ? each.words : [])) ?? [];
  const found = new Set(words.filter((word) => word.includes('-')).map((word) => word.slice(0, 2)));
  subdivided.set(space, found);
  return found;
};

/** A subdivision no rule mentions, for a country of which rules mention some. */
const restOf = (country: string, space: Space): string | undefined =>
  subdividedIn(space).has(country) ? `${country}-ZZ` : undefined;

const buyerOf = (
  space: Space,
  box: Box,
  { pick, place }: { readonly pick: PickWord; readonly place: string },
): CaseFacts['buyer'] => {
  const country = place.slice(0, 2);
  const attributes = someOf(['senior', 'disabled', 'new-immigrant'], pickAll(space, box, 'buyerAttributes'));
  return {
    country,
    ...told('subdivision', place.includes('-') ? place : restOf(country, space)),
    ...told('timeZone', zonesOf(country)?.[0]),
    ...told('isConsumer', flag(pick('isConsumer'))),
    ...told('attributes', space.axesOf('buyerAttributes').length > 0 ? attributes : undefined),
    ...told('hadConversation', flag(pick('hadConversation'))),
    ...told('memberTier', pick('memberTier')),
  };
};

const disclosuresOf = (pick: PickWord): Part<CaseFacts, 'disclosures'> | object => {
  const entries = toldFlags(disclosureFlags, pick);
  return entries.length === 0 ? {} : { disclosures: Object.fromEntries(entries) };
};

const channels = ['distance', 'doorstep', 'direct-marketing', 'public-auction', 'in-store'] as const;

const dealOf = (space: Space, box: Box, pick: PickWord): Partial<CaseFacts> => {
  const inspection = oneOf(['passed', 'failed'], pick('inspection'));
  const agreed = {
    ...told('designatedCarrier', flag(pick('designatedCarrier'))),
    ...told('sellerCollects', flag(pick('sellerCollects'))),
  };
  const tried = someOf(remedies, pickAll(space, box, 'remediesTried'));
  return {
    ...told('remedy', oneOf(remedies, pick('remedy'))),
    ...(tried.length === 0 ? {} : { remediesTried: tried }),
    ...(inspection === undefined ? {} : { events: { inspection } }),
    ...(Object.keys(agreed).length === 0 ? {} : { agreed }),
  };
};

const wayBackOf = (pick: PickWord, { amount: { currency } }: Price): NonNullable<CaseFacts['returnShipping']> => ({
  cost: { minor: shipping.backInMinor, currency },
  ...told('isInternational', flag(pick('isInternational'))),
  ...told('mode', oneOf(['prepaid-label', 'self-ship', 'collection', 'in-person'], pick('returnMode'))),
});

/** Who sends the goods is told by the programme, which rules may ask for by its name too. */
const programmeOf = (pick: PickWord): CaseFacts['programme'] => {
  const sender = oneOf(['fulfilled-by-seller', 'fulfilled-by-marketplace'], pick('fulfillment'));
  return sender === 'fulfilled-by-marketplace' ? sender : (oneOf(programmes, pick('programme')) ?? sender);
};

const marketplaceOf = (sale: Sale | 'outside', pick: PickWord): Partial<CaseFacts> =>
  sale === 'outside' ? {} : { ...sale, ...told('programme', programmeOf(pick)) };

const reasonOf = (pick: PickWord): Part<CaseFacts, 'reason'> & { readonly hasSellerFault?: boolean } => {
  const [word = 'no-longer-needed', reasonClass = 'withdrawal'] = (pick('reason') ?? 'no-longer-needed/withdrawal').split('/');
  const reason = oneOf(reasons, word) ?? 'no-longer-needed';
  return { reason, ...(definitionOf(reason).reasonClass === reasonClass ? {} : { hasSellerFault: true }) };
};

/**
 * The most ordinary complete case of a box, as facts for `decide`: every dimension that has an axis is told, so that no unknown decides.
 * `null` when no case can be like that: a site without a marketplace, a request before the delivery.
 */
export const representFacts = (
  space: Space,
  box: Box,
  { setting, ...choice }: Choice & { readonly setting: Setting },
): CaseFacts | null => {
  const pick = picker(space, box);
  const timeline = choice.timeline ?? earliestTimeline(space, box);
  const sale = choice.sale ?? saleIn(space, box);
  const price = choice.price ?? priceOf(space, box, setting.currency);
  if (timeline === null || sale === null || price === null) return null;
  const { contract, placed, requested } = timeline;
  const channel = oneOf(channels, pick('channel'));
  const concludedAt = contract === placed ? undefined : formatCivilDay(contract);
  const sellerCountry = pick('sellerCountry');
  const country = sellerCountry ?? setting.seller.country;
  return {
    ...marketplaceOf(sale, pick),
    ...reasonOf(pick),
    buyer: buyerOf(space, box, { pick, place: choice.place ?? pick('country') ?? 'DE' }),
    seller: {
      country,
      timeZone: sellerCountry === undefined ? setting.seller.timeZone : (zonesOf(country)?.[0] ?? 'UTC'),
      ...told('offersLocalReturnAddress', flag(oneOf(['true', 'false'], pick('offersLocalReturnAddress')))),
    },
    ...(channel === undefined && concludedAt === undefined
      ? {}
      : { contract: { ...told('channel', channel), ...told('concludedAt', concludedAt) } }),
    order: orderOf(pick, timeline, price),
    item: itemOf(space, box, { pick, price }),
    requestedAt: formatCivilDay(requested),
    ...dealOf(space, box, pick),
    ...disclosuresOf(pick),
    returnShipping: wayBackOf(pick, price),
    ...(Object.keys(price.rates).length === 0 ? {} : { rates: price.rates }),
  };
};
