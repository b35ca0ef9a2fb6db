/**
 * Packs of law and of marketplace rules, all at once, and the types to write packs of your own, which can be given to
 * `compilePolicy` beside these. `loadPacks` loads only what is needed.
 */
export { allPacks, lawPacks, marketplacePacks } from './catalog.js';
export { loadPacks } from './load.js';
export { selectPacks } from './select.js';
export type { PackSelection } from './select.js';
export { everySite } from './types.js';
export type {
  LawPack,
  MarketplacePack,
  Pack,
  PackException,
  PackRange,
  PackRule,
  PackSource,
  PackWhen,
  Validity,
} from './types.js';
export type { Calendar } from '../calendar/calendar.js';
export type { Weekday } from '../calendar/civil-day.js';
export type { Bound, Period, Roll, SpanUnit, Trigger } from '../rules/span.js';
export type {
  DeadlineTerm,
  Fee,
  GoodsCondition,
  LateRefund,
  Otherwise,
  OutboundScope,
  PayerTerm,
  RefundTerms,
  RemedyStep,
  RequirementTerm,
  RuleTerms,
} from '../rules/terms.js';
