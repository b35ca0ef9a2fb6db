import type { Issue } from '../../../core/errors/caller-errors.js';
import type { EvidenceRequirement, Rejection, RejectionReason } from '../../../core/inputs.js';
import { maxImagesPerModule } from '../mappers/rejection-reasons.js';
import { imageIssues } from './images.js';

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Both a dispute and its withdrawal name who acted; Shopee keeps it for its records. */
export const emailIssues = (email: string | undefined, path: string): readonly Issue[] => {
  if (email === undefined)
    return [{ path, message: 'Shopee wants the e-mail of who acts: give it here or as the setting operatorEmail' }];
  return emailShape.test(email) ? [] : [{ path, message: 'expected an e-mail address' }];
};

/** What can be seen to be wrong without asking Shopee. */
export const rejectionIssues = (rejection: Rejection, email: string | undefined): readonly Issue[] => [
  ...(/^\d{1,9}$/.test(rejection.reason)
    ? []
    : [{ path: 'rejection.reason', message: 'expected the number of one of rejectionReasons' }]),
  ...emailIssues(email, 'rejection.operatorEmail'),
  ...(rejection.evidence ?? []).flatMap(({ files }, index) => {
    const path = `rejection.evidence.${index}.files`;
    const tooMany = files.length > maxImagesPerModule ? [{ path, message: `at most ${maxImagesPerModule} pictures` }] : [];
    const none = files.length === 0 ? [{ path, message: 'expected at least one picture' }] : [];
    return [...tooMany, ...none, ...imageIssues(files, path)];
  }),
  ...duplicates((rejection.evidence ?? []).map(({ requirement }) => requirement)).map((requirement) => ({
    path: 'rejection.evidence',
    message: `requirement '${requirement}' is answered twice`,
  })),
];

const duplicates = (texts: readonly string[]): readonly string[] => texts.filter((text, index) => texts.indexOf(text) !== index);

/** Whether the evidence answers what this reason demands. */
export const evidenceIssues = (rejection: Rejection, reason: RejectionReason): readonly Issue[] => {
  const answered = new Set((rejection.evidence ?? []).map(({ requirement }) => requirement));
  const known = new Set(reason.requirements.map(({ id }) => id));
  return [
    ...(rejection.evidence ?? []).flatMap(({ requirement }, index) =>
      known.has(requirement)
        ? []
        : [
            {
              path: `rejection.evidence.${index}.requirement`,
              message: `reason ${reason.id} has no requirement '${requirement}'`,
            },
          ],
    ),
    ...reason.requirements.filter(({ id, isRequired }) => isRequired && !answered.has(id)).map(missing),
  ];
};

const missing = ({ id, text }: EvidenceRequirement): Issue => ({
  path: 'rejection.evidence',
  message: `requirement '${id}' must be answered: ${text.trim()}`,
});
