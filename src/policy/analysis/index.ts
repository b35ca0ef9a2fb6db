export { checkPolicy } from './check-policy.js';
export type { CheckOptions, FloorLayer } from './check-policy.js';
export type { AnalysisCode, AnalysisFinding, FindingSeverity, Horizon, PolicyAnalysis, Witness } from './finding.js';
