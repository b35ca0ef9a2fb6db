import * as z from 'zod';
import { identifier, optionalText, requiredText } from './fields.js';

export const wireFeedDocument = z.object({ feedDocumentId: identifier, url: requiredText });

export const wireFeedId = z.object({ feedId: identifier });

export const wireFeed = z.object({
  feedId: identifier,
  feedType: optionalText,
  createdTime: optionalText,
  processingStatus: requiredText,
  processingEndTime: optionalText,
  resultFeedDocumentId: optionalText,
});
export const wireFeeds = z.object({ feeds: z.array(wireFeed).nullish(), nextToken: optionalText });
