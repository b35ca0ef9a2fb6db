import type { Waits } from '../lifecycle/change.js';
import type { IssueRecord, Seconds } from '../record.js';
import type { Seller } from '../sellers.js';
import { makeIssue } from './make-issue.js';
import { play } from './play.js';
import { fewScenarios, finishedScenarios, scenarioNames, scenarioOf, type ScenarioName } from './scenarios.js';

export interface IssueSeed {
  readonly seed: number;
  /** Of the first seller. */
  readonly cases: number;
  readonly startsAt: Seconds;
  readonly waits: Waits;
}

/** One order can have several issues: the later of these two is the second issue of the earlier one's order. */
const twins = { earlier: 0, later: 2 } as const;

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

const scenarioAt = (index: number): ScenarioName => {
  const isHistory = index >= 60 && index % 10 !== 0;
  return at(isHistory ? finishedScenarios : scenarioNames, index) ?? 'requested';
};

const castOf = ({ name }: Seller, cases: number): readonly ScenarioName[] => {
  if (name === 'arise') return [];
  return name === 'neighbor' ? fewScenarios : Array.from({ length: cases }, (_, index) => scenarioAt(index));
};

/** The issues of a seller at the moment the sandbox starts. A newer channel's seller has none: its returns are reverse orders. */
export const seedIssues = (seller: Seller, { seed, cases, startsAt, waits }: IssueSeed): readonly IssueRecord[] => {
  const records: IssueRecord[] = [];
  for (const [index, scenario] of castOf(seller, cases).entries()) {
    const twin = index === twins.later ? records[twins.earlier] : undefined;
    const record = makeIssue({ seed, seller, index, scenario, startsAt, ...(twin !== undefined && { twin }) });
    play(record, scenarioOf(scenario), { seed, until: startsAt, waits });
    records.push(record);
  }
  return records;
};
