import type { AtlasCell } from './atlas.js';

/** Whether something of what a cell shows is not known: the decision, the window or who pays. */
export const isUnknown = ({ verdict, window, payer }: AtlasCell): boolean =>
  verdict === 'needs-review' || window === '?' || payer === 'unknown';
