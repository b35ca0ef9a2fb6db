import { formatCivilDay } from '../../calendar/civil-day.js';
import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Scene } from '../../facts/scene.js';
import { baseScenes } from '../../worlds/base-scenes.js';
import type { Timeline } from '../space/timeline.js';

/** The same case on other days. */
export const moveTo = (facts: CaseFacts, { contract, placed, delivered, requested }: Timeline): CaseFacts => {
  const day = formatCivilDay(delivered);
  const { order, contract: deal } = facts;
  const { concludedAt: _, ...channel } = deal ?? {};
  const isApart = contract !== placed;
  return {
    ...facts,
    ...(isApart || deal !== undefined
      ? { contract: { ...channel, ...(isApart ? { concludedAt: formatCivilDay(contract) } : {}) } }
      : {}),
    order: {
      ...order,
      placedAt: formatCivilDay(placed),
      shippedAt: formatCivilDay(Math.min(placed + 1, delivered)),
      estimatedDeliveryAt: day,
      ...(order.deliveredAt === undefined ? {} : { deliveredAt: day }),
    },
    requestedAt: formatCivilDay(requested),
  };
};

/** The scene of a complete case, of which there is exactly one. */
export const sceneOf = (policy: Policy, facts: CaseFacts): Scene | null =>
  baseScenes({ facts, policy, at: facts.requestedAt ?? '' })[0]?.scene ?? null;
