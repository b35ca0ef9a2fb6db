import type { BacktestCase } from '../../../policy/backtest/result.js';

/** A past case as it was read, or why it could not be. */
export type CaseRow =
  | { readonly kind: 'case'; readonly past: BacktestCase; readonly line?: number }
  | { readonly kind: 'wrong'; readonly name: string; readonly message: string; readonly line?: number };

/** Rows as they come, several at a time, so that a million of them do not wait for a million promises. */
export interface RowBatch {
  readonly rows: readonly CaseRow[];
  /** How much of everything has been read by now, 0 to 1; `null` when nobody knows how much there is. */
  readonly done: number | null;
}

/** Where past cases come from. */
export interface CaseSource {
  /** What the user named. */
  readonly name: string;
  /** What to do when there is no case in it. */
  readonly whenEmpty: string;
  /** Whether its batches tell how much of it has been read. */
  readonly isSized: boolean;
  readonly batches: () => AsyncIterable<RowBatch>;
}

/** What every source is told. */
export interface SourceSettings {
  /** Now, for every case; absent: each case is judged as of the day it was asked. */
  readonly at: string | undefined;
}

export const nameOfLine = (line: number): string => `line ${String(line)}`;

export const wrongLine = (line: number, message: string): CaseRow => ({ kind: 'wrong', name: nameOfLine(line), message, line });
