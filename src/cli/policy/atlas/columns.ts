import { reasonDefinitions, isReason, type Reason, type ReasonClass } from '../../../core/reason.js';
import type { AtlasColumn } from './atlas.js';

/** A column with the reason its cells are decided for, and all reasons that belong to it. */
export interface ColumnPlan extends Omit<AtlasColumn, 'alike'> {
  readonly reason: Reason;
  readonly reasons: readonly Reason[];
  readonly reasonClass: ReasonClass;
}

const labels = {
  'no-reason': 'Change of mind',
  defective: 'Defective',
  'not-as-described': 'Not as described',
  'wrong-item': 'Wrong item',
  'missing-parts': 'Parts missing',
  'short-quantity': 'Too few',
  'extra-item': 'Item too many',
  'damaged-in-transit': 'Damaged on the way',
  expired: 'Expired',
  counterfeit: 'Counterfeit',
  'unsafe-or-recall': 'Unsafe or recalled',
  'warranty-repair': 'Warranty repair',
  'arrived-late': 'Came late',
  'not-received': 'Never came',
  'mutual-agreement': 'By agreement',
} as const satisfies Partial<Record<Reason, string>>;

const groups: Readonly<Partial<Record<ReasonClass, string>>> = {
  withdrawal: 'Unwanted',
  conformity: 'Faulty or wrong goods',
  late: 'Delivery',
  'non-delivery': 'Delivery',
  agreement: 'Goodwill',
};

const inClass = (reasonClass: ReasonClass): readonly Reason[] =>
  Object.entries(reasonDefinitions).flatMap(([reason, definition]) =>
    definition.reasonClass === reasonClass && isReason(reason) ? [reason] : [],
  );

/** Faults are told apart; of the other classes one reason stands for all. */
const planOf = ([id, label]: readonly [string, string]): readonly ColumnPlan[] => {
  if (!isReason(id)) return [];
  const { reasonClass } = reasonDefinitions[id];
  const group = reasonClass === null ? undefined : groups[reasonClass];
  if (reasonClass === null || group === undefined) return [];
  const reasons = reasonClass === 'conformity' ? [id] : inClass(reasonClass);
  return [{ id, label, group, reason: id, reasons, reasonClass }];
};

/** Why goods come back, in the order of the table. Suspected abuse grants nothing and has no column. */
export const columns: readonly ColumnPlan[] = Object.entries(labels).flatMap(planOf);
