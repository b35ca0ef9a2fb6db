import { InvalidInputError, type Issue } from './errors/caller-errors.js';
import type { CaseQuery } from './inputs.js';
import { isInstant } from './time.js';
import { casePhases } from './vocabulary.js';

const bounds = ['openedFrom', 'openedUntil', 'updatedFrom', 'updatedUntil'] as const;
const known: readonly string[] = [...bounds, 'phase', 'open'];

const isTurnedRound = (from: string | undefined, until: string | undefined): boolean =>
  from !== undefined && until !== undefined && until < from;

const boundIssues = (query: CaseQuery): readonly Issue[] => [
  ...bounds.flatMap((name) =>
    query[name] === undefined || isInstant(query[name])
      ? []
      : [{ path: `query.${name}`, message: 'expected YYYY-MM-DDTHH:mm:ss.sssZ, as toInstant makes it' }],
  ),
  ...(isTurnedRound(query.openedFrom, query.openedUntil) ? [{ path: 'query.openedUntil', message: 'before openedFrom' }] : []),
  ...(isTurnedRound(query.updatedFrom, query.updatedUntil)
    ? [{ path: 'query.updatedUntil', message: 'before updatedFrom' }]
    : []),
];

const isGroup = (query: unknown): boolean => typeof query === 'object' && query !== null;

const refuse = (marketplace: string, issues: readonly Issue[]): InvalidInputError =>
  new InvalidInputError(`${marketplace}: list cannot be sent`, { marketplace, operation: 'list', issues });

/** Refuses a query that would silently read something else: a misspelt filter, a time without its zone, a range turned round. */
export const requireQuery = (query: CaseQuery, marketplace: string): void => {
  if (!isGroup(query)) throw refuse(marketplace, [{ path: 'query', message: 'expected filters' }]);
  const issues: readonly Issue[] = [
    ...Object.keys(query).flatMap((name) => (known.includes(name) ? [] : [{ path: `query.${name}`, message: 'no such filter' }])),
    ...boundIssues(query),
    ...(query.phase === undefined || casePhases.includes(query.phase)
      ? []
      : [{ path: 'query.phase', message: `expected one of ${casePhases.join(', ')}` }]),
  ];
  if (issues.length > 0) throw refuse(marketplace, issues);
};
