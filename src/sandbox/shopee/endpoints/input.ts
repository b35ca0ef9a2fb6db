import { isJsonObject, parseJson, writeJson, type JsonObject } from '../../json.js';
import type { Reply } from '../../exchange.js';
import { Refusal } from '../envelope.js';
import type { ReturnRecord } from '../record.js';
import type { Shop } from '../shops.js';
import type { ShopeeCall } from '../world.js';

/** The JSON body of a POST. */
export const bodyOf = ({ request }: ShopeeCall): JsonObject => {
  const body = parseJson(request.body.toString('utf8'));
  if (!isJsonObject(body)) throw new Refusal('error_data', 'parse data failed');
  return body;
};

/** Text of a body or query field; empty when it is absent or no text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const wrongParameter = (detail: string): Refusal => new Refusal('error_param', `Wrong parameters, detail: ${detail}.`);

/** A whole number of the query; `undefined` when absent. */
export const integerOf = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw wrongParameter(`${name} is not a whole number`);
  return Number(text);
};

export const shopOf = ({ world, subject }: ShopeeCall): Shop => {
  const shop = world.shops.find(({ shopId }) => shopId === subject?.id);
  if (shop === undefined) throw new Refusal('error_shop', 'shopid is invalid');
  return shop;
};

export const noSuchReturn = (): Refusal => new Refusal('error_data', "The return you queried doesn't exist.");
export const illegalReturnSn = (): Refusal => new Refusal('returnsn.illegal', 'return sn is illegal');
export const returnNotFound = (): Refusal => new Refusal('returns.return_not_found', 'Return not found');

/** The shop's return, or the refusal in the words of the endpoint; another shop's return is no secret, but closed. */
export const requireReturn = (call: ShopeeCall, returnSn: string, notFound: () => Refusal): ReturnRecord => {
  const record = call.world.returns.find(returnSn);
  if (record === undefined) throw notFound();
  if (record.shop.shopId !== shopOf(call).shopId)
    throw new Refusal('error_permission', "You don't have permission to view this return data.");
  return record;
};

/** The return named in the query. */
export const queriedReturn = (call: ShopeeCall, notFound: () => Refusal = noSuchReturn): ReturnRecord => {
  const returnSn = call.request.query.get('return_sn') ?? '';
  if (returnSn === '') throw new Refusal('error_data', 'lack of param');
  return requireReturn(call, returnSn, notFound);
};

/** An answer whose data stands under `response`. */
export const respond = ({ world }: ShopeeCall, response: unknown): Reply => world.envelopes.wrap(writeJson(response));
