import { millisecondsPerDay, parseCivilDay } from '../calendar/civil-day.js';
import type { CaseFacts, DisclosureName, ParcelFacts, When } from '../facts/case-facts.js';
import { isReturnless } from '../facts/returnless.js';
import { parseInstant, toMoment, type Moment } from '../facts/moment.js';
import type { Reading, Scene } from '../facts/scene.js';
import { isAboutTelling, type Trigger } from './span.js';

/** Whether a clock has started. `waiting`: known not to have happened yet; `unknown`: nobody told us. Both name the fact. */
export type TriggerState =
  | { readonly kind: 'happened'; readonly moment: Moment; readonly fact: string }
  | { readonly kind: 'waiting' | 'unknown'; readonly fact: string };

interface TriggerDefinition {
  readonly fact: string;
  /** Whose civil day it is: the buyer's for deliveries and the buyer's own acts. */
  readonly zone: 'buyer' | 'seller';
  /** Absent events did not happen; absent facts about the sale are unknown. */
  readonly whenAbsent: 'waiting' | 'unknown';
  readonly read: (facts: CaseFacts, assumed: Scene['assumed']) => When | undefined;
}

const sale = (fact: string, zone: 'buyer' | 'seller', read: TriggerDefinition['read']): TriggerDefinition => ({
  fact,
  zone,
  whenAbsent: 'unknown',
  read,
});

const event = (name: keyof NonNullable<CaseFacts['events']>, zone: 'buyer' | 'seller'): TriggerDefinition => ({
  fact: `events.${name}`,
  zone,
  whenAbsent: 'waiting',
  read: (facts) => facts.events?.[name],
});

/** Being told without a date is being told in time: with the contract. */
const inTime = ({ contract, order }: CaseFacts): When | undefined =>
  contract?.concludedAt ?? order.placedAt ?? order.shippedAt ?? order.deliveredAt ?? order.parcels?.[0]?.deliveredAt;

const told = (name: DisclosureName): TriggerDefinition => ({
  fact: `disclosures.${name}`,
  zone: 'buyer',
  whenAbsent: 'waiting',
  read: (facts, assumed) => {
    const known = facts.disclosures?.[name];
    if (typeof known === 'object') return known.at;
    return known === true || (known === undefined && isAssumed(assumed.get(`disclosures.${name}`))) ? inTime(facts) : undefined;
  },
});

const isAssumed = (reading: Reading | undefined): boolean => Array.isArray(reading) && reading[0] === 'true';

const withdrawalNotice = (facts: CaseFacts): When | undefined => facts.events?.withdrawalNoticeAt;

type ReadBelow = 'delivered' | 'first-delivered' | 'listed-return-end' | 'promised' | 'requested' | 'notice';

/** Which fact each trigger reads; those that have readers of their own below are all days where the buyer is. */
const triggerDefinitions: Readonly<Record<Exclude<Trigger, ReadBelow>, TriggerDefinition>> = {
  placed: sale('order.placedAt', 'buyer', ({ order }) => order.placedAt),
  contract: sale('contract.concludedAt', 'buyer', ({ contract, order }) => contract?.concludedAt ?? order.placedAt),
  'contract-document': sale('contract.documentAt', 'buyer', ({ contract }) => contract?.documentAt),
  shipped: sale('order.shippedAt', 'seller', ({ order }) => order.shippedAt ?? lastOf(order.parcels, 'shippedAt')),
  installed: sale('order.installedAt', 'buyer', ({ order }) => order.installedAt),
  completed: sale('order.completedAt', 'buyer', ({ order }) => order.completedAt),
  'defect-known': event('defectKnownAt', 'buyer'),
  authorised: event('authorisedAt', 'seller'),
  'proof-of-dispatch': event('proofOfDispatchAt', 'buyer'),
  'dispatched-back': event('dispatchedBackAt', 'buyer'),
  'handed-to-designated-carrier': event('handedToDesignatedCarrierAt', 'buyer'),
  'goods-returned': event('goodsReturnedAt', 'seller'),
  inspected: event('inspectedAt', 'seller'),
  'refund-data-given': event('refundDataGivenAt', 'buyer'),
  refunded: event('refundedAt', 'seller'),
  'claim-opened': event('claimOpenedAt', 'buyer'),
  'claim-decided': event('claimDecidedAt', 'seller'),
  'information-asked': event('informationAskedAt', 'seller'),
  'chargeback-notice': event('chargebackNoticeAt', 'seller'),
  'refund-charged': event('refundChargedAt', 'seller'),
  'last-message': event('lastMessageAt', 'buyer'),
  'repair-started': event('repairStartedAt', 'seller'),
  'repair-ended': event('repairEndedAt', 'seller'),
  'told:withdrawalRight': told('withdrawalRight'),
  'told:requiredInformation': told('requiredInformation'),
  'told:contractCopy': told('contractCopy'),
  'told:sellerAddress': told('sellerAddress'),
  'told:writtenConfirmation': told('writtenConfirmation'),
};

const isReadBelow = (trigger: Trigger): trigger is ReadBelow => !Object.hasOwn(triggerDefinitions, trigger);

/** Times are told with all kinds of offsets, so that their texts cannot be compared. A day without a time is over at its end. */
const endOf = (when: When): number => parseInstant(when) ?? ((parseCivilDay(when) ?? 0) + 1) * millisecondsPerDay;

const lastOf = (parcels: readonly ParcelFacts[] | undefined, field: 'shippedAt'): When | undefined => {
  const times = (parcels ?? []).map((parcel) => parcel[field]);
  const told = times.filter((time) => time !== undefined);
  return told.length < times.length ? undefined : told.sort((left, right) => endOf(left) - endOf(right)).at(-1);
};

const happened = (when: When | undefined, zone: string): Moment | null => (when === undefined ? null : toMoment(when, zone));

/** Delivery of an order in several parcels: the last good or lot, or the first of a regular delivery (CRD 9(2)(b)). */
const deliveryState = (scene: Scene, which: 'first' | 'last'): TriggerState => {
  const { order } = scene.facts;
  const { parcels } = order;
  const fact = 'order.deliveredAt';
  if (parcels === undefined) {
    const moment = happened(order.deliveredAt, scene.buyerZone);
    return moment === null ? { kind: 'unknown', fact } : { kind: 'happened', moment, fact };
  }
  const moments = parcels.map(({ deliveredAt }) => happened(deliveredAt, scene.buyerZone)).filter((moment) => moment !== null);
  moments.sort((left, right) => left.day - right.day || (left.milliseconds ?? 0) - (right.milliseconds ?? 0));
  const first = moments[0];
  if (which === 'first' && first !== undefined) return { kind: 'happened', moment: first, fact };
  const isPending = parcels.some((parcel) => parcel.isPending === true && parcel.deliveredAt === undefined);
  if (which === 'last' && isPending) return { kind: 'waiting', fact };
  const whole = happened(order.deliveredAt, scene.buyerZone);
  const last = moments.length === parcels.length ? moments.at(-1) : undefined;
  const moment = last ?? whole;
  if (moment !== null) return { kind: 'happened', moment, fact };
  return { kind: isPending ? 'waiting' : 'unknown', fact };
};

const noticeState = (scene: Scene): TriggerState => {
  const fact = 'events.withdrawalNoticeAt';
  const stated = happened(withdrawalNotice(scene.facts), scene.buyerZone);
  const moment = stated ?? (scene.reasonClass === 'withdrawal' ? scene.requested : null);
  return moment === null ? { kind: 'waiting', fact } : { kind: 'happened', moment, fact };
};

/** Counted in whole days from the contract, as the buyer's calendar has them. */
const agreedDay = (scene: Scene): Moment | null => {
  const { agreed, contract, order } = scene.facts;
  const from = happened(contract?.concludedAt ?? order.placedAt, scene.buyerZone);
  return from === null || agreed?.deliveryInDays === undefined
    ? null
    : { day: from.day + agreed.deliveryInDays, milliseconds: null };
};

/** What both sides agreed on comes before what the seller or the marketplace expects. */
const promisedState = (scene: Scene): TriggerState => {
  const { agreedDeliveryBy, estimatedDeliveryAt } = scene.facts.order;
  const fact = 'order.estimatedDeliveryAt';
  const agreed = happened(agreedDeliveryBy, scene.buyerZone) ?? agreedDay(scene);
  const moment = agreed ?? happened(estimatedDeliveryAt, scene.buyerZone);
  return moment === null ? { kind: 'unknown', fact } : { kind: 'happened', moment, fact };
};

/** The last of the days from the delivery that the listing grants. */
const listedState = (scene: Scene): TriggerState => {
  const { listedReturnDays } = scene.facts.item;
  const delivered = deliveryState(scene, 'last');
  if (listedReturnDays === undefined) return { kind: 'unknown', fact: 'item.listedReturnDays' };
  if (delivered.kind !== 'happened') return delivered;
  return { ...delivered, moment: { day: delivered.moment.day + listedReturnDays, milliseconds: null } };
};

/** Clocks that wait for the goods: where the buyer keeps them, these wait for nothing once that was agreed. */
const awaitsGoods: ReadonlySet<Trigger> = new Set<Trigger>(['goods-returned', 'inspected']);

const withoutGoods = (trigger: Trigger, scene: Scene): Moment | null =>
  awaitsGoods.has(trigger) && isReturnless(scene.facts)
    ? (happened(scene.facts.events?.authorisedAt, scene.sellerZone) ?? scene.requested)
    : null;

const readTrigger = (trigger: Trigger, scene: Scene): TriggerState => {
  if (trigger === 'requested') return { kind: 'happened', moment: scene.requested, fact: 'requestedAt' };
  if (trigger === 'notice') return noticeState(scene);
  if (trigger === 'first-delivered') return deliveryState(scene, 'first');
  if (trigger === 'delivered') return deliveryState(scene, scene.facts.order.deliveryPattern === 'regular' ? 'first' : 'last');
  if (trigger === 'promised') return promisedState(scene);
  if (trigger === 'listed-return-end') return listedState(scene);
  const { fact, zone, whenAbsent, read } = triggerDefinitions[trigger];
  const told = happened(read(scene.facts, scene.assumed), zone === 'buyer' ? scene.buyerZone : scene.sellerZone);
  const moment = told ?? withoutGoods(trigger, scene);
  return moment === null ? { kind: whenAbsent, fact } : { kind: 'happened', moment, fact };
};

/** Whether the clock may start with what a scene assumes the buyer was told. */
const hangsOnAssumed = (trigger: Trigger, { assumed }: Scene): boolean => assumed.size > 0 && isAboutTelling(trigger);

/** Whether and when the trigger happened, in the civil days of the place where it happened. Read once for all scenes of one origin. */
export const triggerState = (trigger: Trigger, scene: Scene): TriggerState => {
  if (hangsOnAssumed(trigger, scene)) return readTrigger(trigger, scene);
  const known = scene.clocks.get(trigger);
  if (known !== undefined) return known;
  const state = readTrigger(trigger, scene);
  scene.clocks.set(trigger, state);
  return state;
};

/** The zone whose civil days the trigger is told in: where a day without a time begins and ends. */
export const triggerZone = (trigger: Trigger, { buyerZone, sellerZone }: Scene): string => {
  if (isReadBelow(trigger)) return buyerZone;
  return triggerDefinitions[trigger].zone === 'buyer' ? buyerZone : sellerZone;
};
