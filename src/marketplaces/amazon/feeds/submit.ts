import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { isSafeAddress } from '../../../transport/download.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { createFeedDocument, getFeedDocument, uploadContent } from '../endpoints/feeds.js';
import { openAddress } from '../reports/open-document.js';
import { readProcessingReport, type ProcessingReport } from './processing-report.js';

/** Content may go to a signed address only over https, or to this machine while the adapter itself works there. */
export const requireSafeAddress = ({ settings }: AmazonContext, url: string, operation: string): void => {
  if (isSafeAddress(url, settings.baseUrl)) return;
  throw new UnexpectedResponseError('amazon named an address for content that is not https', { marketplace, operation });
};

/** Stores a feed's content at Amazon. Nothing is done with it until a feed is made of it. */
export const storeContent = async (
  context: AmazonContext,
  { content, contentType }: { readonly content: string; readonly contentType: string },
  options?: CallOptions,
): Promise<string> => {
  const { feedDocumentId, url } = await context.transport.send(createFeedDocument, { contentType }, options);
  requireSafeAddress(context, url, uploadContent.name);
  await context.transport.send(uploadContent, { url, content: Buffer.from(content, 'utf8'), contentType }, options);
  return feedDocumentId;
};

/** Reads what Amazon made of a finished feed. */
export const readFeedResult = async (
  context: AmazonContext,
  feedDocumentId: string,
  options?: CallOptions,
): Promise<ProcessingReport> => {
  const { url } = await context.transport.send(getFeedDocument, { feedDocumentId }, options);
  return readProcessingReport(await openAddress(context, url, options));
};
