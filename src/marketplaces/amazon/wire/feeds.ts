import * as z from 'zod';
import { identifier, optionalText, requiredText } from './fields.js';

export const wireFeedDocument = z.lazy(() => z.object({ feedDocumentId: identifier, url: requiredText }));

export const wireFeedId = z.lazy(() => z.object({ feedId: identifier }));

export const wireFeed = z.lazy(() =>
  z.object({
    feedId: identifier,
    feedType: optionalText,
    createdTime: optionalText,
    processingStatus: requiredText,
    processingEndTime: optionalText,
    resultFeedDocumentId: optionalText,
  }),
);
export const wireFeeds = z.lazy(() => z.object({ feeds: z.array(wireFeed).nullish(), nextToken: optionalText }));
