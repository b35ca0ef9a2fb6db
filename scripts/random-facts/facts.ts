import { reasonDefinitions } from '../../src/core/reason.js';
import { duties, onMisses, parties, payers, programmes, remedies } from '../../src/core/vocabulary.js';
import { countryCodes } from '../../src/policy/calendar/country-zones.js';
import { disclosureNames } from '../../src/policy/facts/case-facts.js';
import { allPacks } from '../../src/policy/packs/catalog.js';
import { filled, some, type Random } from './random.js';
import { currencies, daysOf, flag, itemOf, millisecondsPerDay, moneyIn, orderOf, when, type Days } from './sale.js';

const places = filled(allPacks.flatMap((pack) => (pack.layer === 'law' ? pack.countries : [])));
const sites = filled(allPacks.flatMap((pack) => (pack.layer === 'marketplace' ? [pack] : [])));
const anyCountry = filled(countryCodes());
const subdivisions = filled([
  'DE-BY',
  'DE-BE',
  'ES-CT',
  'GB-SCT',
  'IN-KA',
  'US-CA',
  'US-FL',
  'US-NY',
  'US-TX',
  'CA-ON',
  'CA-BC',
  'CA-QC',
  'CH-ZH',
]);
const reasons = filled(Object.keys(reasonDefinitions));
const zones = filled([
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]);

const eventsOf = (random: Random, { placed, delivered, requested }: Days): object => {
  const after = (from: number): string => when(random, from + random.between(0, 40));
  return some(random, 0.12, {
    withdrawalNoticeAt: after(requested),
    defectKnownAt: after(delivered),
    authorisedAt: after(requested),
    proofOfDispatchAt: after(Math.max(requested, delivered)),
    dispatchedBackAt: after(Math.max(requested, delivered)),
    handedToDesignatedCarrierAt: after(Math.max(requested, delivered)),
    goodsReturnedAt: after(Math.max(requested, delivered)),
    inspectedAt: after(Math.max(requested, delivered)),
    inspection: random.pick(['passed', 'failed']),
    refundDataGivenAt: after(requested),
    refundedAt: after(requested),
    claimOpenedAt: after(requested),
    claimDecidedAt: after(requested),
    informationAskedAt: after(requested),
    chargebackNoticeAt: after(requested),
    refundChargedAt: after(requested),
    lastMessageAt: after(placed),
    repairStartedAt: after(delivered),
    repairEndedAt: after(delivered),
  });
};

const toldOf = (random: Random, { placed, requested }: Days, known: number): object => {
  const told = disclosureNames.map((name): [string, unknown] => [
    name,
    random.pick([true, true, false, { at: when(random, random.pick([placed, requested])) }]),
  ]);
  return some(random, known, Object.fromEntries(told));
};

const statedOf = (random: Random, { requested }: Days): readonly object[] =>
  Array.from({ length: random.between(0, 3) }, () => ({
    duty: random.pick(filled(duties)),
    party: random.pick(filled(parties)),
    by: new Date((requested + random.between(0, 20)) * millisecondsPerDay).toISOString(),
    ...some(random, 0.5, { onMiss: random.pick(filled(onMisses)) }),
  }));

const otherFacts = (random: Random, days: Days, currency: string): object =>
  some(random, 0.2, {
    programme: random.pick(filled(programmes)),
    contract: some(random, 0.5, {
      concludedAt: when(random, days.placed),
      documentAt: when(random, days.placed + random.between(0, 30)),
      channel: random.pick(['distance', 'doorstep', 'direct-marketing', 'public-auction', 'in-store']),
    }),
    hasSellerFault: flag(random),
    remedy: random.pick(filled(remedies)),
    remediesTried: [random.pick(filled(remedies))],
    agreed: some(random, 0.4, {
      returnPayer: random.pick(['buyer', 'seller']),
      sellerCollects: flag(random),
      designatedCarrier: flag(random),
      deliveryInDays: random.between(0, 60),
      keepsGoods: flag(random),
    }),
    returnShipping: some(random, 0.5, {
      cost: moneyIn(random, currency),
      mode: random.pick(['prepaid-label', 'self-ship', 'collection', 'in-person']),
      isInternational: flag(random),
      labelPayer: random.pick(filled(payers)),
    }),
    platformDeadlines: statedOf(random, days),
    platformStates: some(random, 0.5, { isInPolicy: flag(random), isReturnless: flag(random), isAtoZ: flag(random) }),
    evidence: [{ kind: 'photo', from: 'buyer' }],
    buyerHistory: { orders: random.between(0, 9), cases: random.between(0, 9) },
    rates: { 'ILS/EUR': '0.2451', 'USD/EUR': '0.9', 'EUR/GBP': '0.87' },
    events: eventsOf(random, days),
  });

const placeOf = (random: Random): { readonly country: string; readonly subdivision?: string } => {
  if (random.happens(0.15)) {
    const subdivision = random.pick(subdivisions);
    return { country: subdivision.slice(0, 2), subdivision };
  }
  return { country: random.happens(0.85) ? random.pick(places).slice(0, 2) : random.pick(anyCountry) };
};

const buyerOf = (random: Random, known: number): object => ({
  ...placeOf(random),
  ...some(random, known, { timeZone: random.pick(zones) }),
  ...some(random, 0.1, {
    isConsumer: flag(random),
    attributes: [random.pick(['senior', 'disabled', 'new-immigrant'])],
    hadConversation: flag(random),
    memberTier: 'gold',
  }),
});

const sellerOf = (random: Random, known: number): object => ({
  ...placeOf(random),
  ...some(random, known, { timeZone: random.pick(zones) }),
  ...some(random, 0.3, { offersLocalReturnAddress: flag(random) }),
});

/** Most sales are told in full but for little; a few are told hardly at all, and take as long as a hundred of the others. */
const shareKnown = (random: Random): number => (random.happens(0.04) ? 0.3 : 0.99);

/** Facts of a sale that could have been, with anything left out that may be left out. */
export const randomFacts = (random: Random): Readonly<Record<string, unknown>> => {
  const days = daysOf(random);
  const currency = random.pick(currencies);
  const { marketplace, site } = random.pick(sites);
  const known = shareKnown(random);
  return {
    ...(random.happens(0.6) ? { marketplace, ...(site === '*' ? {} : { site }) } : {}),
    buyer: buyerOf(random, known),
    order: orderOf(random, days, { currency, known }),
    item: itemOf(random, currency),
    reason: random.pick(reasons),
    ...some(random, known, {
      seller: sellerOf(random, known),
      requestedAt: when(random, days.requested),
      disclosures: toldOf(random, days, known),
    }),
    ...otherFacts(random, days, currency),
  };
};
