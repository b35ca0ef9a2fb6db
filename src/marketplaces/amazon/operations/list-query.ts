import { InvalidInputError, type Issue } from '../../../core/errors/caller-errors.js';
import type { CaseQuery } from '../../../core/inputs.js';
import { isInstant } from '../../../core/time.js';
import { casePhases } from '../../../core/vocabulary.js';
import { marketplace } from '../classify.js';

const bounds = ['openedFrom', 'openedUntil', 'updatedFrom', 'updatedUntil'] as const;
const known: readonly string[] = [...bounds, 'phase', 'open'];

/** Refuses a query that would silently read something else: a misspelt filter, a time without its zone, a range turned round. */
export const requireQuery = (query: CaseQuery): void => {
  const issues: Issue[] = [
    ...Object.keys(query).flatMap((name) => (known.includes(name) ? [] : [{ path: `query.${name}`, message: 'no such filter' }])),
    ...bounds.flatMap((name) =>
      query[name] === undefined || isInstant(query[name])
        ? []
        : [{ path: `query.${name}`, message: 'expected YYYY-MM-DDTHH:mm:ss.sssZ, as toInstant makes it' }],
    ),
    ...(query.phase === undefined || casePhases.includes(query.phase)
      ? []
      : [{ path: 'query.phase', message: `expected one of ${casePhases.join(', ')}` }]),
  ];
  if (isTurnedRound(query.openedFrom, query.openedUntil))
    issues.push({ path: 'query.openedUntil', message: 'before openedFrom' });
  if (isTurnedRound(query.updatedFrom, query.updatedUntil))
    issues.push({ path: 'query.updatedUntil', message: 'before updatedFrom' });
  if (issues.length > 0) throw new InvalidInputError('amazon: list cannot be sent', { marketplace, operation: 'list', issues });
};

const isTurnedRound = (from: string | undefined, until: string | undefined): boolean =>
  from !== undefined && until !== undefined && until < from;
