import type { Case } from '../core/case.js';
import type { Deadline } from '../core/deadline.js';
import { isInstant } from '../core/time.js';
import type { Policy } from './compile.js';
import { decide } from './decide.js';
import type { DecisionDeadline } from './decision.js';
import { toFacts } from './facts/from-case.js';
import { isStillOwed } from './still-owed.js';

const toDeadline = ({ duty, party, by, onMiss, certainty }: DecisionDeadline): readonly Deadline[] =>
  isInstant(by) ? [{ duty, party, by, ...(onMiss === 'unknown' ? {} : { onMiss }), source: 'policy', certainty }] : [];

/**
 * The deadlines a policy computes for a case, as the client's `deadlines` port takes them:
 * `createClient({ accounts, deadlines: deadlinesFrom(policy) })`. Deadlines the marketplace states itself are already on the case
 * and are not repeated; a clock that has not started gives none, and neither does a duty that the case shows as done,
 * by its phase, its parcels or what was paid. The case is judged as of its last change.
 */
export const deadlinesFrom =
  (policy: Policy): ((found: Case) => readonly Deadline[]) =>
  (found) => {
    const { deadlines, refund } = decide(policy, toFacts(found), { at: found.updatedAt });
    return deadlines
      .filter(({ source, duty }) => source === 'policy' && isStillOwed(found, duty, refund.total))
      .flatMap(toDeadline);
  };
