import { PermissionDeniedError } from '../../../core/errors/api-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { AmazonContext } from '../context.js';
import { getReportDocument, getRestrictedReportDocument, documentPathOf } from '../endpoints/reports.js';
import { createRestrictedDataToken } from '../endpoints/tokens.js';
import { amazonMarketplaces } from '../marketplaces.js';
import type { WireDocument } from '../wire/reports.js';
import { charsetOf, toUtf8 } from './decode.js';
import { downloadOperation } from './document-error.js';
import { unpack } from './unpack.js';

/** Where a report's document is. Most reports need no more than the seller's token; where that is refused, a restricted one is asked for. */
const locate = async ({ transport }: AmazonContext, reportDocumentId: string, options?: CallOptions): Promise<WireDocument> => {
  try {
    return await transport.send(getReportDocument, { reportDocumentId }, options);
  } catch (error) {
    if (!PermissionDeniedError.isInstance(error)) throw error;
    const restrictedResources = [{ method: 'GET', path: documentPathOf(reportDocumentId) }] as const;
    const restrictedDataToken = await transport.send(createRestrictedDataToken, { restrictedResources }, options);
    return transport.send(getRestrictedReportDocument, { reportDocumentId, restrictedDataToken }, options);
  }
};

const fallbackFor = (marketplaceIds: readonly string[]): 'shift_jis' | 'windows-1252' =>
  marketplaceIds.every((id) => amazonMarketplaces.get(id)?.country === 'JP') ? 'shift_jis' : 'windows-1252';

/** Fetches a signed address, without the seller's token, as pieces of UTF-8. */
export const openAddress = async (
  { transport, settings }: AmazonContext,
  url: string,
  options?: CallOptions,
): Promise<AsyncGenerator<Buffer>> => {
  const { bytes, headers } = await transport.download({ url, operation: downloadOperation }, options);
  const fallback = fallbackFor(settings.marketplaceIds);
  return toUtf8(unpack(bytes, settings.maxReportInBytes), { declared: charsetOf(headers['content-type']), fallback });
};

/** A report's document as pieces of UTF-8. Its address ends after five minutes, so it is asked for only when the reading starts. */
export const openReportDocument = async (
  context: AmazonContext,
  reportDocumentId: string,
  options?: CallOptions,
): Promise<AsyncGenerator<Buffer>> => {
  const { url } = await locate(context, reportDocumentId, options);
  return openAddress(context, url, options);
};

const longestExcerptInBytes = 4096;

/** The beginning of a small document, such as Amazon's reason for giving a report up. */
export const excerptOf = async (bytes: AsyncIterable<Buffer>): Promise<string> => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length >= longestExcerptInBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, longestExcerptInBytes).toString('utf8');
};
