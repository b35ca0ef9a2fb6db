import path from 'node:path';
import type { ReturnDecision } from '../../policy/decision.js';
import { compilePolicy, decide, loadPacks, type Policy } from '../../policy/index.js';
import { decisionDifferences, showDifference } from '../../testing/decision-differences.js';
import type { Finding, Report, Subject } from '../reporters/report.js';
import { readCasesFile } from './cases-file.js';
import { readGoldenAnswers, writeGoldenAnswers, type GoldenAnswers } from './golden-answers.js';
import { nameFiles } from './glob-files.js';
import { readNamedFile, readPolicies } from './read-policies.js';
import { writtenCases, type WrittenCase } from './written-cases.js';

interface TestedFile {
  readonly subjects: readonly Subject[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

export interface TestSettings {
  /** Keep today's answers of the cases that expect nothing. */
  readonly isUpdating: boolean;
}

interface Decided {
  readonly written: WrittenCase;
  readonly decision: ReturnDecision;
}

const openPolicy = async (
  file: string,
  text: string,
): Promise<{ readonly policy: Policy; readonly cases: readonly WrittenCase[] }> => {
  const located = readCasesFile(text, file);
  const { policies, packs } = located.content;
  const files = policies.map((name) => path.join(path.dirname(file), name));
  const loaded = await loadPacks({
    ...(packs.countries === undefined ? {} : { countries: packs.countries }),
    ...(packs.sites === undefined ? {} : { sites: packs.sites }),
  });
  return { policy: compilePolicy(readPolicies(files), { packs: loaded }), cases: writtenCases(file, located) };
};

const examine = (file: string, { written, decision }: Decided, golden: GoldenAnswers): readonly Finding[] => {
  const place = { file, line: written.line };
  const expected = written.expect ?? golden[written.name];
  if (expected === undefined) {
    const message = 'expects nothing, and no answer is kept for it: add `expect`, or keep today’s answer with --update';
    return [{ code: 'nothing-expected', severity: 'error', message, place, subject: written.name }];
  }
  const differences = decisionDifferences(decision, expected);
  if (differences.length === 0) return [];
  return [
    { code: 'case-failed', severity: 'error', message: differences.map(showDifference).join('\n'), place, subject: written.name },
  ];
};

/** Rules of the seller that decided nothing in any case. */
const coverageNote = (policy: Policy, decided: readonly Decided[]): string => {
  const used = new Set(
    decided.flatMap(({ decision }) => [...JSON.stringify(decision).matchAll(/"rule":"([^"]+)"/g)].map(([, rule]) => rule)),
  );
  const rules = policy.sources.flatMap(({ layer, rules: own }) => (layer === 'seller' ? own.map(({ id }) => id) : []));
  const all = [...new Set(rules)].sort();
  const unused = all.filter((rule) => !used.has(rule));
  const share = `${String(all.length - unused.length)} of ${String(all.length)} rules decided something`;
  return unused.length === 0 ? share : `${share}; never: ${unused.join(', ')}`;
};

const testFile = async (file: string, { isUpdating }: TestSettings): Promise<TestedFile> => {
  const { policy, cases } = await openPolicy(file, readNamedFile(file));
  const decided = cases.map((written) => ({ written, decision: decide(policy, written.facts, { at: written.at }) }));
  if (isUpdating) {
    const kept = decided.filter(({ written }) => written.expect === undefined);
    if (kept.length > 0)
      writeGoldenAnswers(file, Object.fromEntries(kept.map(({ written, decision }) => [written.name, decision])));
  }
  const golden = readGoldenAnswers(file);
  return {
    subjects: cases.map(({ name, line }) => ({ name, place: { file, line } })),
    findings: decided.flatMap((one) => examine(file, one, golden)),
    notes: [`${file}: ${coverageNote(policy, decided)}`],
  };
};

/** Decides every case of the files, or of those that patterns name, and holds the answers against what is expected. */
export const testCases = async (given: readonly string[], settings: TestSettings): Promise<Report> => {
  const tested: TestedFile[] = [];
  for (const { file } of nameFiles(given)) tested.push(await testFile(file, settings));
  return {
    command: 'policy test',
    subjects: tested.flatMap(({ subjects }) => subjects),
    findings: tested.flatMap(({ findings }) => findings),
    notes: tested.flatMap(({ notes }) => notes),
  };
};
