export { createMemoryAdapter, type MemoryAdapter } from './adapter.js';
export type { CaseDescription } from './case-description.js';
export type { ManualClock } from './clock.js';
export type { LedgerEntry, MemoryControl } from './control.js';
export type { Fault, FaultKind } from './faults.js';
export type { MemoryMessage, Proposal } from './record.js';
export type { MemorySettings, Periods } from './settings.js';
export type { MemoryRequest } from './store.js';
export type { GrantableRemedy, StartingPhase } from './vocabulary.js';
