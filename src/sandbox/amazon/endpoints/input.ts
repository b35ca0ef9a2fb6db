import type { Reply } from '../../exchange.js';
import { isJsonObject, parseJson, writeJson, type JsonObject } from '../../json.js';
import { invalidInput, notFound, refusal } from '../refusal.js';
import type { OrderRecord } from '../record.js';
import type { AmazonCall } from '../world.js';

/** The JSON body of a call; another media type is refused with 415. */
export const bodyOf = ({ request }: AmazonCall): JsonObject => {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw refusal({
      status: 415,
      code: 'UnsupportedMediaType',
      message: 'The entity of the request is in a format not supported by the requested resource.',
    });
  const body = parseJson(request.body.toString('utf8'));
  if (!isJsonObject(body)) throw invalidInput('Could not match input arguments');
  return body;
};

const requireText = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value === '') throw invalidInput(`'${name}' is missing or not a text`);
  return value;
};

export const textOf = (body: JsonObject, name: string): string => requireText(body[name], name);

export const textsOf = (value: unknown, name: string, most: number): readonly string[] => {
  if (!Array.isArray(value) || value.length < 1 || value.length > most)
    throw invalidInput(`'${name}' must have 1 to ${most} entries`);
  return value.map((entry: unknown) => requireText(entry, name));
};

/** A list of the query, its entries separated by commas; empty when absent. */
export const listOf = (query: URLSearchParams, name: string): readonly string[] =>
  (query.get(name) ?? '').split(',').filter((entry) => entry !== '');

/** Epoch milliseconds of an ISO 8601 date-time; `undefined` when absent. */
export const instantOf = (text: string | null | undefined, name: string): number | undefined => {
  if (text === null || text === undefined) return undefined;
  const isDateTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text);
  const at = isDateTime ? Date.parse(text.length === 10 || /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw invalidInput(`'${name}' is not an ISO 8601 date-time: ${text}`);
  return at;
};

export const queryInstant = (call: AmazonCall, name: string): number | undefined => instantOf(call.request.query.get(name), name);

export interface WholeRange {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

export const wholeOf = (query: URLSearchParams, name: string, { least, most, otherwise }: WholeRange): number => {
  const text = query.get(name);
  if (text === null) return otherwise;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw invalidInput(`'${name}' must be a whole number from ${least} to ${most}`);
  return number;
};

export const requireOneOf = (value: string, allowed: readonly string[], name: string): string => {
  if (!allowed.includes(value)) throw invalidInput(`'${value}' is no ${name}: expected one of ${allowed.join(', ')}`);
  return value;
};

/** Stores the seller is not active in are refused. */
export const requireMarketplaces = ({ seller }: AmazonCall, ids: readonly string[]): readonly string[] => {
  const stranger = ids.find((id) => !seller.marketplaces.some((marketplace) => marketplace.id === id));
  if (stranger !== undefined) throw invalidInput(`Invalid marketplaceId for this seller: ${stranger}`);
  return ids;
};

/** The seller's own order; another's is as unknown as one that does not exist. */
export const requireOrder = ({ world, seller }: AmazonCall, orderId: string): OrderRecord => {
  const order = world.orders.get(orderId);
  if (order?.seller !== seller) throw notFound(`The order ${orderId} was not found.`);
  return order;
};

export const parameterOf = ({ parameters }: AmazonCall, name: string): string => parameters[name] ?? '';

export const respond = (status: number, body: unknown): Reply => ({ status, body: writeJson(body), error: '' });

/** As the Reports and Feeds APIs write it live: with an offset, without milliseconds. */
export const toOffsetTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

/** Whole seconds of UTC. */
export const toSecondsTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
