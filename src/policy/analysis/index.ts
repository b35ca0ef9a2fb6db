export { checkPolicy } from './check-policy.js';
export type { CheckOptions, FloorLayer } from './check-policy.js';
export type { AnalysisCode, AnalysisFinding, FindingSeverity, FloorPart, Horizon, PolicyAnalysis, Witness } from './finding.js';
export { applyWaivers } from './waivers.js';
export type { WaivedFinding, WaiverFinding, WaiversApplied, WaiverSettings } from './waivers.js';
export { diffPolicies } from './diff/diff-policies.js';
export { differenceParts } from './diff/policy-diff.js';
export type {
  BuyerEffect,
  DifferencePart,
  DifferenceSide,
  DifferenceWitness,
  DiffOptions,
  PolicyDiff,
  PolicyDifference,
  SellerEffect,
} from './diff/policy-diff.js';
