export { triage } from './triage.js';
export type { PersonReason, Triage, TriageOptions, TriageSubject } from './types.js';
export { diagnose } from './diagnosis/diagnose.js';
export { toJourney } from './diagnosis/to-journey.js';
export type { JourneySources } from './diagnosis/to-journey.js';
export { defaultThresholds } from './diagnosis/thresholds.js';
export type { ThresholdName, Thresholds } from './diagnosis/thresholds.js';
export { happenings } from './diagnosis/types.js';
export type {
  DiagnoseOptions,
  Diagnosis,
  DiagnosisConfidence,
  DiagnosisEvidence,
  Finding,
  Happening,
  Journey,
  JourneyEvent,
  JourneyOrder,
  Mark,
  Obstacle,
  Place,
  ReadFrom,
  Settler,
} from './diagnosis/types.js';
export { evidenceToAsk } from './evidence-to-ask.js';
export type { EvidenceRequest, EvidenceSubject } from './evidence-to-ask.js';
export type { Liability, LiabilityReason } from './liability.js';
export { signalKinds } from './signals/types.js';
export type { CaseMessage, PastCase, ReturnedGoods, Signal, SignalEvidence, SignalKind, SignalLimits } from './signals/types.js';
export { solutionKinds } from './solutions/types.js';
export type { Assumption, Chances, CostKind, CostLine, Costs, Lawfulness, Solution, SolutionKind } from './solutions/types.js';
