import { parseCivilDay } from '../../../policy/calendar/civil-day.js';
import { isLessIn } from '../../../policy/analysis/parts/confirm-less.js';
import { termsParts } from '../../../policy/analysis/reading/held.js';
import type { AnalysisFinding } from '../../../policy/analysis/index.js';
import {
  decide,
  type Policy,
  type ReturnDecision,
  type RightDecision,
  type RightKind,
  type Window,
} from '../../../policy/index.js';

/** What the seller's right is held against: a change of mind also against what a marketplace grants of its own will. */
const heldAgainst: Readonly<Record<RightKind, readonly RightKind[]>> = {
  voluntary: ['withdrawal', 'voluntary'],
  withdrawal: ['withdrawal', 'voluntary'],
  conformity: ['conformity'],
  'non-delivery': ['non-delivery'],
  'late-delivery': ['late-delivery'],
};

const lastDayOf = (window: Window | null): number => {
  if (window === null) return Infinity;
  const last = parseCivilDay(window.lastDay ?? '');
  return last ?? Infinity;
};

const isShorter = (own: RightDecision, other: RightDecision): boolean =>
  other.window?.state === 'open' && lastDayOf(own.window) < lastDayOf(other.window);

const faultsAgainst = (own: RightDecision, other: RightDecision): readonly string[] => {
  if (own.verdict === 'ineligible') return [`verdict ${other.id}`];
  if (own.verdict !== 'eligible') return [];
  return [
    ...(isShorter(own, other) ? [`verdict ${other.id}`] : []),
    ...termsParts.filter((part) => isLessIn(part, own, other)).map((part) => `${part} ${other.id}`),
  ];
};

/**
 * In which parts the seller's own terms give less than a law or marketplace that accepts this case: `return withdrawal/law:EU`. Figures
 * that could not be confirmed demand nothing, so a right that needs a review holds nobody to anything.
 */
export const faultsOf = ({ rights }: ReturnDecision): readonly string[] =>
  rights
    .filter(({ layer }) => layer === 'seller')
    .flatMap((own) =>
      rights
        .filter(
          ({ layer, verdict, kind }) => layer !== 'seller' && verdict === 'eligible' && heldAgainst[own.kind].includes(kind),
        )
        .flatMap((other) => faultsAgainst(own, other)),
    );

/** The faults that the case of a finding has, as far as the finding is about them. */
export const faultsShown = (policy: Policy, { part, witness }: AnalysisFinding): readonly string[] => {
  const faults = witness === null ? [] : faultsOf(decide(policy, witness.facts, { at: witness.at }));
  return faults.filter((fault) => part === undefined || fault.startsWith(`${part} `));
};
