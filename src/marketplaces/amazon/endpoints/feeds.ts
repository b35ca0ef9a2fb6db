import * as z from 'zod';
import { wireFeed, wireFeedDocument, wireFeedId, wireFeeds } from '../wire/feeds.js';
import { wireDocument } from '../wire/reports.js';
import { asIs, defineRead, defineWrite, toList } from './define.js';

const base = '/feeds/2021-06-30';

/** A place for the feed's content, for five minutes; an unused one is forgotten after two days. */
export const createFeedDocument = defineRead({
  name: 'feeds.createFeedDocument',
  request: ({ contentType }: { readonly contentType: string }) => ({
    method: 'POST',
    path: `${base}/documents`,
    body: { json: { contentType } },
  }),
  response: wireFeedDocument,
  parse: asIs,
});

export interface UploadInput {
  readonly url: string;
  readonly content: Uint8Array;
  /** Exactly the one that the place was made for: it is part of the signature. */
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Puts the content where it belongs, without the seller's token. Putting it there twice is no worse. */
export const uploadContent = defineRead({
  name: 'feeds.upload',
  credential: 'none',
  request: ({ url, content, contentType, headers = {} }: UploadInput) => ({
    method: 'PUT',
    path: '',
    baseUrl: url,
    headers,
    body: { bytes: content, contentType },
  }),
  format: 'text',
  response: z.unknown(),
  parse: () => undefined,
});

export interface CreateFeedInput {
  readonly feedType: string;
  /** 1 to 25. */
  readonly marketplaceIds: readonly string[];
  readonly inputFeedDocumentId: string;
}

/** Hands the content over to be worked on. For a refund this moves money and cannot be undone; it is never sent twice. */
export const createFeed = defineWrite({
  name: 'feeds.createFeed',
  request: ({ feedType, marketplaceIds, inputFeedDocumentId }: CreateFeedInput) => ({
    method: 'POST',
    path: `${base}/feeds`,
    body: { json: { feedType, marketplaceIds, inputFeedDocumentId } },
  }),
  response: wireFeedId,
  parse: asIs,
});

export const getFeed = defineRead({
  name: 'feeds.getFeed',
  request: ({ feedId }: { readonly feedId: string }) => ({ method: 'GET', path: `${base}/feeds/${encodeURIComponent(feedId)}` }),
  response: wireFeed,
  parse: asIs,
});

export interface FeedsInput {
  readonly feedTypes: readonly string[];
  readonly createdSince: string;
  readonly createdUntil: string;
  /** 1 to 100. */
  readonly pageSize?: number;
}

export const getFeeds = defineRead({
  name: 'feeds.getFeeds',
  request: ({ feedTypes, createdSince, createdUntil, pageSize }: FeedsInput) => ({
    method: 'GET',
    path: `${base}/feeds`,
    query: { feedTypes: toList(feedTypes), pageSize, createdSince, createdUntil },
  }),
  response: wireFeeds,
  parse: asIs,
});

/** Where a feed's processing report can be read, for five minutes. */
export const getFeedDocument = defineRead({
  name: 'feeds.getFeedDocument',
  request: ({ feedDocumentId }: { readonly feedDocumentId: string }) => ({
    method: 'GET',
    path: `${base}/documents/${encodeURIComponent(feedDocumentId)}`,
  }),
  response: wireDocument,
  parse: asIs,
});
