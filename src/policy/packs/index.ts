/**
 * Packs of law and of marketplace rules: types, registry and loading. This version carries no pack; packs of your own in the same
 * form can be given to `compilePolicy`.
 */
export { allPacks, lawPacks, loadPacks, marketplacePacks, selectPacks } from './load.js';
export type { PackSelection } from './load.js';
export type { LawPack, MarketplacePack, Pack, PackException, PackRange, PackRule, PackWhen, Validity } from './types.js';
export type { Calendar } from '../calendar/calendar.js';
export type { Weekday } from '../calendar/civil-day.js';
export type { Bound, Period, Roll, SpanUnit, Trigger } from '../rules/span.js';
export type {
  DeadlineTerm,
  Fee,
  GoodsCondition,
  Otherwise,
  OutboundScope,
  PayerTerm,
  RefundTerms,
  RemedyStep,
  RequirementTerm,
  RuleTerms,
} from '../rules/terms.js';
