import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import type { StoredDocument } from '../documents.js';
import { feedTypeNames, type FeedJob } from '../feeds/process-feed.js';
import { pageOf } from '../paging.js';
import { invalidInput, notFound } from '../refusal.js';
import type { AmazonCall, Endpoint } from '../world.js';
import {
  bodyOf,
  instantOf,
  listOf,
  parameterOf,
  requireMarketplaces,
  requireOneOf,
  respond,
  textOf,
  textsOf,
  toOffsetTime,
  wholeOf,
} from './input.js';

const folder = '/feeds/2021-06-30';
const statuses = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'];
const longestAgo = 90 * 86_400_000;

const optionalTime = (at: number): string | undefined => (at === 0 ? undefined : toOffsetTime(at));

const toWire = (feed: FeedJob): JsonObject => ({
  feedId: feed.id,
  feedType: feed.request.feedType,
  marketplaceIds: feed.request.marketplaceIds,
  createdTime: toOffsetTime(feed.createdAt),
  processingStatus: feed.status,
  processingStartTime: optionalTime(feed.startedAt),
  processingEndTime: optionalTime(feed.endedAt),
  resultFeedDocumentId: feed.documentId,
});

const createFeedDocument = (call: AmazonCall): Reply => {
  const { world, seller, now } = call;
  const contentType = textOf(bodyOf(call), 'contentType');
  const draft = { sellerId: seller.sellerId, contentType, content: undefined, isGzip: false, reportType: undefined };
  const document = world.documents.add(draft);
  return respond(201, { feedDocumentId: document.id, url: world.documents.uploadUrl(document, now) });
};

const requireDocument = (call: AmazonCall, id: string): StoredDocument => {
  const document = call.world.documents.find(id);
  if (document?.sellerId !== call.seller.sellerId || document.reportType !== undefined)
    throw notFound('The feed document was not found.');
  return document;
};

const createFeed = (call: AmazonCall): Reply => {
  const body = bodyOf(call);
  const feedType = requireOneOf(textOf(body, 'feedType'), feedTypeNames, 'feed type that is served here');
  const marketplaceIds = requireMarketplaces(call, textsOf(body['marketplaceIds'], 'marketplaceIds', 25));
  const inputDocumentId = requireDocument(call, textOf(body, 'inputFeedDocumentId')).id;
  const feed = call.world.feeds.create(call.seller, { feedType, marketplaceIds, inputDocumentId }, call.now);
  return respond(202, { feedId: feed.id });
};

const requireFeed = (call: AmazonCall): FeedJob => {
  const feed = call.world.feeds.find(parameterOf(call, 'feedId'));
  if (feed?.seller !== call.seller) throw notFound('The feed was not found.');
  return feed;
};

/** A token stands alone: what the list was asked for is inside it. */
const searchOf = ({ request: { query }, world }: AmazonCall): URLSearchParams => {
  const token = query.get('nextToken');
  if (token === null) return query;
  if ([...query.keys()].length > 1) throw invalidInput('nextToken must be the only parameter');
  const note = world.pageTokens.noteOf(token);
  if (note === undefined) throw invalidInput('The nextToken is invalid or has expired.');
  return new URLSearchParams(note);
};

const matcherOf = (query: URLSearchParams, now: number): ((feed: FeedJob) => boolean) => {
  const types = listOf(query, 'feedTypes');
  if (types.length < 1 || types.length > 10) throw invalidInput('feedTypes must have 1 to 10 entries');
  const wanted = listOf(query, 'processingStatuses').map((status) => requireOneOf(status, statuses, 'processing status'));
  const stores = listOf(query, 'marketplaceIds');
  const from = instantOf(query.get('createdSince'), 'createdSince') ?? now - longestAgo;
  const until = instantOf(query.get('createdUntil'), 'createdUntil') ?? now;
  return ({ request, status, createdAt }) =>
    types.includes(request.feedType) &&
    (wanted.length === 0 || wanted.includes(status)) &&
    (stores.length === 0 || request.marketplaceIds.some((id) => stores.includes(id))) &&
    createdAt >= from &&
    createdAt <= until;
};

const names = ['feedTypes', 'processingStatuses', 'marketplaceIds', 'createdSince', 'createdUntil', 'pageSize'];

const getFeeds = (call: AmazonCall): Reply => {
  const search = searchOf(call);
  const rows = call.world.feeds.ofSeller(call.seller).filter(matcherOf(search, call.now));
  const size = wholeOf(search, 'pageSize', { least: 1, most: 100, otherwise: 10 });
  const page = pageOf(call, { rows, size, tokenName: 'nextToken', freeNames: names, note: search.toString() });
  return respond(200, { feeds: page.rows.map(toWire), nextToken: page.nextToken });
};

const cancelFeed = (call: AmazonCall): Reply => {
  const feed = requireFeed(call);
  if (feed.status !== 'IN_QUEUE') throw invalidInput('Only feeds with processingStatus IN_QUEUE can be cancelled.');
  call.world.feeds.cancel(feed, call.now);
  return { status: 200, body: '', error: '' };
};

const getFeedDocument = (call: AmazonCall): Reply => {
  const { world, now, request } = call;
  const document = requireDocument(call, parameterOf(call, 'feedDocumentId'));
  const encoding = request.query.get('enableContentEncodingUrlHeader') === 'true' ? 'declared' : 'identity';
  return respond(200, {
    feedDocumentId: document.id,
    compressionAlgorithm: document.isGzip ? 'GZIP' : undefined,
    url: world.documents.downloadUrl(document, now, encoding),
  });
};

const brisk = { perSecond: 2, burst: 15 };
const slow = { perSecond: 0.0222, burst: 10 };

export const feedEndpoints: readonly Endpoint[] = [
  {
    operation: 'createFeedDocument',
    method: 'POST',
    path: `${folder}/documents`,
    rate: { perSecond: 0.5, burst: 15 },
    answer: createFeedDocument,
  },
  {
    operation: 'createFeed',
    method: 'POST',
    path: `${folder}/feeds`,
    rate: { perSecond: 0.0083, burst: 15 },
    answer: createFeed,
  },
  { operation: 'getFeeds', method: 'GET', path: `${folder}/feeds`, rate: slow, answer: getFeeds },
  {
    operation: 'getFeed',
    method: 'GET',
    path: `${folder}/feeds/{feedId}`,
    rate: brisk,
    answer: (call) => respond(200, toWire(requireFeed(call))),
  },
  { operation: 'cancelFeed', method: 'DELETE', path: `${folder}/feeds/{feedId}`, rate: brisk, answer: cancelFeed },
  {
    operation: 'getFeedDocument',
    method: 'GET',
    path: `${folder}/documents/{feedDocumentId}`,
    rate: slow,
    answer: getFeedDocument,
  },
];
