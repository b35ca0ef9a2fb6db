import path from 'node:path';
import * as z from 'zod';
import type { ReturnDecision } from '../../policy/decision.js';
import { compilePolicy, decide, type Pack, type Policy } from '../../policy/index.js';
import { decisionDifferences, showDifference } from '../../testing/decision-differences.js';
import { UsageError } from '../exit-code.js';
import type { Finding, Report, Subject } from '../reporters/report.js';
import { readCasesFile, type CasesFile } from './cases-file.js';
import { loadNamedPacks } from './chosen-packs.js';
import { readGoldenAnswers, writeGoldenAnswers, type GoldenAnswers } from './golden-answers.js';
import { nameFiles } from './glob-files.js';
import { readNamedFile, readPolicies } from './read-policies.js';
import { unusableFact } from './unusable-fact.js';
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

const loadPacksOf = async (file: string, { packs: { countries = [], sites = [] } }: CasesFile): Promise<readonly Pack[]> => {
  try {
    return await loadNamedPacks({ countries, sites });
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${file}: packs: ${error.message}`) : error;
  }
};

const openPolicy = async (
  file: string,
  text: string,
): Promise<{ readonly policy: Policy; readonly cases: readonly WrittenCase[] }> => {
  const located = readCasesFile(text, file);
  const files = located.content.policies.map((name) => path.join(path.dirname(file), name));
  const packs = await loadPacksOf(file, located.content);
  return { policy: compilePolicy(readPolicies(files), { packs }), cases: writtenCases(file, located) };
};

/** A fact that nobody can use is most often one that was mistyped: the answer alone would not tell. */
const invalidFact = ({ decision }: Decided): string | null =>
  decision.reasons.flatMap(({ code, path: fact }) => (code === 'facts-invalid' ? [fact ?? ''] : []))[0] ?? null;

const withReasons = z.looseObject({ reasons: z.array(z.looseObject({ code: z.string() })) });

/** Whether a case is about just such a fact. */
const expectsInvalidFacts = (expect: unknown): boolean =>
  withReasons.safeParse(expect).data?.reasons.some(({ code }) => code === 'facts-invalid') ?? false;

const examine = (file: string, one: Decided, golden: GoldenAnswers): readonly Finding[] => {
  const { written, decision } = one;
  const failure = (code: string, message: string): readonly Finding[] => [
    { code, severity: 'error', message, place: { file, line: written.line }, subject: written.name },
  ];
  const invalid = expectsInvalidFacts(written.expect) ? null : invalidFact(one);
  const mistake = invalid === null ? [] : [unusableFact(invalid)];
  const expected = written.expect ?? (invalid === null ? golden[written.name] : {});
  if (expected === undefined)
    return failure(
      'nothing-expected',
      'expects nothing, and no answer is kept for it: add `expect`, or keep today’s answer with --update',
    );
  const differences = decisionDifferences(decision, expected);
  // An expectation may fit by chance: nobody meant a case that is not decided at all.
  if (differences.length === 0) return mistake.flatMap((message) => failure('facts-invalid', message));
  return failure('case-failed', [...differences.map(showDifference), ...mistake].join('\n'));
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
    const kept = decided.filter((one) => one.written.expect === undefined && invalidFact(one) === null);
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
