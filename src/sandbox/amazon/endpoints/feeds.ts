import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import type { StoredDocument } from '../documents.js';
import { feedTypeNames, type FeedJob } from '../feeds/process-feed.js';
import { notFound } from '../refusal.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { bodyOf, parameterOf, requireMarketplaces, requireOneOf, respond, textOf, textsOf } from './input.js';
import { answerDocument, cancelJob, listJobs, progressOf } from './jobs.js';

const folder = '/feeds/2021-06-30';

const toWire = (feed: FeedJob): JsonObject => ({
  ...progressOf(feed),
  feedId: feed.id,
  feedType: feed.request.feedType,
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

const getFeeds = (call: AmazonCall): Reply => {
  const { feeds: book } = call.world;
  const list = { book, typesName: 'feedTypes', typeOf: ({ feedType }: FeedJob['request']) => feedType, toWire };
  const { jobs, nextToken } = listJobs(call, list);
  return respond(200, { feeds: jobs, nextToken });
};

const cancelFeed = (call: AmazonCall): Reply =>
  cancelJob(call, { book: call.world.feeds, job: requireFeed(call), what: 'feeds' });

const getFeedDocument = (call: AmazonCall): Reply =>
  answerDocument(call, requireDocument(call, parameterOf(call, 'feedDocumentId')), 'feedDocumentId');

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
