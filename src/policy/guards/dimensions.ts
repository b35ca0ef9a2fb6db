import { disclosureNames, type CaseFacts, type ConditionFacts } from '../facts/case-facts.js';
import type { Reading, Scene } from '../facts/scene.js';
import type { Shape } from './constraint.js';
import { dayOf, daysInHand, oneWord, placeOf, sinceDelivery, toldBy, yesNo } from './read-dimension.js';
import { readPrice } from './read-price.js';

/** One question a guard can ask of a case. */
export interface Dimension {
  /** The fact to ask for when it is unknown. */
  readonly fact: string;
  readonly shape: Shape;
  /** What absence is read as; without it absence is unknown. */
  readonly presumed?: string;
  readonly read: (scene: Scene) => Reading;
  /** Its place among the readings of a scene. */
  readonly slot: number;
  /** The fact as told, of what absence is read as something. */
  readonly told?: Told;
  /** What absence is read as: this very reading, so that it can be told from the same words where they were told. */
  readonly untold?: Reading;
}

type Told = (facts: CaseFacts) => unknown;
type Question = Omit<Dimension, 'slot'>;
type Read = Dimension['read'];

const asked = (fact: string, read: Read, shape: Shape = 'one'): Question => ({ fact, shape, read });
const presumedAs = (presumed: string, fact: string, told: (facts: CaseFacts) => string | boolean | undefined): Question => {
  const untold: Reading = [presumed];
  const read: Read = ({ facts }) => {
    const word = told(facts);
    return word === undefined ? untold : typeof word === 'string' ? [word] : yesNo(word);
  };
  return { fact, shape: 'one', presumed, told, untold, read };
};
const noWords: Reading = [];
const presumedNone = (fact: string, told: (facts: CaseFacts) => readonly string[] | undefined): Question => ({
  fact,
  shape: 'many',
  presumed: 'none',
  told,
  untold: noWords,
  read: ({ facts }) => told(facts) ?? noWords,
});

type ConditionFlag = Exclude<keyof ConditionFacts, 'valueLoss'>;

export const conditionFlags = [
  'isSealedAtDelivery',
  'isUnsealed',
  'isUsed',
  'isWashed',
  'isDamagedByBuyer',
  'isActivated',
  'isIncomplete',
  'isOriginalPackagingMissing',
  'isHandledBeyondTesting',
] as const satisfies readonly ConditionFlag[];

const conditionDimension = (flag: ConditionFlag): Question =>
  presumedAs('false', `item.condition.${flag}`, ({ item }) => item.condition?.[flag]);

const pairs = new Map<string, Map<string, Reading>>();

/** The words of the dimension of reasons, put together once: there are not many. */
const readReason = (reason: string, reasonClass: string): Reading => {
  const known = pairs.get(reasonClass)?.get(reason);
  if (known !== undefined) return known;
  const pair: Reading = [`${reason}/${reasonClass}`];
  const ofClass = pairs.get(reasonClass) ?? new Map<string, Reading>();
  pairs.set(reasonClass, ofClass.set(reason, pair));
  return pair;
};

const isInternational = ({ facts, sellerPlace }: Scene): Reading => {
  const stated = facts.returnShipping?.isInternational;
  if (stated !== undefined) return yesNo(stated);
  return sellerPlace === null ? null : yesNo(sellerPlace.slice(0, 2) !== facts.buyer.country);
};

/** What only rules that name a value ask for: while nobody told it, none of them applies, and the wider rule says that it is not known. */
const notTold = 'not-told';

const listsReturns = ({ listedReturnDays }: CaseFacts['item']): boolean | undefined =>
  listedReturnDays === undefined ? undefined : listedReturnDays > 0;

/** Who keeps and sends the goods: of programmes that do not say so, the seller. */
const sentBy = (programme: CaseFacts['programme']): string | undefined =>
  programme === undefined || programme === 'fulfilled-by-marketplace' ? programme : 'fulfilled-by-seller';

const namedDimensions = {
  reason: asked('reason', ({ facts, reasonClass }) => readReason(facts.reason, reasonClass)),
  country: asked('buyer.subdivision', ({ facts }) => placeOf(facts.buyer.country, facts.buyer.subdivision), 'place'),
  sellerCountry: asked('seller.country', ({ sellerPlace }) => placeOf(sellerPlace?.slice(0, 2), undefined), 'place'),
  marketplace: asked('marketplace', ({ facts }) => [facts.marketplace ?? 'none']),
  site: asked('site', ({ facts }) => (facts.marketplace === undefined ? ['none'] : oneWord(facts.site))),
  fulfillment: presumedAs('fulfilled-by-seller', 'programme', ({ programme }) => sentBy(programme)),
  programme: asked('programme', ({ facts }) => oneWord(facts.programme)),
  category: presumedAs('general', 'item.category', (facts) => facts.item.category),
  traits: presumedNone('item.traits', (facts) => facts.item.traits),
  tags: asked('item.tags', ({ facts }) => facts.item.tags ?? null, 'many'),
  brand: presumedAs('none', 'item.brand', (facts) => facts.item.brand),
  soldAs: presumedAs('new', 'item.soldAs', (facts) => facts.item.soldAs),
  hasFreeReturns: asked('item.hasFreeReturns', ({ facts }) => yesNo(facts.item.hasFreeReturns)),
  listedReturnPayer: presumedAs(notTold, 'item.listedReturnPayer', (facts) => facts.item.listedReturnPayer),
  listsReturns: presumedAs('true', 'item.listedReturnDays', ({ item }) => listsReturns(item)),
  returnMode: presumedAs('none', 'returnShipping.mode', (facts) => facts.returnShipping?.mode),
  isInternational: asked('returnShipping.isInternational', isInternational),
  memberTier: asked('buyer.memberTier', ({ facts }) => oneWord(facts.buyer.memberTier)),
  isConsumer: presumedAs('true', 'buyer.isConsumer', (facts) => facts.buyer.isConsumer),
  buyerAttributes: asked('buyer.attributes', ({ facts }) => facts.buyer.attributes ?? null, 'many'),
  hadConversation: asked('buyer.hadConversation', ({ facts }) => yesNo(facts.buyer.hadConversation)),
  channel: presumedAs('distance', 'contract.channel', (facts) => facts.contract?.channel),
  isRegularDelivery: asked('order.deliveryPattern', ({ facts }) => yesNo(facts.order.deliveryPattern === 'regular')),
  deliveryMode: asked('order.deliveryMode', ({ facts }) => oneWord(facts.order.deliveryMode)),
  carrierChosenBy: asked('order.carrierChosenBy', ({ facts }) => oneWord(facts.order.carrierChosenBy)),
  incoterm: asked('order.incoterm', ({ facts }) => oneWord(facts.order.incoterm)),
  offersLocalReturnAddress: presumedAs(
    notTold,
    'seller.offersLocalReturnAddress',
    (facts) => facts.seller?.offersLocalReturnAddress,
  ),
  designatedCarrier: presumedAs('false', 'agreed.designatedCarrier', (facts) => facts.agreed?.designatedCarrier),
  sellerCollects: presumedAs('false', 'agreed.sellerCollects', (facts) => facts.agreed?.sellerCollects),
  inspection: presumedAs('none', 'events.inspection', (facts) => facts.events?.inspection),
  remedy: presumedAs('none', 'remedy', (facts) => facts.remedy),
  remediesTried: presumedNone('remediesTried', (facts) => facts.remediesTried),
  placed: asked('order.placedAt', (scene) => dayOf('placed', scene), 'range'),
  contract: asked('contract.concludedAt', (scene) => dayOf('contract', scene), 'range'),
  delivered: asked('order.deliveredAt', (scene) => dayOf('delivered', scene), 'range'),
  requested: asked('requestedAt', ({ requested }) => requested.day, 'range'),
  daysSinceDelivery: asked('order.deliveredAt', (scene) => sinceDelivery(scene), 'range'),
  daysInHand: asked('order.deliveredAt', (scene) => daysInHand(scene), 'range'),
} as const satisfies Record<string, Question>;

const questions: readonly (readonly [string, Question])[] = [
  ...Object.entries(namedDimensions),
  ...conditionFlags.map((flag) => [`condition.${flag}`, conditionDimension(flag)] as const),
  ...disclosureNames.map(
    (name) =>
      [`disclosures.${name}`, asked(`disclosures.${name}`, (scene) => toldBy(scene.facts.disclosures?.[name], scene))] as const,
  ),
];

const place = (question: Question, slot: number): Dimension => ({ slot, ...question });

/** A place for each dimension and for a few currencies, so that the list of a scene does not grow while it is filled. */
const mostSlots = 72;
export const createReadings = (): (Reading | undefined)[] => new Array<Reading | undefined>(mostSlots);

const table = new Map(questions.map(([name, question], slot) => [name, place(question, slot)]));

export type DimensionName =
  | keyof typeof namedDimensions
  | `condition.${(typeof conditionFlags)[number]}`
  | `disclosures.${(typeof disclosureNames)[number]}`
  | `price:${string}`;

const isDimensionName = (name: string): name is Exclude<DimensionName, `price:${string}`> => table.has(name);

/** Every dimension except the prices, of which there is one per currency. */
export const dimensionNames: readonly Exclude<DimensionName, `price:${string}`>[] = [...table.keys()].filter(isDimensionName);

const prices = new Map<string, Dimension>();

const priceIn = (currency: string): Dimension => {
  const known = prices.get(currency);
  if (known !== undefined) return known;
  const question = asked('rates', (scene) => readPrice(scene.facts, currency), 'range');
  const made = place(question, table.size + prices.size);
  prices.set(currency, made);
  return made;
};

/** The dimension of that name; prices are one dimension per currency. */
export const dimensionOf = (name: DimensionName): Dimension => {
  const found = table.get(name);
  return found ?? priceIn(name.slice('price:'.length));
};

/** Reads a dimension of the case, once per scene; a value assumed for an unknown wins. */
export const readingOf = (dimension: Dimension, scene: Scene): Reading => {
  const known = scene.readings[dimension.slot];
  if (known !== undefined) return known;
  const reading = dimension.read(scene);
  scene.readings[dimension.slot] = reading;
  return reading;
};

export const readDimension = (name: DimensionName, scene: Scene): Reading => readingOf(dimensionOf(name), scene);

/** Whether the case leaves the fact out and the reading is only a presumption. */
export const isPresumed = ({ told }: Dimension, { facts }: Scene): boolean => told !== undefined && told(facts) === undefined;
