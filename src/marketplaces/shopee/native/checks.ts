import { InvalidInputError, type Issue } from '../../../core/errors/caller-errors.js';
import { imageIssues } from '../operations/images.js';
import { marketplace } from '../classify.js';
import type { UploadImagesInput } from '../endpoints/application.js';
import type { UploadShippingProofInput } from '../endpoints/return-writes.js';

const mostImages = 3;

const refuse = (operation: string, issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new InvalidInputError(`shopee: ${operation} cannot be sent`, { marketplace, operation, issues });
};

/** Shopee's own rules for the proof of a pickup, checked before it is sent. */
export const requireShippingProof = ({ carrierId, trackingNumber, imageIds }: UploadShippingProofInput): void => {
  const issues: Issue[] = [];
  if (!/^\d{1,19}$/.test(carrierId)) issues.push({ path: 'carrierId', message: 'expected the id of one of the carriers' });
  if (trackingNumber !== undefined && !/^[A-Za-z0-9]{5,30}$/.test(trackingNumber)) {
    issues.push({ path: 'trackingNumber', message: 'expected 5 to 30 letters and digits' });
  }
  if ((imageIds ?? []).length > mostImages) issues.push({ path: 'imageIds', message: `at most ${mostImages} pictures` });
  refuse('native.uploadShippingProof', issues);
};

export const requireImages = ({ images }: UploadImagesInput): void => {
  const issues: Issue[] = [...imageIssues(images, 'images')];
  if (images.length === 0 || images.length > mostImages) {
    issues.push({ path: 'images', message: `expected 1 to ${mostImages} pictures` });
  }
  refuse('native.uploadImages', issues);
};
