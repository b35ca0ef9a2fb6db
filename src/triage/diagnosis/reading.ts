import type { Instant } from '../../core/time.js';
import { epochMsOf } from '../../core/time.js';
import type { ReadEvent } from './read-events.js';
import { sourceOf, type ThresholdName, type Thresholds } from './thresholds.js';
import type { DiagnosisEvidence, Finding, JourneyOrder, Mark, Obstacle } from './types.js';

/** All that the rules of a diagnosis look at. */
export interface Reading {
  /** Oldest first. */
  readonly events: readonly ReadEvent[];
  readonly order: JourneyOrder;
  readonly at: Instant;
  /** Whether the parcel has to cross a border; `null`: not known. */
  readonly crossesBorder: boolean | null;
  readonly thresholds: Thresholds;
}

/** One rule: a finding, or nothing where it does not fit. */
export type Rule = (reading: Reading) => Finding | null;

const day = 86_400_000;

/** Marks of a parcel that somebody held in his hands. */
const physical: readonly Mark[] = [
  'accepted',
  'moving',
  'held',
  'exported',
  'imported',
  'customs-held',
  'customs-released',
  'out-for-delivery',
  'attempted',
  'undeliverable',
  'delivered',
  'returning',
  'returned',
];

export const isScan = ({ marks }: ReadEvent): boolean => !marks.has('announced') && physical.some((mark) => marks.has(mark));

export const scansIn = ({ events }: Reading): readonly ReadEvent[] => events.filter(isScan);

export const lastWith = ({ events }: Reading, mark: Mark): ReadEvent | undefined =>
  events.findLast(({ marks }) => marks.has(mark));

export const eventEvidence = ({ event, marks }: ReadEvent, mark: Mark): DiagnosisEvidence => ({
  kind: 'event',
  at: event.at,
  mark,
  readFrom: marks.get(mark) ?? 'words',
  native: event.status.raw,
  trackingNumber: event.trackingNumber ?? null,
});

/** The newest mark of an event in the order in which stages follow each other. */
export const stageEvidence = (read: ReadEvent): DiagnosisEvidence => {
  const mark = [...physical].reverse().find((one) => read.marks.has(one)) ?? 'announced';
  return eventEvidence(read, mark);
};

export const orderEvidence = ({ order }: Reading, fields: readonly (keyof JourneyOrder)[]): readonly DiagnosisEvidence[] =>
  fields.flatMap((field): readonly DiagnosisEvidence[] => {
    const value = order[field];
    return value === undefined ? [] : [{ kind: 'order', field, value }];
  });

const daysSince = ({ at }: Reading, since: Instant): number => Math.floor((epochMsOf(at) - epochMsOf(since)) / day);

/** The time that passed as evidence once it reaches the threshold, nothing before. */
export const timePassed = (reading: Reading, since: Instant, name: ThresholdName): DiagnosisEvidence | null => {
  const days = daysSince(reading, since);
  const limit = reading.thresholds[name];
  if (days < limit) return null;
  return { kind: 'time-passed', since, days, threshold: { name, days: limit, source: sourceOf(name, limit) } };
};

/** The last reason anybody gave. */
export const obstacleOf = ({ events }: Reading): Obstacle =>
  events.findLast(({ obstacle }) => obstacle !== null)?.obstacle ?? 'unknown';

type Found = Pick<Finding, 'what' | 'confidence' | 'evidence'> & Partial<Finding>;

export const finding = ({ since = null, obstacle = null, isWithSeller = null, ...found }: Found): Finding => ({
  what: found.what,
  confidence: found.confidence,
  since,
  obstacle,
  isWithSeller,
  evidence: found.evidence,
});
