import { createHash } from 'node:crypto';
import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import { DeadlinePassedError } from '../../../core/errors/api-errors.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { Evidence } from '../../../core/inputs.js';
import { marketplace } from '../classify.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { uploadProof } from '../endpoints/return-writes.js';
import { toAxes } from '../mappers/axes.js';
import { hasContent, hostImages, imageIssues } from './images.js';
import { readDetail, type ReadCase } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape, sendOnce } from './write.js';

const operation = 'submitEvidence';

const check = ({ files, text, requirement }: Evidence): void => {
  const issues: Issue[] = [...imageIssues(files, 'evidence.files')];
  if (files.length === 0 && (text ?? '').trim() === '') {
    issues.push({ path: 'evidence', message: 'expected at least one picture or a text' });
  }
  if (requirement !== undefined) {
    issues.push({ path: 'evidence.requirement', message: 'Shopee names no requirements for evidence asked for later' });
  }
  if (issues.length > 0) throw invalid(operation, issues);
};

const requireAsked = ({ wire }: ReadCase): void => {
  const { proof } = toAxes(wire);
  if (proof === 'OVERDUE') throw new DeadlinePassedError('shopee: the time for evidence is over', { marketplace, operation });
  if (proof !== 'PENDING') throw conflict(operation, 'Shopee does not ask for evidence on this case');
};

/** Recognises an address or a text again without keeping it. */
export const traceOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/**
 * Adds pictures and text to a case on which Shopee has asked for evidence. No video: Shopee takes none by API. How many pictures it
 * takes at most is not documented.
 */
export const submitProof =
  (context: ShopeeContext) =>
  async (id: CaseId, evidence: Evidence, options?: WriteOptions): Promise<Receipt> => {
    const returnSn = returnSnOf(context, id);
    requireShape(operation, evidence);
    check(evidence);
    const first = await readDetail(context, id, options);
    requireSeen(operation, first.found, options);
    requireAsked(first);
    const photos = await hostImages(context, { returnSn, files: evidence.files }, options);
    const read = hasContent(evidence.files) ? await readDetail(context, id, options) : first;
    requireAsked(read);
    const { text } = evidence;
    return sendOnce(context, {
      operation,
      id,
      found: read.found,
      endpoint: uploadProof,
      input: { returnSn, photos, ...(text === undefined ? {} : { description: text }) },
      remember: {
        photos: photos.map(({ url }) => traceOf(url)),
        ...(text === undefined ? {} : { text: traceOf(text.trim()) }),
      },
      nativeRef: returnSn,
      options,
    });
  };
