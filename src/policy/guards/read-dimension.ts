import { toMoment } from '../facts/moment.js';
import type { Reading, Scene } from '../facts/scene.js';
import type { Trigger } from '../rules/span.js';
import { triggerState } from '../rules/trigger.js';

/** Small readers shared by the table of dimensions. `null` is unknown. */
export const oneWord = (word: string | undefined): Reading => (word === undefined ? null : [word]);

export const yesNo = (answer: boolean | undefined): Reading => (answer === undefined ? null : [String(answer)]);

export const dayOf = (trigger: Trigger, scene: Scene): Reading => {
  const state = triggerState(trigger, scene);
  return state.kind === 'happened' ? state.moment.day : null;
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
