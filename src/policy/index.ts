export { compilePolicy } from './compile.js';
export type { Policy } from './compile.js';
export { decide } from './decide.js';
export type { DecideOptions } from './decide.js';
export { deadlinesFrom } from './deadlines-from.js';
export { explain, explanationOf } from './explain/explain.js';
export type { ExplainOptions } from './explain/explain.js';
export type { Explanation } from './explain/explanation.js';
export { explanationLocales } from './explain/locale.js';
export type { ExplanationLocale } from './explain/locale.js';
export { nearestEligible, whatIf } from './what-if.js';
export type { FactsChange, Supposition, WhatIf } from './what-if.js';
export { toFacts } from './facts/from-case.js';
export { policyJsonSchema } from './document/policy-json-schema.js';
export { definePolicy } from './document/schema.js';
export type { PolicyDocument, PolicyDuty, PolicyPeriod, PolicyRule, PolicyWhen } from './document/schema.js';
export { formatProblem, PolicyDocumentError } from './document/errors.js';
export type { DocumentProblem, DocumentProblemCode } from './document/errors.js';
export { loadPacks } from './packs/load.js';
export type { PackSelection } from './packs/select.js';
export type { LawPack, MarketplacePack, Pack } from './packs/types.js';
export type {
  BuyerFacts,
  CaseFacts,
  ConditionFacts,
  ContractFacts,
  DisclosureName,
  EventFacts,
  FactsOfEvidence,
  ItemFacts,
  OrderFacts,
  ParcelFacts,
  SellerFacts,
  StatedDeadline,
  Told,
  When,
} from './facts/case-facts.js';
export type { Category, Trait } from './facts/goods.js';
export type {
  AffectedPart,
  Because,
  Citation,
  Confidence,
  DecisionDeadline,
  DecisionReason,
  Layer,
  MissingFact,
  Overridden,
  Pays,
  Refund,
  RefundForm,
  RefundLine,
  RefundLineKind,
  RemedyOption,
  Requirement,
  ReturnDecision,
  RightDecision,
  RightKind,
  Terms,
  Verdict,
  Window,
} from './decision.js';
