import { toMoment } from '../facts/moment.js';
import type { Reading, Scene } from '../facts/scene.js';
import type { Trigger } from '../rules/span.js';
import { triggerState } from '../rules/trigger.js';

/** Small readers shared by the table of dimensions. `null` is unknown. */
export const oneWord = (word: string | undefined): Reading => (word === undefined ? null : [word]);

const yes: Reading = ['true'];
const no: Reading = ['false'];

export const yesNo = (answer: boolean | undefined): Reading => (answer === undefined ? null : answer ? yes : no);

export const dayOf = (trigger: Trigger, scene: Scene): Reading => {
  const state = triggerState(trigger, scene);
  return state.kind === 'happened' ? state.moment.day : null;
};

export const sinceDelivery = (scene: Scene): Reading => {
  const delivered = dayOf('delivered', scene);
  return typeof delivered === 'number' ? scene.requested.day - delivered : null;
};

const happenedOn = (trigger: Trigger, scene: Scene): number | null => {
  const day = dayOf(trigger, scene);
  return typeof day === 'number' ? day : null;
};

/** Days of a repair up to the request; a repair that has not ended goes on. */
const daysInRepair = (scene: Scene): number => {
  const started = happenedOn('repair-started', scene);
  if (started === null) return 0;
  const ended = Math.min(happenedOn('repair-ended', scene) ?? scene.requested.day, scene.requested.day);
  return Math.max(0, ended - started);
};

/** Days the buyer has had the goods ready for use: since the delivery or, where it is told, the installation, without those in repair. */
export const daysInHand = (scene: Scene): Reading => {
  const delivered = happenedOn('delivered', scene);
  if (delivered === null) return null;
  const ready = Math.max(delivered, happenedOn('installed', scene) ?? delivered);
  return scene.requested.day - ready - daysInRepair(scene);
};

export const placeOf = (country: string | undefined, subdivision: string | undefined): Reading => {
  if (country === undefined) return null;
  return subdivision === undefined ? [country] : [country, subdivision];
};

/** Told or not; being told counts from the moment it happened, so a later date than the request is not yet told. */
export const toldBy = (told: boolean | { readonly at: string } | undefined, scene: Scene): Reading => {
  if (told === undefined || typeof told === 'boolean') return yesNo(told);
  const moment = toMoment(told.at, scene.buyerZone);
  return yesNo(moment !== null && moment.day <= scene.requested.day);
};
