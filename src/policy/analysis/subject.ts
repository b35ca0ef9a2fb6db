import type { Policy } from '../compile.js';
import { zonesOf } from '../calendar/country-zones.js';
import { reasonClasses } from '../document/words.js';
import { words } from '../guards/constraint.js';
import type { Guard } from '../guards/guard.js';
import type { Rule, Source } from '../rules/rule.js';
import type { DaySpan } from './horizon.js';
import { conditionGuards } from './reading/standing.js';
import type { Budget } from './space/budget.js';
import type { Box } from './space/box.js';
import type { Setting } from './space/representative.js';
import { pairsOf } from './space/universe.js';
import { createSpace, type Space } from './space/space.js';

/** What every analysis looks at. */
export interface Subject {
  /** The seller's documents with the packs. */
  readonly policy: Policy;
  /** The rules of all documents of the seller, narrower first. */
  readonly rules: readonly Rule[];
  readonly sellerId: string;
  /** The id of the document a rule stands in. */
  readonly documentOf: (rule: string) => string;
  readonly days: DaySpan;
  readonly budget: Budget;
  readonly setting: Setting;
  /** The cases the seller's own rules tell apart. */
  readonly space: Space;
}

const usualSeller = 'CN';
const usualCurrency = 'EUR';

const settingOf = (policy: Policy): Setting => {
  const country = policy.seller.country ?? usualSeller;
  const [currency = usualCurrency] = policy.documents.flatMap((document) => document.currency ?? []).sort();
  return { currency, seller: { country, timeZone: policy.seller.timeZone ?? zonesOf(country)?.[0] ?? 'UTC' } };
};

/** Reasons are told apart by class, also where no rule does. */
const classGuards: readonly Guard[] = reasonClasses.map((reasonClass) => new Map([['reason', words(...pairsOf(reasonClass))]]));

/** Every box the rules mention, also by the condition of the goods. */
export const guardsOf = (rules: readonly Rule[]): readonly Guard[] => [
  ...rules.flatMap(({ guard, unless }) => [guard, ...unless]),
  ...conditionGuards(rules),
  ...classGuards,
];

const namesOf = (policy: Policy, documents: readonly unknown[]): ReadonlyMap<unknown, string> =>
  new Map(
    policy.documents.flatMap((document, index) => [[documents[index], document.id] as const, [document, document.id] as const]),
  );

const sellerOf = ({ sources }: Policy): Source | undefined => sources.find(({ layer }) => layer === 'seller');

/** Prepares what the analyses share. */
export const createSubject = (
  policy: Policy,
  documents: readonly unknown[],
  { days, budget }: { readonly days: DaySpan; readonly budget: Budget },
): Subject => {
  const seller = sellerOf(policy);
  const rules = seller?.rules ?? [];
  const names = namesOf(policy, documents);
  const byRule = new Map(rules.map(({ id, document }) => [id, names.get(document) ?? '']));
  return {
    policy,
    rules,
    sellerId: seller?.id ?? '',
    documentOf: (rule) => byRule.get(rule) ?? '',
    days,
    budget,
    setting: settingOf(policy),
    space: createSpace(guardsOf(rules), days),
  };
};

/** What every analysis takes for granted: a consumer, who was told everything the law wants told. */
export const ordinaryCases = (space: Space): Box =>
  space.axes.map(({ dimension, whole }) => (dimension === 'isConsumer' || dimension.startsWith('disclosures.') ? 1n : whole));
