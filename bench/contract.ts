import * as z from 'zod';

/** What the parent and its programs tell each other, all of it plain JSON. */

export const tokens = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.string() });

export const shop = z.object({
  baseUrl: z.string(),
  partnerId: z.number(),
  partnerKey: z.string(),
  shopId: z.number(),
  tokens,
  /** The time of the marketplace when it started, in epoch milliseconds. */
  now: z.number(),
});
export type Shop = z.infer<typeof shop>;

export const serverInput = z.object({ cases: z.number() });

export const clientInput = z.object({ shop, listedCases: z.number(), hydratedCases: z.number(), concurrency: z.number() });
/** Processor time of one pass. The first includes what the compiler spends on code it has never seen. */
const pass = z.object({ listInMicroseconds: z.number(), hydrateInMicroseconds: z.number() });
export type Pass = z.infer<typeof pass>;

export const clientResult = z.object({ passes: z.array(pass) });
export type ClientResult = z.infer<typeof clientResult>;

export const bareInput = z.object({ list: z.array(z.string()), hydrate: z.array(z.string()), concurrency: z.number() });

export const memoryInput = z.object({ shop, upTo: z.number() });
export const memoryResult = z.object({
  listed: z.number(),
  pages: z.number(),
  heapInBytes: z.number(),
  residentInBytes: z.number(),
});

/** The ready bytes of the byte server, as text, by the address they answer. */
export const recordedBodies = z.array(z.object({ path: z.string(), key: z.string(), body: z.string() }));
export type RecordedBodies = z.infer<typeof recordedBodies>;

export const parserInput = z.object({ bodies: recordedBodies, rounds: z.number(), roundInMs: z.number() });
const series = z.object({ what: z.string(), bytes: z.number(), ours: z.array(z.number()), theirs: z.array(z.number()) });
export const parserResult = z.object({ series: z.array(series) });
export type Series = z.infer<typeof series>;

export const importResult = z.object({ elapsedInMs: z.number(), processorInMs: z.number() });

export const sharedRefreshInput = z.object({ shop, directory: z.string(), returnSns: z.array(z.string()) });
export const sharedRefreshResult = z.object({ succeeded: z.number(), failed: z.number() });

export const reportInput = z.object({ file: z.string(), reader: z.enum(['flat-file', 'xml', 'csv-parse', 'saxes']) });
export const reportResult = z.object({ rows: z.number(), seconds: z.number(), residentInBytes: z.number() });

export const mergeInput = z.object({ file: z.string(), directory: z.string() });
export const mergeResult = z.object({
  observations: z.number(),
  groups: z.number(),
  seconds: z.number(),
  residentInBytes: z.number(),
});

export const policyInput = z.object({ cases: z.number(), rounds: z.number(), roundInMs: z.number(), manyRules: z.number() });
const measuredSeries = z.object({ count: z.number(), series: z.array(series) });
export const decisionResult = z.object({
  count: z.number(),
  /** In the order: twelve rules and every pack, each against the function written by hand; many rules against few. */
  byHand: series,
  everyPack: series,
  /** Cases of which much is not told, so that each is decided in several ways. */
  muchUntold: series,
  many: series,
  /** Microseconds for a few rules and for many. */
  compile: z.array(z.number()),
  /** Microseconds of one decision after the other. */
  single: z.array(z.number()),
});

export const analysisInput = z.object({ rules: z.number(), decisions: z.number(), rounds: z.number(), withDiff: z.boolean() });
export const analysisResult = z.object({
  /** Microseconds of a whole check, a whole diff and one bare decision, round by round. */
  check: z.array(z.number()),
  diff: z.array(z.number()),
  decision: z.array(z.number()),
  cells: z.number(),
  findings: z.number(),
  differences: z.number(),
  /** `false` = the cell budget ended first. */
  isComplete: z.boolean(),
});

export const backtestInput = z.object({ rows: z.number(), distinct: z.number(), rounds: z.number() });
export const backtestResult = z.object({
  /** Microseconds a row, and a bare decision, round by round. */
  ours: z.array(z.number()),
  theirs: z.array(z.number()),
  /** After a tenth of the rows, and after all of them. */
  heapInBytes: z.array(z.number()),
});

export const peerResult = z.object({ selection: z.array(series), decision: z.array(series) });
export const deadlineResult = measuredSeries;
export const caseTextInput = z.object({ shop, rounds: z.number(), roundInMs: z.number() });
export const caseTextResult = measuredSeries;
