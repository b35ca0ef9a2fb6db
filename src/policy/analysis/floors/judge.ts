import { mayAskNextDay } from '../days/early-windows.js';
import { standingIn, standingNextDay, type RulesStanding } from '../reading/standing.js';
import type { Space } from '../space/space.js';
import type { Side } from './duel.js';

/** How a side stands to cases that are looked at on the day after the delivery, where they can be asked then. */
export const judgeIn =
  (space: Space) =>
  ({ cell, rules }: Side): RulesStanding =>
    mayAskNextDay(space, cell.box) ? standingNextDay(cell, rules) : standingIn(cell, rules);
