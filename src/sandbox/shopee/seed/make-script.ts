import type { Random } from '../../random.js';
import type { Script } from '../record.js';
import type { Scenario } from './scenarios.js';

/** What will happen to a case: the scenario's part of it is fixed, the rest is drawn. */
export const makeScript = (scenario: Scenario, random: Random): Script => ({
  withdrawsAfterInHours: undefined,
  answersOffer: random.pick(['accepts', 'accepts', 'counters', 'ignores']),
  answersAfterInHours: random.integer(6, 30),
  shipsAfterInHours: random.integer(20, 70),
  transitInHours: random.integer(30, 90),
  parcel: 'delivered',
  reviewAfterInHours: 18,
  evidenceAsked: random.chance(0.5),
  ruling: random.chance(0.5) ? 'seller' : 'buyer',
  rulingAfterInHours: 96,
  compensationOffered: random.chance(0.3),
  compensationRuling: random.chance(0.6) ? 'APPROVED' : 'REJECTED',
  warehouseAction: random.pick([1, 2, 7]),
  ...scenario.script,
});
