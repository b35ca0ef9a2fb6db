import { checkPolicy, type AnalysisFinding } from '../../../policy/analysis/index.js';
import { addMonths, formatCivilDay, parseCivilDay } from '../../../policy/calendar/civil-day.js';
import type { PolicyWaiver } from '../../../policy/document/schema.js';
import { waivableFindings } from '../../../policy/document/words.js';
import { parsePolicyDocument } from '../../../policy/yaml.js';
import { choosePacks } from '../chosen-packs.js';
import type { Answers } from './answers.js';
import { writePolicy } from './write-policy.js';

export interface BegunPolicy {
  readonly text: string;
  readonly waivers: readonly PolicyWaiver[];
  /** What the check found before anything was waived. */
  readonly errors: number;
}

const reason = 'found when this policy was begun: what law or a marketplace grants beyond the rule holds anyway';

type Waivable = (typeof waivableFindings)[number];

const waivable = (code: string): Waivable | undefined => waivableFindings.find((word) => word === code);

/** One waiver for all findings of a kind about a rule, for the countries they name. */
const waiverFor = (finding: Waivable, found: readonly AnalysisFinding[], until: string): PolicyWaiver => {
  const [rule] = found.flatMap((one) => one.rule ?? []);
  const isEverywhere = found.some(({ countries }) => countries.length === 0);
  const countries = [...new Set(found.flatMap((one) => one.countries.map((place) => place.slice(0, 2))))].sort();
  return {
    finding,
    ...(rule === undefined ? {} : { rule }),
    ...(isEverywhere ? {} : { country: countries }),
    reason,
    until,
  };
};

const waiversFor = (errors: readonly AnalysisFinding[], until: string): readonly PolicyWaiver[] => {
  const groups = new Map<string, AnalysisFinding[]>();
  for (const finding of errors) {
    const key = `${finding.code} ${finding.rule ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((found) => {
    const code = waivable(found[0]?.code ?? '');
    return code === undefined ? [] : [waiverFor(code, found, until)];
  });
};

const aYearAfter = (at: string): string => formatCivilDay(addMonths(parseCivilDay(at) ?? 0, 12));

/**
 * Begins a policy that `policy check` accepts: the rules as answered, and a waiver for a year wherever law or a marketplace demands more
 * than they say. Asked is all that the check asks unless told otherwise, so also of sites abroad and of promises made to every buyer.
 */
export const beginPolicy = async (answers: Answers, at: string): Promise<BegunPolicy> => {
  const documents = [parsePolicyDocument(writePolicy(answers, []))];
  const { findings } = checkPolicy(documents, { packs: await choosePacks({}), horizon: { from: at } });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const waivers = waiversFor(errors, aYearAfter(at));
  return { text: writePolicy(answers, waivers), waivers, errors: errors.length };
};
