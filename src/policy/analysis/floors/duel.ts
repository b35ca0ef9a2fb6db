import type { RightKind } from '../../decision.js';
import type { Rule } from '../../rules/rule.js';
import type { Box } from '../space/box.js';
import type { Cell } from '../space/explore.js';
import type { Space } from '../space/space.js';

/** One side of a comparison in one cell: its rules that could hold there, narrower first. */
export interface Side {
  readonly cell: Cell<Rule>;
  readonly rules: readonly Rule[];
}

/** Where a comparison begins, and the rules that can count in it. */
export interface Scope {
  readonly start: Box;
  readonly rules: readonly Rule[];
}

/** Whether a rule says something of what is compared. */
export type Speaks = (rule: Rule) => boolean;

/** Two readings of the same cases, the second of which must be no better for the buyer. */
export interface Duel {
  readonly space: Space;
  readonly start: Box;
  readonly rules: readonly Rule[];
  /**
   * The cases of the start of which both sides may say something; `null` when there are none. Its rules are those that speak, those that
   * decide who is accepted, and `more`.
   */
  readonly scopeOf: (speaks: Speaks, more?: Speaks) => Scope | null;
  readonly sellerKind: RightKind;
  readonly floorKind: RightKind;
  readonly read: (cell: Cell<Rule>) => { readonly seller: Side; readonly floor: Side };
}
