import { existsSync, readFileSync } from 'node:fs';
import type { ReturnDecision } from '../../policy/decision.js';
import { UsageError } from '../exit-code.js';
import { writeOwnFile } from './write-new-file.js';

/** Answers that were looked at once and kept beside the cases, by the name of the case. */
export type GoldenAnswers = Readonly<Record<string, unknown>>;

export const goldenFileOf = (casesFile: string): string => `${casesFile.replace(/\.(ya?ml|json)$/, '')}.golden.json`;

export const readGoldenAnswers = (casesFile: string): GoldenAnswers => {
  const file = goldenFileOf(casesFile);
  if (!existsSync(file)) return {};
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content === 'object' && content !== null) return Object.fromEntries(Object.entries(content));
  } catch {
    // Said below, as for any other content that is not answers.
  }
  throw new UsageError(`${file}: not a file of golden answers; write it anew with --update`);
};

/** Keeps exactly these answers; those of cases that are gone go too. */
export const writeGoldenAnswers = (casesFile: string, answers: Readonly<Record<string, ReturnDecision>>): void => {
  const sorted = Object.fromEntries(Object.entries(answers).sort(([left], [right]) => (left < right ? -1 : 1)));
  writeOwnFile(goldenFileOf(casesFile), `${JSON.stringify(sorted, null, 2)}\n`);
};
