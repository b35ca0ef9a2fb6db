import { formatCivilDay } from '../calendar/civil-day.js';
import type { Overridden, Terms, Window } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import { compareEnds, endless, latestOf } from '../rules/bound.js';
import type { ResolvedWindow } from '../rules/window.js';
import { joinFigures, overriddenBetween, type Figures } from './figures.js';
import type { Grant } from './grant.js';
import type { Candidate, Joined } from './join.js';
import { emptyTerms, writeTerms } from './write-terms.js';

type PlainTerms = Omit<Terms, 'deadlines'>;

/** The merged terms of one family of rights on the day of the request. */
export interface MergedFamily {
  readonly terms: PlainTerms;
  readonly alternatives: readonly PlainTerms[];
  readonly overrode: readonly Overridden[];
}

const windowsOf = (grants: readonly Grant[]): readonly ResolvedWindow[] =>
  grants.filter(({ standing }) => standing !== 'excluded').flatMap(({ window }) => window ?? []);

/** The window that ends last, and how far any of them may reach. */
const latestWindow = (grants: readonly Grant[]): ResolvedWindow | null => {
  const windows = windowsOf(grants);
  const [first, ...others] = windows;
  if (first === undefined) return null;
  const last = others.reduce(
    (best, next) => (latestOf(best.closes, next.closes) === best.closes ? best : later(best, next)),
    first,
  );
  return { ...last, window: { ...last.window, mayExtendTo: reachOf(windows, last.window) } };
};

const later = (best: ResolvedWindow, next: ResolvedWindow): ResolvedWindow => {
  if (best.closes.kind !== 'ends' || next.closes.kind !== 'ends')
    return latestOf(best.closes, next.closes) === best.closes ? best : next;
  return compareEnds(best.closes.earliest, next.closes.earliest) >= 0 ? best : next;
};

const reachOf = (windows: readonly ResolvedWindow[], { lastDay }: Window): string | null => {
  if (lastDay === null) return null;
  const ends = windows.flatMap(({ closes }) =>
    closes.kind === 'ends' ? [formatCivilDay(closes.latest.day)] : closes.kind === 'unknown' ? [formatCivilDay(endless.day)] : [],
  );
  const furthest = ends.sort().at(-1) ?? lastDay;
  return furthest > lastDay ? furthest : null;
};

/** What others promise besides the main offer: the same terms with that one group replaced. */
const alternativesOf = (figures: Figures, write: (figures: Figures) => PlainTerms): readonly PlainTerms[] => {
  const swap = <Value>(joined: Joined<Value> | null, put: (main: Joined<Value>) => Figures): readonly PlainTerms[] =>
    (joined?.others ?? []).map((main) => write(put({ main, others: [] })));
  return swap(figures.refund, (refund) => ({ ...figures, refund }));
};

const agreed = <Value>(certain: Joined<Value> | null, possible: Joined<Value> | null, unknown: Value): Joined<Value> | null => {
  if (possible === null || (certain !== null && show(certain.main) === show(possible.main))) return possible;
  return { main: { ...possible.main, value: unknown }, others: [] };
};

/** Amounts before rounding are big integers, which JSON cannot show. */
const show = <Value>({ value }: Candidate<Value>): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));

/** Where a grant that may or may not live would change a figure, the figure is unknown. */
const soften = (certain: Figures, possible: Figures): Figures => ({
  window: possible.window,
  outbound: agreed(certain.outbound, possible.outbound, { payer: 'unknown', scope: 'unknown' }),
  return: agreed(certain.return, possible.return, { payer: 'unknown', cap: null }),
  replacement: agreed(certain.replacement, possible.replacement, { payer: 'unknown', cap: null }),
  refund: agreed(certain.refund, possible.refund, {
    form: 'unknown',
    lines: [{ kind: 'item', amount: null, cap: null, because: [] }],
    net: null,
  }),
  remedies: certain.remedies,
});

/**
 * Merges the grants of one family. A source joins only where it would accept this very request alone; what it says about others'
 * rights joins whenever its guard holds. The window is the latest of those not excluded, alive or merely closed.
 */
export const mergeFamily = (grants: readonly Grant[], scene: Scene): MergedFamily => {
  const window = latestWindow(grants);
  const living = grants.filter(({ standing }) => standing === 'alive');
  const unsure = grants.filter(({ standing }) => standing === 'unsure');
  const kind = (living[0] ?? unsure[0])?.kind;
  if (kind === undefined)
    return { terms: emptyTerms(window?.window ?? null, scene.facts.item.price.currency), alternatives: [], overrode: [] };
  const isContributing = ({ standing }: Grant): boolean => standing === 'alive' || standing === 'statement';
  const certain = grants.filter(isContributing);
  const possible = grants.filter((grant) => isContributing(grant) || grant.standing === 'unsure');
  const all = joinFigures(possible, window, scene);
  const figures = living.length === 0 || unsure.length === 0 ? all : soften(joinFigures(certain, window, scene), all);
  const write = (each: Figures): PlainTerms => writeTerms(each, kind, scene);
  return { terms: write(figures), alternatives: alternativesOf(figures, write), overrode: overriddenBetween(figures, possible) };
};
