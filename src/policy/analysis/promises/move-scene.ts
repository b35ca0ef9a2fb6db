import type { CivilDay } from '../../calendar/civil-day.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Scene } from '../../facts/scene.js';

/** The scene of the same case on other days and with other events. What was read of it before is forgotten. */
export const moveScene = (scene: Scene, facts: CaseFacts, requested: CivilDay): Scene => ({
  ...scene,
  facts,
  requested: { day: requested, milliseconds: null },
  readings: [],
  clocks: new Map(),
});
