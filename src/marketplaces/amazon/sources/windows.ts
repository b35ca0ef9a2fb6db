import { epochMsOf, toInstant, type Instant } from '../../../core/time.js';

export const dayInMs = 86_400_000;

/** How far back reports are read where nothing is asked: the longest window that Amazon takes. */
export const reachInDays = 60;

export interface Range {
  readonly from: Instant;
  readonly until: Instant;
}

export const before = (instant: Instant, ms: number): Instant => toInstant(epochMsOf(instant) - ms);

/** The range in windows that Amazon takes, the newest first. An empty range has none. */
export const toWindows = ({ from, until }: Range, longestInDays: number): readonly Range[] => {
  const windows: Range[] = [];
  for (let end = until; end > from; end = windows.at(-1)?.from ?? from) {
    const start = before(end, longestInDays * dayInMs);
    windows.push({ from: start > from ? start : from, until: end });
  }
  return windows;
};
