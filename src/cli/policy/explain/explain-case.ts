import {
  compilePolicy,
  decide,
  explanationOf,
  type CaseFacts,
  type Explanation,
  type ReturnDecision,
} from '../../../policy/index.js';
import { UsageError } from '../../exit-code.js';
import { choosePacks, type PackOptions } from '../chosen-packs.js';
import { nameFiles } from '../glob-files.js';
import { readPolicies } from '../read-policies.js';
import { unusableFact } from '../unusable-fact.js';
import { readFactsFile } from './read-facts-file.js';

export interface ExplainSettings extends PackOptions {
  readonly factsFile: string;
  readonly at: string;
  readonly locale: string;
}

/** One case decided and put into words. */
export interface ExplainedCase {
  readonly facts: CaseFacts;
  readonly decision: ReturnDecision;
  readonly explanation: Explanation;
  readonly at: string;
  readonly requestedAt: string;
  readonly locale: string;
}

/**
 * Decides one case by some policies.
 *
 * @throws PolicyDocumentError when a file is no policy
 * @throws UsageError when the facts cannot be read or used
 */
export const explainCase = async (given: readonly string[], settings: ExplainSettings): Promise<ExplainedCase> => {
  const { factsFile, at, locale } = settings;
  const file = readFactsFile(factsFile);
  const documents = readPolicies(nameFiles(given).map((named) => named.file));
  const decision = decide(compilePolicy(documents, { packs: await choosePacks(settings) }), file.facts, { at });
  const invalid = decision.reasons.find(({ code }) => code === 'facts-invalid');
  if (invalid !== undefined) throw new UsageError(`${file.placeOf(invalid.path ?? '')}: ${unusableFact(invalid.path ?? '')}`);
  const requestedAt = file.facts.requestedAt ?? at;
  return { facts: file.facts, decision, explanation: explanationOf(decision, { locale, requestedAt }), at, requestedAt, locale };
};
