import type { Instant } from '../../core/time.js';
import { checkInput } from '../input/check-input.js';
import { diagnoseOptionsShape, journeyShape } from '../input/journey-shape.js';
import {
  deliveredElsewhere,
  declaredLost,
  delivered,
  perhapsElsewhere,
  readingsByEnding,
  returnedBeforeExport,
  returnedFromDestination,
} from './arrival.js';
import { awaitingShipment, justShipped, notShippedInTime, shippedWithoutScan } from './departure.js';
import { heldByCustoms, moving, notExported, silentlyLost, undeliverable } from './on-the-way.js';
import { inOrder, readEvents, type ReadEvent } from './read-events.js';
import { finding, type Reading, type Rule } from './reading.js';
import { settlersOf } from './settlers.js';
import { defaultThresholds } from './thresholds.js';
import type { Diagnosis, DiagnosisConfidence, DiagnoseOptions, Finding, Journey } from './types.js';

/** In the order in which a finding stands before another: what has ended before what goes on, what is said before what silence says. */
const rules: readonly Rule[] = [
  deliveredElsewhere,
  delivered,
  perhapsElsewhere,
  returnedBeforeExport,
  returnedFromDestination,
  declaredLost,
  undeliverable,
  heldByCustoms,
  silentlyLost,
  notExported,
  notShippedInTime,
  shippedWithoutScan,
  awaitingShipment,
  justShipped,
  moving,
];

const confidences: readonly DiagnosisConfidence[] = ['certain', 'likely', 'possible', 'none'];
const byConfidence = (left: Finding, right: Finding): number =>
  confidences.indexOf(left.confidence) - confidences.indexOf(right.confidence);

const nothing = finding({ what: 'unknown', confidence: 'none', evidence: [] });

const once = (findings: readonly Finding[]): readonly Finding[] => [...new Map(findings.map((one) => [one.what, one])).values()];

const undecided = (alternatives: readonly Finding[]): Diagnosis => ({
  ...nothing,
  settledBy: settlersOf('unknown', 'none'),
  alternatives: [...alternatives].sort(byConfidence),
});

const decided = (main: Finding, others: readonly Finding[]): Diagnosis => ({
  ...main,
  settledBy: settlersOf(main.what, main.confidence),
  alternatives: others.filter(({ what }) => what !== main.what),
});

const findingsIn = (reading: Reading): readonly Finding[] => rules.flatMap((rule) => rule(reading) ?? []);

/** Endings that exclude each other are all told, and none is chosen. */
const conclude = (reading: Reading): Diagnosis => {
  const readings = readingsByEnding(reading);
  if (readings.length > 1) return undecided(once(readings.flatMap((one) => findingsIn(one).slice(0, 1))));
  const [main, ...others] = once(findingsIn(reading));
  if (main === undefined) return undecided([]);
  const isOpen = main.confidence === 'possible' && others.some(({ confidence }) => confidence === 'possible');
  return isOpen ? undecided([main, ...others]) : decided(main, others);
};

const crossesBorder = ({ origin, destination }: Journey, events: readonly ReadEvent[]): boolean | null => {
  if (origin?.country !== undefined && destination?.country !== undefined) return origin.country !== destination.country;
  const border = ['exported', 'imported', 'customs', 'customs-held', 'customs-released'] as const;
  return events.some(({ marks }) => border.some((mark) => marks.has(mark))) ? true : null;
};

const diagnoseParcel = (journey: Journey, { at, thresholds }: DiagnoseOptions): Diagnosis => {
  const events = readEvents(inOrder(journey), journey);
  return conclude({
    events,
    order: journey.order ?? {},
    at,
    crossesBorder: crossesBorder(journey, events),
    thresholds: { ...defaultThresholds, ...thresholds },
  });
};

/** The journey as it was known at that moment. What is promised or due later was known already. */
const asOf = ({ events, order = {}, ...journey }: Journey, at: Instant): Journey => {
  const { shippedAt, deliveredAt, ...rest } = order;
  return {
    ...journey,
    events: events.filter((event) => event.at <= at),
    order: {
      ...rest,
      ...(shippedAt !== undefined && shippedAt <= at ? { shippedAt } : {}),
      ...(deliveredAt !== undefined && deliveredAt <= at ? { deliveredAt } : {}),
    },
  };
};

/** The numbers of the parcels in the events; none to tell apart where the caller named this parcel's own. */
const numbersIn = ({ events, trackingNumbers }: Journey): readonly string[] => {
  if (trackingNumbers !== undefined) return [];
  const outbound = events.filter(({ direction }) => direction === 'outbound');
  return [...new Set(outbound.flatMap(({ trackingNumber }) => trackingNumber ?? []))].sort();
};

/** Several parcels of one order are diagnosed apart; where they differ, nobody can tell which one the case is about. */
const diagnoseApart = (journey: Journey, numbers: readonly string[], options: DiagnoseOptions): Diagnosis => {
  const each = numbers.map((number) => diagnoseParcel({ ...journey, trackingNumbers: [number] }, options));
  const [first] = [...each].sort(byConfidence).reverse();
  if (first === undefined || new Set(each.map(({ what }) => what)).size === 1) return first ?? undecided([]);
  const findings = each.map(({ settledBy: _settledBy, alternatives: _alternatives, ...found }) => found);
  const open = undecided(once(findings.filter(({ what }) => what !== 'unknown')));
  return { ...open, settledBy: [{ code: 'which-parcel', askOf: 'buyer' }, ...open.settledBy] };
};

/**
 * What happened to a parcel, from its tracking events and its order: handed over or not, lost, held, sent back, with the evidence it
 * rests on. `unknown` when nothing supports a diagnosis, or when several are supported alike; it is never a guess.
 *
 * Pure: the same journey and `at` give the same diagnosis, in whatever order the events are. Raises `InvalidInputError` with the path
 * of each wrong place; no valid event ever makes it throw.
 *
 * @example
 * const { what, confidence } = diagnose({ events: await adapter.cases.track(id) }, { at: toInstant(clock.now()) });
 */
export const diagnose = (journey: Journey, options: DiagnoseOptions): Diagnosis => {
  checkInput(journeyShape, journey, 'journey');
  checkInput(diagnoseOptionsShape, options, 'options');
  const known = asOf(journey, options.at);
  const numbers = numbersIn(known);
  return numbers.length > 1 ? diagnoseApart(known, numbers, options) : diagnoseParcel(known, options);
};
