import { suggest } from '../../policy/document/suggest.js';
import { singleFacts } from '../../policy/explain/known-facts.js';
import { factPaths } from './backtest/columns.js';

const known: readonly string[] = [...new Set([...singleFacts, ...factPaths])];

/** What to say of a fact that `decide` cannot use; most often it was mistyped. */
export const unusableFact = (path: string): string => {
  const near = known.includes(path) ? null : suggest(path, known);
  const hint = near === null ? '' : `; did you mean ${near}?`;
  return `${path === '' ? 'the facts' : path} cannot be used: missing, unknown, of another kind than expected, or against the order of time${hint}`;
};
