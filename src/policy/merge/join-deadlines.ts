import type { DecisionDeadline } from '../decision.js';
import { sorted } from '../sorted.js';

/** Deadlines of one grant with the layer that sets them. */
export interface LayeredDeadline {
  readonly deadline: DecisionDeadline;
  readonly isLaw: boolean;
}

const keyOf = ({ duty, party }: DecisionDeadline): string => `${duty}.${party}`;

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Rights by name, rows of no right last. */
const compareRights = (left: string | null, right: string | null): number =>
  left === right ? 0 : left === null ? 1 : right === null ? -1 : compareText(left, right);

/** By time, rows that wait for their trigger last; then by duty, party and right. */
const compareDeadlines = (left: DecisionDeadline, right: DecisionDeadline): number => {
  if (left.by !== right.by) return left.by === null ? 1 : right.by === null ? -1 : left.by < right.by ? -1 : 1;
  return (
    compareText(left.duty, right.duty) ||
    compareText(left.party, right.party) ||
    compareText(left.source, right.source) ||
    compareRights(left.right, right.right)
  );
};

export const sortDeadlines = (deadlines: readonly DecisionDeadline[]): readonly DecisionDeadline[] =>
  sorted(deadlines, compareDeadlines);

/** Whether two rows that wait are one: the same rule, which speaks of several rights. */
const areOne = (left: DecisionDeadline, right: DecisionDeadline): boolean =>
  left.because[0] === right.because[0] && left.because[0] !== undefined && left.startsWhen === right.startsWhen;

const waitingIn = (rows: readonly DecisionDeadline[]): readonly DecisionDeadline[] => {
  const waiting = rows.filter(({ by }) => by === null);
  if (waiting.length < 2) return waiting;
  const inOrder = sortDeadlines(waiting);
  return inOrder.filter((row, index) => !inOrder.slice(0, index).some((earlier) => areOne(earlier, row)));
};

/**
 * The earliest for whoever owes the buyer, the latest for the buyer. Rows of different rules that have not started stay apart: which
 * of them ends first is not known before they are days, even where they wait for the same event.
 */
const joinRows = (rows: readonly DecisionDeadline[]): readonly DecisionDeadline[] => {
  if (rows.length < 2) return rows;
  const running = sortDeadlines(rows.filter(({ by }) => by !== null));
  const chosen = running[0]?.party === 'buyer' ? running.at(-1) : running[0];
  const waiting = waitingIn(rows);
  return chosen === undefined ? waiting : [chosen, ...waiting];
};

/**
 * Stated beats computed for duties on the platform, never a statute nor a clock that has not started: both are kept. What it beat
 * is kept in `differsFrom`.
 */
const joinDuty = (computed: readonly LayeredDeadline[], stated: DecisionDeadline | undefined): readonly DecisionDeadline[] => {
  if (stated === undefined) return joinRows(computed.map(({ deadline }) => deadline));
  if (computed.length === 0) return [stated];
  const law = computed.filter(({ isLaw }) => isLaw).map(({ deadline }) => deadline);
  const others = joinRows(computed.filter(({ isLaw }) => !isLaw).map(({ deadline }) => deadline));
  const beaten = others.find(({ by }) => by !== null);
  const waiting = others.filter(({ by }) => by === null);
  const differsFrom = beaten?.by === stated.by ? null : (beaten?.by ?? null);
  return [{ ...stated, differsFrom }, ...joinRows([...waiting, ...law])];
};

/** Whether no two rows are about the same duty of the same party. */
export const areApart = (rows: readonly DecisionDeadline[]): boolean => {
  for (let place = 1; place < rows.length; place += 1) {
    const row = rows[place];
    for (let before = 0; before < place; before += 1) {
      const other = rows[before];
      if (other?.duty === row?.duty && other?.party === row?.party) return false;
    }
  }
  return true;
};

/** What is computed and stated for one duty of one party. */
interface DutyRows {
  readonly computed: LayeredDeadline[];
  stated?: DecisionDeadline;
}

/** All deadlines of a case, one row per duty and party except where a statute or an unstarted clock stands apart. */
export const joinDeadlines = (
  computed: readonly LayeredDeadline[],
  stated: readonly DecisionDeadline[],
): readonly DecisionDeadline[] => {
  const byDuty = new Map<string, DutyRows>();
  const rowsFor = (deadline: DecisionDeadline): DutyRows => {
    const key = keyOf(deadline);
    const rows = byDuty.get(key) ?? { computed: [] };
    byDuty.set(key, rows);
    return rows;
  };
  for (const row of stated) {
    const rows = rowsFor(row);
    if (rows.stated === undefined || compareDeadlines(row, rows.stated) < 0) rows.stated = row;
  }
  for (const row of computed) rowsFor(row.deadline).computed.push(row);
  return sortDeadlines([...byDuty.values()].flatMap((rows) => joinDuty(rows.computed, rows.stated)));
};
