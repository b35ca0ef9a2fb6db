import type { Reply } from '../../exchange.js';
import { isJsonObject } from '../../json.js';
import { invalidInput, refusal } from '../refusal.js';
import { accessTokenLifeInMs, type RestrictedResource } from '../tokens.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { bodyOf, respond } from './input.js';

const invalidRequest = (message: string) => refusal({ status: 400, code: 'InvalidRequest', message });

const documentPath = /^\/reports\/2021-06-30\/documents\/([^/]+)$/;

/** Only a path of one document is taken: a placeholder, or another's document, is refused. */
const toResource = (entry: unknown, { world, seller }: AmazonCall): RestrictedResource => {
  const [method, path] = isJsonObject(entry) ? [entry['method'], entry['path']] : [];
  if (method !== 'GET' || typeof path !== 'string') throw invalidRequest('Each restricted resource needs a method and a path');
  const id = documentPath.exec(path)?.[1];
  const document = id === undefined ? undefined : world.documents.find(id);
  if (document?.sellerId !== seller.sellerId) throw invalidRequest('Invalid or unsupported document ID found');
  return { method, path };
};

const createRestrictedDataToken = (call: AmazonCall): Reply => {
  const entries = bodyOf(call)['restrictedResources'];
  if (!Array.isArray(entries)) throw invalidInput("'restrictedResources' is missing");
  if (entries.length < 1 || entries.length > 50) throw invalidRequest('restrictedResources must have 1 to 50 entries');
  const resources = entries.map((entry: unknown) => toResource(entry, call));
  const token = call.world.tokens.issue({ kind: 'restricted', seller: call.seller, resources }, call.now);
  return respond(200, { restrictedDataToken: token.text, expiresIn: accessTokenLifeInMs / 1000 });
};

export const restrictedTokenEndpoints: readonly Endpoint[] = [
  {
    operation: 'createRestrictedDataToken',
    method: 'POST',
    path: '/tokens/2021-03-01/restrictedDataToken',
    rate: { perSecond: 1, burst: 10 },
    answer: createRestrictedDataToken,
  },
];
