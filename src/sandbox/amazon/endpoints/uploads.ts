import type { Reply } from '../../exchange.js';
import { invalidInput } from '../refusal.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { listOf, parameterOf, requireMarketplaces, requireOrder, respond } from './input.js';

/** The resource is a path of its own: `messaging/v1/orders/{orderId}/messages/{kind}`, escaped or not. */
const orderIdOf = (resource: string): string => {
  const match = /^\/?messaging\/v1\/orders\/([\d-]+)\/messages\/\w+$/.exec(resource);
  if (match === null) throw invalidInput(`The resource '${resource}' takes no uploads`);
  return match[1] ?? '';
};

const createUploadDestination = (call: AmazonCall): Reply => {
  const { world, request, seller, now } = call;
  const stores = requireMarketplaces(call, listOf(request.query, 'marketplaceIds'));
  if (stores.length !== 1) throw invalidInput('marketplaceIds must have exactly one entry');
  requireOrder(call, orderIdOf(parameterOf(call, 'resource')));
  const contentMd5 = request.query.get('contentMD5') ?? '';
  if (contentMd5 === '') throw invalidInput("'contentMD5' is missing");
  const contentType = request.query.get('contentType') ?? 'application/octet-stream';
  const draft = { sellerId: seller.sellerId, contentType, content: undefined, isGzip: false, reportType: undefined };
  const destination = world.documents.add(draft);
  return respond(201, {
    payload: {
      uploadDestinationId: destination.id,
      url: world.documents.uploadUrl(destination, now),
      headers: { 'Content-Type': contentType, 'Content-MD5': contentMd5 },
    },
  });
};

export const uploadEndpoints: readonly Endpoint[] = [
  {
    operation: 'createUploadDestinationForResource',
    method: 'POST',
    path: '/uploads/2020-11-01/uploadDestinations/{resource+}',
    rate: { perSecond: 10, burst: 10 },
    answer: createUploadDestination,
  },
];
