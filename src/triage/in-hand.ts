import { definitionOf } from '../core/reason.js';
import type { CaseFacts } from '../policy/facts/case-facts.js';
import type { Diagnosis, Happening } from './diagnosis/types.js';

/** What tracking makes of a parcel whose delivery it missed. */
const untold: ReadonlySet<Happening> = new Set<Happening>([
  'shipped-without-scan',
  'not-exported',
  'held-by-customs',
  'lost',
  'in-transit',
  'late',
  'unknown',
]);

/** Somebody says where it is instead, and not only that it was last seen on its way. */
const isStated = ({ what, confidence }: Diagnosis): boolean =>
  confidence === 'certain' && (what === 'lost' || what === 'held-by-customs');

/** A buyer who complains of the goods has them, although nobody told of the delivery. */
export const isInHand = (diagnosis: Diagnosis, { reason }: CaseFacts): boolean =>
  definitionOf(reason).reasonClass === 'conformity' && untold.has(diagnosis.what) && !isStated(diagnosis);
