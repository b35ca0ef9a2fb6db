import { definitionOf } from '../core/reason.js';
import type { Party } from '../core/vocabulary.js';
import type { ReturnDecision } from '../policy/decision.js';
import type { CaseFacts } from '../policy/facts/case-facts.js';
import type { Diagnosis, Happening } from './diagnosis/types.js';
import { isInHand } from './in-hand.js';

/** Why that party. `source` is where the rule is stated, `null` where it follows from the facts alone. */
export interface LiabilityReason {
  readonly code:
    | 'as-decided'
    | 'carrier-chosen-by-buyer'
    | 'carrier-has-the-goods'
    | 'delivered-but-denied'
    | 'duties-are-the-buyers'
    | 'duties-are-the-sellers'
    | 'incoterm-unknown'
    | 'marketplace-ships'
    | 'no-proof-of-hand-over'
    | 'nothing-has-gone-wrong'
    | 'nothing-known'
    | 'obstacle-unknown'
    | 'refused-by-buyer'
    | 'risk-is-the-sellers-until-delivery';
  readonly source: string | null;
}

/** Who answers for what happened. */
export interface Liability {
  /** Toward the buyer. */
  readonly party: Party | 'unknown';
  /** From whom the seller may get it back. */
  readonly recourse: Party | null;
  readonly because: LiabilityReason;
}

const risk = 'CRD 20; CN E-commerce Law 20';

const say = (
  party: Liability['party'],
  code: LiabilityReason['code'],
  more: { readonly recourse?: Party; readonly source?: string } = {},
): Liability => ({ party, recourse: more.recourse ?? null, because: { code, source: more.source ?? null } });

/** Until the buyer holds the goods their loss is the seller's, unless the buyer chose who carries them. */
const inTransit = ({ order, programme }: CaseFacts): Liability => {
  if (programme === 'fulfilled-by-marketplace') return say('marketplace', 'marketplace-ships');
  if (order.carrierChosenBy === 'buyer') return say('carrier', 'carrier-chosen-by-buyer', { source: risk });
  return say('seller', 'risk-is-the-sellers-until-delivery', { recourse: 'carrier', source: risk });
};

const notHandedOver = ({ programme }: CaseFacts): Liability =>
  programme === 'fulfilled-by-marketplace' ? say('marketplace', 'marketplace-ships') : say('seller', 'no-proof-of-hand-over');

/** Duties are the seller's under DDP and the buyer's under DAP and DDU; what else customs want, the incoterm does not say. */
const atCustoms = ({ order: { incoterm } }: CaseFacts, { obstacle }: Diagnosis): Liability => {
  if (incoterm === undefined) return say('unknown', 'incoterm-unknown');
  if (incoterm === 'DDP') return say('seller', 'duties-are-the-sellers');
  return obstacle === 'duty-unpaid' ? say('buyer', 'duties-are-the-buyers') : say('unknown', 'obstacle-unknown');
};

/** An address can be wrong on the label as in the order, and a parcel nobody fetched may never have been announced. */
const atTheDoor = (facts: CaseFacts, diagnosis: Diagnosis): Liability => {
  if (diagnosis.obstacle === 'refused') return say('buyer', 'refused-by-buyer');
  return diagnosis.obstacle === 'duty-unpaid' ? atCustoms(facts, diagnosis) : say('unknown', 'obstacle-unknown');
};

interface Grounds {
  readonly facts: CaseFacts;
  readonly decision: ReturnDecision;
  readonly diagnosis: Diagnosis;
}

/** What breaks on the way is the seller's toward the buyer, and the carrier's toward the seller. */
const isCarriers = ({ reason, order, programme }: CaseFacts): boolean =>
  reason === 'damaged-in-transit' && order.carrierChosenBy !== 'buyer' && programme !== 'fulfilled-by-marketplace';

const asDecided = ({ facts, decision: { liable } }: Grounds): Liability => {
  if (liable === 'unknown') return say('unknown', 'nothing-known');
  return say(liable, 'as-decided', liable === 'seller' && isCarriers(facts) ? { recourse: 'carrier' } : {});
};

const whenDelivered = (grounds: Grounds): Liability =>
  definitionOf(grounds.facts.reason).reasonClass === 'non-delivery' ? say('unknown', 'delivered-but-denied') : asDecided(grounds);

const calm: Liability = say('unknown', 'nothing-has-gone-wrong');

const answers: Readonly<Record<Happening, (grounds: Grounds) => Liability>> = {
  'awaiting-shipment': (grounds) => (grounds.facts.reason === 'out-of-stock' ? asDecided(grounds) : calm),
  'not-shipped-in-time': ({ facts }) => notHandedOver(facts),
  'shipped-without-scan': ({ facts }) => notHandedOver(facts),
  'not-exported': ({ facts }) => inTransit(facts),
  'returned-before-export': ({ facts }) => inTransit(facts),
  'held-by-customs': ({ facts, diagnosis }) => atCustoms(facts, diagnosis),
  'undelivered-at-destination': ({ facts, diagnosis }) => atTheDoor(facts, diagnosis),
  'delivered-elsewhere': ({ facts }) => inTransit(facts),
  lost: ({ facts }) => inTransit(facts),
  delivered: whenDelivered,
  'delivered-late': (grounds) =>
    definitionOf(grounds.facts.reason).reasonClass === 'late' ? inTransit(grounds.facts) : whenDelivered(grounds),
  'in-transit': () => calm,
  late: ({ facts }) => inTransit(facts),
  unknown: asDecided,
};

/** Who answers for what happened, from the diagnosis, the facts and, where they say nothing of it, the decision. */
export const liabilityOf = (grounds: Grounds): Liability =>
  isInHand(grounds.diagnosis, grounds.facts) ? asDecided(grounds) : answers[grounds.diagnosis.what](grounds);
