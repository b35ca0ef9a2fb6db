import type { Receipt, WriteOptions } from '../../../core/attempt.js';
import type { Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { Evidence, EvidenceFile } from '../../../core/inputs.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import { uploadImage, type ImageInput } from '../endpoints/issue-writes.js';
import { countSellerPictures } from '../mappers/parts.js';
import { readDetail } from './read-case.js';
import { conflict, invalid, requireSeen, requireShape, sendOnce } from './write.js';

const operation = 'submitEvidence';

const extensions: Readonly<Record<string, ImageInput['extension']>> = {
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
};

type Picture = Pick<ImageInput, 'content' | 'extension'>;

const toPicture = (file: EvidenceFile | undefined): Picture | string => {
  if (file === undefined) return 'expected a picture';
  if ('url' in file) return 'AliExpress takes the picture itself, not its address';
  const type = file.contentType.toLowerCase();
  const extension = Object.hasOwn(extensions, type) ? extensions[type] : undefined;
  if (extension === undefined) return 'expected a picture: image/jpeg or image/png';
  return file.content.byteLength === 0 ? 'the picture is empty' : { content: file.content, extension };
};

const check = ({ files, text, requirement }: Evidence): Picture => {
  const picture = toPicture(files[0]);
  const issues: Issue[] = [
    ...(typeof picture === 'string' ? [{ path: 'evidence.files.0', message: picture }] : []),
    ...(files.length > 1
      ? [{ path: 'evidence.files', message: 'one picture for each call, because each is a write of its own' }]
      : []),
    ...(text === undefined ? [] : [{ path: 'evidence.text', message: 'AliExpress takes words only with an offer' }]),
    ...(requirement === undefined ? [] : [{ path: 'evidence.requirement', message: 'AliExpress names no requirements' }]),
  ];
  if (issues.length > 0 || typeof picture === 'string') throw invalid(operation, issues);
  return picture;
};

/** Adds one picture to the issue. Cannot be taken back. Where it shows, and how large it may be, is documented nowhere. */
export const submitPicture =
  (context: AliExpressContext) =>
  async (id: CaseId, evidence: Evidence, options?: WriteOptions): Promise<Receipt> => {
    issueIdOf(context, id);
    requireShape(operation, evidence);
    const picture = check(evidence);
    const { found, issue } = await readDetail(context, id, options);
    requireSeen(operation, found, options);
    if (!found.actions.some((action) => action.operation === operation)) {
      throw conflict(operation, 'nobody looks at pictures any more in this state of the case');
    }
    return sendOnce(context, {
      operation,
      id,
      found,
      endpoint: uploadImage,
      input: { ...issue, ...picture },
      remember: { shown: countSellerPictures(found.evidence) },
      nativeRef: issue.issueId,
      options,
    });
  };
