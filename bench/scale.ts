/** How much is measured. `quick` proves that the bench runs; its times mean nothing. */
export interface Scale {
  readonly name: 'full' | 'quick';
  readonly listedCases: number;
  readonly hydratedCases: number;
  /** Alternating rounds of ours and the yardstick, each in a process of its own. */
  readonly clientRounds: number;
  /** How far the lazy listings go. */
  readonly memorySteps: readonly [number, ...number[]];
  readonly parserRounds: number;
  readonly roundInMs: number;
  readonly importRuns: number;
  readonly decidedCases: number;
  readonly manyRules: number;
  readonly backtestRows: number;
  /** How many rules the policies have that are checked. */
  readonly analyzedRules: readonly number[];
  readonly reportRows: number;
  /** How large the stores are that a report is merged into. */
  readonly mergedRows: readonly number[];
}

export const fullScale: Scale = {
  name: 'full',
  listedCases: 10_000,
  hydratedCases: 2000,
  clientRounds: 7,
  memorySteps: [1000, 10_000, 50_000],
  parserRounds: 15,
  roundInMs: 60,
  importRuns: 21,
  decidedCases: 500,
  manyRules: 10_000,
  backtestRows: 200_000,
  analyzedRules: [10, 30, 100, 300, 1000],
  reportRows: 1_000_000,
  mergedRows: [10_000, 50_000, 100_000],
};

export const quickScale: Scale = {
  name: 'quick',
  listedCases: 300,
  hydratedCases: 40,
  clientRounds: 1,
  memorySteps: [100, 300],
  parserRounds: 3,
  roundInMs: 5,
  importRuns: 2,
  decidedCases: 50,
  manyRules: 600,
  backtestRows: 1000,
  analyzedRules: [10, 30],
  reportRows: 2000,
  mergedRows: [200, 400],
};

/** The cases that the client reads at the same time. */
export const concurrency = 8;
