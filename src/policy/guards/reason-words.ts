import type { Reason, ReasonClass } from '../vocabulary.js';
import { classesOf } from '../rules/reason-class.js';
import { reasons as allReasons } from '../document/words.js';

/**
 * `reason` and `reasonClass` are one dimension of pairs, `defective/conformity`, so that a rule about one reason is seen to lie
 * inside a rule about its class.
 */
export const reasonPairs = (
  reasons: readonly Reason[] | undefined,
  classes: readonly ReasonClass[] | undefined,
): readonly string[] =>
  (reasons ?? allReasons).flatMap((reason) =>
    classesOf(reason)
      .filter((reasonClass) => classes === undefined || classes.includes(reasonClass))
      .map((reasonClass) => `${reason}/${reasonClass}`),
  );

/** Every pair there is. */
export const allReasonPairs: readonly string[] = reasonPairs(undefined, undefined);
