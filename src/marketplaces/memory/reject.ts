import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { Rejection, RejectionReason } from '../../core/inputs.js';
import { contest } from './life.js';
import { rejectionSchema } from './schemas.js';
import type { WriteDefinition } from './write.js';
import { toEvidence } from './writes.js';

const invalid = (path: string, message: string): InvalidInputError =>
  new InvalidInputError('reject', { marketplace: 'memory', operation: 'reject', issues: [{ path, message }] });

const checkReason = (reasons: readonly RejectionReason[], id: string): RejectionReason => {
  const reason = reasons.find((candidate) => candidate.id === id);
  if (reason === undefined) throw invalid('reason', `expected one of ${reasons.map((candidate) => candidate.id).join(', ')}`);
  if (reason.notPossible !== undefined) throw invalid('reason', `'${id}' cannot be raised by API: ${reason.notPossible}`);
  return reason;
};

const checkEvidence = ({ requirements }: RejectionReason, evidence: NonNullable<Rejection['evidence']>): void => {
  for (const { id, isRequired, maxFiles } of requirements) {
    const files = evidence.filter(({ requirement }) => requirement === id).flatMap((entry) => entry.files);
    if (isRequired && files.length === 0) throw invalid('evidence', `the requirement '${id}' is not answered`);
    if (files.length > maxFiles) throw invalid('evidence', `the requirement '${id}' takes at most ${maxFiles} files`);
  }
};

/** Contesting, by the reasons this marketplace knows. */
export const rejectWrite = (reasons: readonly RejectionReason[]): WriteDefinition<Rejection> => ({
  operation: 'reject',
  schema: rejectionSchema,
  check: (_record, { reason, evidence = [] }) => checkEvidence(checkReason(reasons, reason), evidence),
  apply: (record, { evidence = [] }, moment) => {
    const shown = evidence.flatMap(({ files }) => files.map((file) => toEvidence(file, moment.now)));
    const contested = contest(record, moment);
    return { ...contested, evidence: [...record.evidence, ...shown] };
  },
});
