import type { JsonObject } from '../../json.js';
import { createRandom } from '../../random.js';
import { invalidParameter, missingParameter } from '../refusals.js';
import type { BusinessCall, BusinessMethod } from '../world.js';
import { findIssue, required, requiredId } from './input.js';

const extensions: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'gif']);
/** Not stated for this method; a sibling takes no more. */
const largestImage = 3 * 1024 * 1024;

/** The image waits for the seller's next word on the issue and goes with it. */
const upload = (call: BusinessCall): JsonObject => {
  const buyerLoginId = required(call, 'buyer_login_id');
  const issueId = requiredId(call, 'issue_id');
  const extension = required(call, 'extension').toLowerCase();
  const image = call.files.get('image_bytes');
  if (image === undefined || image.length === 0) throw missingParameter('image_bytes');
  if (!extensions.has(extension)) throw invalidParameter('extension is not supported');
  if (image.length > largestImage) throw invalidParameter('the image is too large');
  const record = findIssue(call, issueId, buyerLoginId);
  if (record?.status !== 'processing') return { result_object: false };
  const name = createRandom('image', issueId, record.revision, record.pendingImages.length).hex(32);
  const path = `https://ae01.alicdn.com/kf/${name}.${extension}`;
  call.world.issues.change(record, call.now, ({ pendingImages }, { at }) => {
    pendingImages.push({ path, owner: 'seller', at });
  });
  return { result_object: true };
};

export const imageMethods: readonly BusinessMethod[] = [{ name: 'aliexpress.issue.image.upload', answer: upload }];
