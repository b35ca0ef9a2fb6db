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

/** Two readings of the same cases, the second of which must be no better for the buyer. */
export interface Duel {
  readonly space: Space;
  readonly start: Box;
  readonly rules: readonly Rule[];
  readonly sellerKind: RightKind;
  readonly floorKind: RightKind;
  readonly read: (cell: Cell<Rule>) => { readonly seller: Side; readonly floor: Side };
}
