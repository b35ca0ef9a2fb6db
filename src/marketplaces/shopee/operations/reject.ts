import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import { fingerprintOf } from '../../../core/case.js';
import type { CaseId } from '../../../core/ids.js';
import type { Rejection, RejectionReason } from '../../../core/inputs.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { dispute, type DisputeModule } from '../endpoints/return-writes.js';
import { hasContent, hostImages } from './images.js';
import { toAxes } from '../mappers/axes.js';
import { isDisputed } from '../mappers/status.js';
import { readDetail, type ReadCase } from './read-case.js';
import { evidenceIssues, rejectionIssues } from './reject-checks.js';
import { readRejectionReasons } from './rejection-reasons.js';
import { conflict, invalid, requireSeen, requireShape, sendOnce } from './write.js';

const operation = 'reject';
const disputable = new Set(['REQUESTED', 'PROCESSING', 'ACCEPTED']);

const requireStatus = ({ wire }: ReadCase): void => {
  const status = wire.status ?? '';
  if (!disputable.has(status)) throw conflict(operation, `a case that is ${status} cannot be disputed`);
};

const requireReason = (rejection: Rejection, reasons: readonly RejectionReason[]): RejectionReason => {
  const reason = reasons.find(({ id }) => id === rejection.reason);
  if (reason === undefined) {
    if (reasons.length === 0) throw conflict(operation, 'Shopee takes no dispute for this case now');
    const open = reasons.map(({ id }) => id).join(', ');
    throw invalid(operation, [{ path: 'rejection.reason', message: `not open for this case; open are ${open}` }]);
  }
  if (reason.notPossible !== undefined)
    throw invalid(operation, [
      { path: 'rejection.reason', message: `${reason.id} is not possible by API: ${reason.notPossible}` },
    ]);
  const issues = evidenceIssues(rejection, reason);
  if (issues.length > 0) throw invalid(operation, issues);
  return reason;
};

interface Preparation {
  readonly returnSn: string;
  readonly rejection: Rejection;
  readonly reason: RejectionReason;
}

/** The modules in Shopee's order, each with its own words exactly as given. */
const toModules = async (
  context: ShopeeContext,
  { returnSn, rejection, reason }: Preparation,
  options?: WriteOptions,
): Promise<readonly DisputeModule[]> => {
  const modules: DisputeModule[] = [];
  for (const { id, text } of reason.requirements) {
    const files = rejection.evidence?.find(({ requirement }) => requirement === id)?.files ?? [];
    if (files.length === 0) continue;
    const images = await hostImages(context, { returnSn, files }, options);
    modules.push({ moduleIndex: Number(id), requirement: text, imageUrls: images.map(({ url }) => url) });
  }
  return modules;
};

/** Uploads take their time: the case must still be what was checked before them. */
const readAgain = async (context: ShopeeContext, first: ReadCase, options?: WriteOptions): Promise<ReadCase> => {
  const again = await readDetail(context, first.found.id, options);
  if (fingerprintOf(again.found) !== fingerprintOf(first.found))
    throw conflict(operation, 'the case has changed while the evidence was uploaded');
  return again;
};

/** Raises a dispute; Shopee judges. Sends the operator's e-mail to Shopee. */
export const rejectCase =
  (context: ShopeeContext) =>
  async (id: CaseId, rejection: Rejection, options?: WriteOptions): Promise<Receipt> => {
    const returnSn = returnSnOf(context, id);
    requireShape(operation, rejection);
    const email = rejection.operatorEmail ?? context.operatorEmail;
    const issues = rejectionIssues(rejection, email);
    if (issues.length > 0 || email === undefined) throw invalid(operation, issues);
    const first = await readDetail(context, id, options);
    requireSeen(operation, first.found, options);
    requireStatus(first);
    const reason = requireReason(rejection, await readRejectionReasons(context)(id, options));
    const images = await toModules(context, { returnSn, rejection, reason }, options);
    const isUploaded = (rejection.evidence ?? []).some(({ files }) => hasContent(files));
    const { found, wire } = isUploaded ? await readAgain(context, first, options) : first;
    return sendOnce(context, {
      operation,
      id,
      found,
      endpoint: dispute,
      input: {
        returnSn,
        email,
        disputeReasonId: Number(reason.id),
        images,
        ...(rejection.text === undefined ? {} : { text: rejection.text }),
      },
      remember: {
        reason: reason.id,
        wasDisputed: isDisputed(wire),
        compensation: toAxes(wire).compensation,
        modules: images.map(({ moduleIndex, imageUrls }) => ({ requirement: String(moduleIndex), images: imageUrls.length })),
      },
      nativeRef: returnSn,
      options,
    });
  };
