import { rightKinds, type RightKind } from '../decision.js';

export type FamilyName = 'change-of-mind' | 'fault' | 'delivery';

const familyNames: Readonly<Record<RightKind, FamilyName>> = {
  withdrawal: 'change-of-mind',
  voluntary: 'change-of-mind',
  conformity: 'fault',
  'non-delivery': 'delivery',
  'late-delivery': 'delivery',
};

/** Rights whose terms join: within a family the buyer gets the best that any living grant promises. */
export const familyOf = (kind: RightKind): FamilyName => familyNames[kind];

/** The most specific first: what is recommended when several rights are equally good. */
const specificity: readonly RightKind[] = ['conformity', 'non-delivery', 'late-delivery', 'withdrawal', 'voluntary'];

export const compareKinds = (left: RightKind, right: RightKind): number => specificity.indexOf(left) - specificity.indexOf(right);

export const kindOrder = (kind: RightKind): number => rightKinds.indexOf(kind);
