import type { Party } from './vocabulary.js';

/** The group of rights a reason opens: change of mind, faulty goods, goods that never came, goods that came late, a deal between the parties, or abuse. */
export type ReasonClass = 'withdrawal' | 'conformity' | 'non-delivery' | 'late' | 'agreement' | 'abuse';

/** A reason's meaning. `reasonClass` and `liable` are defaults: what a marketplace states about the very case beats them. */
export interface ReasonDefinition {
  /** `null`: the reason alone does not say which right it opens. */
  readonly reasonClass: ReasonClass | null;
  /** Other classes the same words can mean, to be settled by evidence. */
  readonly mayAlsoBe: readonly ReasonClass[];
  /** Who is at fault by default; `null` where only the facts of the case can tell. */
  readonly liable: Party | null;
}

const define = (
  reasonClass: ReasonClass | null,
  liable: Party | null,
  mayAlsoBe: readonly ReasonClass[] = [],
): ReasonDefinition => ({ reasonClass, liable, mayAlsoBe });

/** Every reason a case can have, each with its class and who is liable by default. */
export const reasonDefinitions = {
  'no-reason': define('withdrawal', 'buyer'),
  'no-longer-needed': define('withdrawal', 'buyer'),
  'ordered-by-mistake': define('withdrawal', 'buyer'),
  'better-price': define('withdrawal', 'buyer'),
  'does-not-fit': define('withdrawal', 'buyer', ['conformity']),
  'style-or-colour': define('withdrawal', 'buyer'),
  'not-compatible': define('withdrawal', 'buyer', ['conformity']),
  'quality-below-expectation': define('withdrawal', null, ['conformity']),
  defective: define('conformity', 'seller'),
  'not-as-described': define('conformity', 'seller'),
  'wrong-item': define('conformity', 'seller'),
  'missing-parts': define('conformity', 'seller'),
  'short-quantity': define('conformity', 'seller'),
  'extra-item': define('conformity', 'seller'),
  'damaged-in-transit': define('conformity', 'seller'),
  expired: define('conformity', 'seller'),
  counterfeit: define('conformity', 'seller'),
  'unsafe-or-recall': define('conformity', 'seller'),
  'arrived-late': define('late', 'seller'),
  'not-received': define('non-delivery', 'seller'),
  'delivered-not-received': define('non-delivery', null, ['abuse']),
  'empty-box': define('non-delivery', 'seller', ['conformity', 'abuse']),
  'customs-hold': define('non-delivery', null),
  'customs-refused-or-duty-unpaid': define('non-delivery', 'buyer'),
  'returned-before-export': define('non-delivery', 'seller'),
  'delivery-failed-address': define('non-delivery', null),
  'delivery-refused': define('non-delivery', 'buyer', ['withdrawal']),
  'cancelled-after-dispatch': define('withdrawal', 'buyer', ['agreement']),
  'out-of-stock': define('non-delivery', 'seller'),
  'unauthorised-purchase': define('abuse', null),
  'mutual-agreement': define('agreement', null),
  'warranty-repair': define('conformity', 'seller'),
  'buyer-returned-wrong-item': define('abuse', 'buyer'),
  'returned-used-or-damaged': define('abuse', 'buyer'),
  'malicious-or-abuse': define('abuse', 'buyer'),
  other: define(null, null),
  unknown: define(null, null),
} as const satisfies Record<string, ReasonDefinition>;

/** Why the buyer opened the case, in one vocabulary for all marketplaces. The marketplace's own word stays beside it, see `Translated`. */
export type Reason = keyof typeof reasonDefinitions;

/** Whether a word is one of this vocabulary, such as one read from a file or a form. */
export const isReason = (word: string): word is Reason => Object.hasOwn(reasonDefinitions, word);

/** The reason's class and default liable party. */
export const definitionOf = (reason: Reason): ReasonDefinition => reasonDefinitions[reason];
