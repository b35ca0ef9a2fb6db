import { reasonDefinitions } from '../../core/reason.js';
import { duties, onMisses, parties, payers, programmes, remedies } from '../../core/vocabulary.js';
import { isCountry } from '../calendar/country-zones.js';
import { isTimeZone } from '../calendar/zone.js';
import { isRate } from '../rules/exchange.js';
import {
  disclosureNames,
  type CaseFacts,
  type ConditionFacts,
  type EventFacts,
  type ItemFacts,
  type OrderFacts,
} from './case-facts.js';
import { categories, traits } from './goods.js';
import { isWhen, parseInstant } from './moment.js';
import { either, group, listOf, oneOf, tableOf, text, value, wholeNumber, yesNo, type Shape } from './shape.js';

const when = text(isWhen);
const instant = text((found) => parseInstant(found) !== null);
const anyText = text((found) => found !== '');
const country = text(isCountry);
const subdivision = text((found) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(found) && isCountry(found.slice(0, 2)));
const timeZone = text(isTimeZone);
const currency = text((found) => /^[A-Z]{3}$/.test(found));
const party = oneOf(parties);
const remedy = oneOf(remedies);
const buyerOrSeller = oneOf(['buyer', 'seller']);

/** Amounts of facts are never negative. */
/** Ten years: nobody agrees on a delivery or a return beyond that, and days are added to it. */
const longestInDays = 3660;

const money = group({ minor: wholeNumber(0), currency }, ['minor', 'currency']);
const told = either(yesNo, group({ at: when }, ['at']));

const condition = group({
  isSealedAtDelivery: yesNo,
  isUnsealed: yesNo,
  isUsed: yesNo,
  isWashed: yesNo,
  isDamagedByBuyer: yesNo,
  isActivated: yesNo,
  isIncomplete: yesNo,
  isOriginalPackagingMissing: yesNo,
  isHandledBeyondTesting: yesNo,
  valueLoss: money,
} satisfies Record<keyof ConditionFacts, Shape>);

const order = group({
  placedAt: when,
  shippedAt: when,
  deliveredAt: when,
  estimatedDeliveryAt: when,
  agreedDeliveryBy: when,
  completedAt: when,
  installedAt: when,
  deliveryPattern: oneOf(['single', 'separate-goods', 'lots', 'regular']),
  parcels: listOf(group({ shippedAt: when, deliveredAt: when, isPending: yesNo })),
  carrierChosenBy: buyerOrSeller,
  deliveryMode: oneOf(['standard', 'express', 'pickup-point', 'in-person', 'electronic']),
  shipping: group({ paid: money, cheapestStandard: money }, ['paid']),
  incoterm: oneOf(['DDP', 'DAP', 'DDU']),
  dutiesPaid: money,
  taxPaid: money,
  isWhole: yesNo,
} satisfies Record<keyof OrderFacts, Shape>);

const item = group(
  {
    sku: anyText,
    price: money,
    quantity: wholeNumber(1),
    quantityOrdered: wholeNumber(1),
    category: oneOf(categories),
    traits: listOf(oneOf(traits)),
    brand: anyText,
    tags: listOf(anyText),
    soldAs: oneOf(['new', 'refurbished', 'used']),
    condition,
    hasFreeReturns: yesNo,
    listedReturnPayer: buyerOrSeller,
    listedReturnDays: wholeNumber(0, longestInDays),
  } satisfies Record<keyof ItemFacts, Shape>,
  ['price', 'quantity'],
);

const events = group({
  withdrawalNoticeAt: when,
  defectKnownAt: when,
  authorisedAt: when,
  proofOfDispatchAt: when,
  dispatchedBackAt: when,
  handedToDesignatedCarrierAt: when,
  goodsReturnedAt: when,
  inspectedAt: when,
  inspection: oneOf(['passed', 'failed']),
  refundDataGivenAt: when,
  refundedAt: when,
  claimOpenedAt: when,
  claimDecidedAt: when,
  informationAskedAt: when,
  chargebackNoticeAt: when,
  refundChargedAt: when,
  lastMessageAt: when,
  repairStartedAt: when,
  repairEndedAt: when,
} satisfies Record<keyof EventFacts, Shape>);

const buyer = group(
  {
    country,
    subdivision,
    timeZone,
    isConsumer: yesNo,
    attributes: listOf(oneOf(['senior', 'disabled', 'new-immigrant'])),
    hadConversation: yesNo,
    memberTier: anyText,
  } satisfies Record<keyof CaseFacts['buyer'], Shape>,
  ['country'],
);

const evidence = group(
  {
    kind: oneOf([
      'photo',
      'video',
      'unboxing',
      'tracking',
      'proof-of-delivery',
      'signature',
      'weight',
      'authentication',
      'other',
    ]),
    from: party,
    at: when,
  },
  ['kind', 'from'],
);

/** The shape of `CaseFacts`, key by key. */
export const factsShape: Shape = group(
  {
    marketplace: anyText,
    site: country,
    programme: oneOf(programmes),
    buyer,
    seller: group({ country, subdivision, timeZone, offersLocalReturnAddress: yesNo }),
    contract: group({
      concludedAt: when,
      documentAt: when,
      channel: oneOf(['distance', 'doorstep', 'direct-marketing', 'public-auction', 'in-store']),
    }),
    order,
    item,
    reason: oneOf(Object.keys(reasonDefinitions)),
    hasSellerFault: yesNo,
    remedy,
    remediesTried: listOf(remedy),
    requestedAt: when,
    events,
    disclosures: group(Object.fromEntries(disclosureNames.map((name) => [name, told]))),
    agreed: group({
      returnPayer: buyerOrSeller,
      sellerCollects: yesNo,
      designatedCarrier: yesNo,
      deliveryInDays: wholeNumber(0, longestInDays),
      keepsGoods: yesNo,
    }),
    returnShipping: group({
      cost: money,
      mode: oneOf(['prepaid-label', 'self-ship', 'collection', 'in-person']),
      isInternational: yesNo,
      labelPayer: oneOf(payers),
    }),
    platformDeadlines: listOf(
      group({ duty: oneOf(duties), party, by: instant, onMiss: oneOf(onMisses) }, ['duty', 'party', 'by']),
    ),
    platformStates: group({ isInPolicy: yesNo, isReturnless: yesNo, isAtoZ: yesNo }),
    evidence: listOf(evidence),
    buyerHistory: group({ orders: wholeNumber(0), cases: wholeNumber(0), notReceived: wholeNumber(0) }),
    rates: tableOf(
      text((pair) => /^[A-Z]{3}\/[A-Z]{3}$/.test(pair)),
      value((rate) => typeof rate === 'string' && isRate(rate)),
    ),
  } satisfies Record<keyof CaseFacts, Shape>,
  ['buyer', 'order', 'item', 'reason'],
);
