import type { PackRule } from '../../types.js';

/** Rules of goods the seller sends. What Amazon keeps and sends itself also comes back to Amazon: of that no page was read. */
export const sentBySeller = (rules: readonly PackRule[]): readonly PackRule[] =>
  rules.map((rule) => ({ ...rule, when: { ...rule.when, fulfillment: ['fulfilled-by-seller'] } }));
