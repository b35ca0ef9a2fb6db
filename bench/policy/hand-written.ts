import { addMonths, formatCivilDay, parseCivilDay } from '../../src/policy/calendar/civil-day.js';
import { zonesOf } from '../../src/policy/calendar/country-zones.js';
import { civilDayAt, endOfDay } from '../../src/policy/calendar/zone.js';
import type {
  Because,
  CaseFacts,
  Citation,
  DecisionDeadline,
  Overridden,
  ReturnDecision,
  Window,
} from '../../src/policy/index.js';
import { definitionOf } from '../../src/core/reason.js';

/**
 * The twelve rules as a programmer would write them down for this one policy, with the same answer as JSON. It trusts its facts, as
 * ours may not, and takes days and zones from the same functions.
 */

const cite = (rule: string): Because => [{ rule, source: 'seller:twelve', validFrom: null, confidence: 'seller' }];

const dayOf = (when: string, zone: string): number => parseCivilDay(when) ?? civilDayAt(Date.parse(when), zone);

const endOf = (day: number, zone: string): { readonly lastDay: string; readonly closesAt: string } => ({
  lastDay: formatCivilDay(day),
  closesAt: new Date(endOfDay(day, zone)).toISOString(),
});

const answerDeadline = (requestedDay: number, right: string): DecisionDeadline => {
  const { lastDay, closesAt } = endOf(requestedDay + 3, 'Europe/Berlin');
  return {
    duty: 'answer',
    party: 'seller',
    by: closesAt,
    lastDay,
    startsWhen: null,
    strength: 'hard',
    onMiss: 'auto-approved',
    source: 'policy',
    certainty: 'derived',
    satisfiedBy: 'done',
    right,
    differsFrom: null,
    because: cite('promises.answer'),
  };
};

const electronics = new Set<string | undefined>(['electronics', 'phones', 'computers']);
const [christmasFrom, christmasTo, christmasEnd] = [
  dayOf('2026-11-01', 'UTC'),
  dayOf('2026-12-31', 'UTC'),
  dayOf('2027-01-31', 'UTC'),
];

type Kind = 'voluntary' | 'conformity' | 'late-delivery' | 'non-delivery';

interface Found {
  readonly kind: Kind;
  readonly lastDay: number;
  readonly because: Because;
  readonly exclusions: readonly string[];
  readonly reviews: readonly string[];
  readonly objecting: Because;
}

const changeOfMind = ({ item, order }: CaseFacts, zone: string): Omit<Found, 'kind'> => {
  const isElectronic = electronics.has(item.category);
  const counted = dayOf(order.deliveredAt ?? '', zone) + (isElectronic ? 14 : 30);
  const placed = dayOf(order.placedAt ?? '', zone);
  const isChristmas = placed >= christmasFrom && placed <= christmasTo;
  const exclusions: string[] = [];
  const objecting: Citation[] = [];
  if (item.traits?.includes('custom-made') === true) {
    exclusions.push('custom-made');
    objecting.push(...cite('made-to-order'));
  }
  if (item.traits?.includes('hygiene-sealed') === true && item.condition?.isUnsealed === true) {
    exclusions.push('hygiene-unsealed');
    objecting.push(...cite('opened-hygiene'));
  }
  const isExpensive = item.price.minor >= 50_000;
  if (isExpensive) objecting.push(...cite('expensive'));
  return {
    lastDay: isChristmas ? Math.max(counted, christmasEnd) : counted,
    because: [...cite(isElectronic ? 'electronics' : 'change-of-mind'), ...(isChristmas ? cite('christmas') : [])],
    exclusions,
    reviews: isExpensive ? ['expensive-goods'] : [],
    objecting,
  };
};

const find = (facts: CaseFacts, zone: string): Found => {
  const { reasonClass } = definitionOf(facts.reason);
  const { order } = facts;
  const nothing = { exclusions: [], reviews: [], objecting: [] };
  if (reasonClass === 'withdrawal') return { kind: 'voluntary', ...changeOfMind(facts, zone) };
  if (reasonClass === 'non-delivery')
    return {
      kind: 'non-delivery',
      lastDay: dayOf(order.estimatedDeliveryAt ?? '', zone) + 60,
      because: cite('lost'),
      ...nothing,
    };
  const kind = reasonClass === 'late' ? 'late-delivery' : 'conformity';
  return { kind, lastDay: addMonths(dayOf(order.deliveredAt ?? '', zone), 24), because: cite('faulty'), ...nothing };
};

const overriddenBy = ({ buyer, item }: CaseFacts, kind: Kind): readonly Overridden[] => {
  const right = `${kind}/seller:twelve`;
  const over = (parameter: string, winner: string, loser: string): Overridden => ({
    parameter,
    right,
    winner,
    loser,
    because: cite(loser),
  });
  if (kind === 'voluntary')
    return [
      ...(electronics.has(item.category) ? [over('window', 'electronics', 'change-of-mind')] : []),
      ...(buyer.country === 'PL' || buyer.country === 'CZ' ? [over('pays.return', 'poland', 'change-of-mind')] : []),
    ];
  return kind !== 'non-delivery' && item.price.minor <= 2000 ? [over('remedies', 'cheap', 'faulty')] : [];
};

const refundOf = ({ item, order }: CaseFacts, kind: Kind): ReturnDecision['refund'] => {
  const { currency } = item.price;
  const goods = item.price.minor * item.quantity;
  const main = cite(kind === 'voluntary' ? 'change-of-mind' : kind === 'non-delivery' ? 'lost' : 'faulty');
  const shipping = kind === 'voluntary' ? 0 : (order.shipping?.paid.minor ?? 0);
  const fee = kind === 'voluntary' && item.soldAs === 'refurbished' ? Math.round(goods * 0.15) : 0;
  const lines: ReturnDecision['refund']['lines'][number][] = [
    { kind: 'item', amount: { minor: goods, currency }, cap: null, because: main },
  ];
  if (shipping > 0) lines.push({ kind: 'outbound-shipping', amount: { minor: shipping, currency }, cap: null, because: main });
  if (fee > 0) lines.push({ kind: 'restocking', amount: { minor: -fee, currency }, cap: null, because: cite('refurbished') });
  return { total: { minor: goods + shipping - fee, currency }, form: 'original-means', lines, unknownLines: [] };
};

const paysOf = ({ buyer }: CaseFacts, kind: Kind): ReturnDecision['pays'] => {
  if (kind === 'non-delivery') return { outbound: 'seller', return: 'nobody', replacement: 'seller' };
  if (kind !== 'voluntary') return { outbound: 'seller', return: 'seller', replacement: 'seller' };
  const isPoland = buyer.country === 'PL' || buyer.country === 'CZ';
  return { outbound: 'buyer', return: isPoland ? 'seller' : 'buyer', replacement: 'nobody' };
};

const remediesOf = ({ item }: CaseFacts, kind: Kind): ReturnDecision['remedies'] => {
  const list = (rule: string, names: readonly ReturnDecision['remedies'][number]['remedy'][]): ReturnDecision['remedies'] =>
    names.map((remedy, index) => ({ remedy, chosenBy: 'seller', step: index + 1, isOpen: true, because: cite(rule) }));
  if (kind === 'voluntary') return list('change-of-mind', ['refund']);
  if (kind === 'non-delivery') return list('lost', ['reship', 'refund']);
  return item.price.minor <= 2000 ? list('cheap', ['keep-and-refund']) : list('faulty', ['replacement', 'repair', 'refund']);
};

const objectionsOf = ({ exclusions, reviews }: Found, isLate: boolean): readonly string[] => {
  const found = [...exclusions, ...(isLate ? ['window-closed'] : []), ...reviews];
  return found.length === 0 ? ['within-window'] : found;
};

const windowOf = ({ lastDay, because }: Found, zone: string, at: number): Window => {
  const end = endOf(lastDay, zone);
  const state = at > Date.parse(end.closesAt) ? 'closed' : 'open';
  return { opensAt: null, ...end, mayExtendTo: null, state, zone, because };
};

/** What would move the way back to the seller. */
const returnPayerAsked: ReturnDecision['missing'] = [
  { fact: 'agreed.returnPayer', affects: ['pays'], presumed: 'none' },
  { fact: 'item.hasFreeReturns', affects: ['pays'], presumed: 'false' },
  { fact: 'item.listedReturnPayer', affects: ['pays'], presumed: 'none' },
];

export const decideByHand = (facts: CaseFacts, at: number): ReturnDecision => {
  const zone = zonesOf(facts.buyer.country)?.[0] ?? 'UTC';
  const found = find(facts, zone);
  const { kind, exclusions, reviews } = found;
  const id = `${kind}/seller:twelve`;
  const window = windowOf(found, zone, at);
  const requestedAt = Date.parse(facts.requestedAt ?? '');
  const isLate = requestedAt > Date.parse(window.closesAt ?? '');
  const lostTo = exclusions[0] ?? (isLate ? 'window-closed' : null);
  const verdict = lostTo !== null ? 'ineligible' : reviews.length > 0 ? 'needs-review' : 'eligible';
  const reasons = objectionsOf(found, isLate);
  const [pays, refund, remedies] = [paysOf(facts, kind), refundOf(facts, kind), remediesOf(facts, kind)];
  const deadlines = [answerDeadline(civilDayAt(requestedAt, zone), id)];
  const terms = { pays, refund, remedies };
  const nothing = {
    pays: { outbound: 'nobody', return: 'nobody', replacement: 'nobody' },
    refund: { total: { minor: 0, currency: facts.item.price.currency }, form: 'unknown', lines: [], unknownLines: [] },
    remedies: [],
  } as const;
  const { liable, mayAlsoBe } = definitionOf(facts.reason);
  return {
    verdict,
    rights: [
      {
        id,
        kind,
        layer: 'seller',
        source: 'seller:twelve',
        verdict,
        lostTo,
        reasons,
        because: found.objecting.length === 0 ? found.because : [...found.because, ...found.objecting],
        window,
        ...terms,
        deadlines,
      },
    ],
    recommended: id,
    liable: liable ?? 'unknown',
    window: exclusions.length > 0 ? null : window,
    ...(lostTo === null ? terms : nothing),
    deadlines,
    alternatives: [],
    requirements: [],
    reasons: reasons.map((code) => ({ code, path: null, right: id })),
    missing: lostTo === null && pays.return === 'buyer' ? returnPayerAsked : [],
    overrode: overriddenBy(facts, kind),
    warnings: ['law-not-loaded', ...mayAlsoBe.map((other) => `reason-may-also-be:${other}`)].map((code) => ({
      code,
      right: null,
    })),
  };
};
