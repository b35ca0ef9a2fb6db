import { createHash } from 'node:crypto';
import { PushRejectedError, type PushRejection } from '../../core/errors/push-errors.js';
import { toCaseId, type CaseIdParts } from '../../core/ids.js';
import { parseLosslessly } from '../../core/lossless-json.js';
import type { PushEvent, PushOperations, PushRequest } from '../../core/push.js';
import { toInstant } from '../../core/time.js';
import { marketplace } from './classify.js';
import { toCount, toIdentifier, toText, toTime } from './mappers/values.js';
import { hmacOf, isSameSignature } from './signature.js';
import { wirePush, type WirePush } from './wire/application.js';

export interface PushSettings {
  readonly key: string;
  /** As configured at Shopee; the address of the request is used where it is not set. */
  readonly url: string | undefined;
  readonly signature: 'url-and-body' | 'body-only';
  readonly account: Omit<CaseIdParts, 'nativeId'>;
}

const operation = 'push.verify';

const reject = (rejection: PushRejection, why: string): PushRejectedError =>
  new PushRejectedError(rejection, `shopee: ${why}`, { marketplace, operation });

const authorizationOf = ({ headers }: PushRequest): string => {
  const name = Object.keys(headers).find((candidate) => candidate.toLowerCase() === 'authorization');
  const value = name === undefined ? undefined : headers[name];
  const text = (typeof value === 'string' ? value : value?.[0])?.trim() ?? '';
  if (text === '') throw reject('signature-missing', 'the push has no authorization header');
  return text;
};

/** Over the bytes as they came; the header is bare lower-case hex. */
const requireSignature = (request: PushRequest, { key, url, signature }: PushSettings): void => {
  const given = authorizationOf(request);
  const address = url ?? request.url;
  if (signature === 'url-and-body' && address === undefined)
    throw reject('signature-mismatch', 'the address is part of what is signed: set pushUrl, or give the url of the request');
  const expected = signature === 'url-and-body' ? hmacOf(key, address ?? '', '|', request.body) : hmacOf(key, request.body);
  if (!isSameSignature(expected, given))
    throw reject('signature-mismatch', 'the signature does not fit this body, address and key');
};

const toTextBody = (body: PushRequest['body']): string =>
  typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');

const parsePush = (text: string): WirePush | undefined => {
  try {
    const parsed = wirePush.safeParse(parseLosslessly(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/** The returns push is code 29; its page in Shopee's documentation has another number. */
const kinds: Readonly<Record<string, PushEvent['kind']>> = {
  '1': 'authorization',
  '2': 'authorization',
  '3': 'order',
  '4': 'order',
  '12': 'authorization',
  '15': 'order',
  '29': 'case',
  '30': 'order',
  '47': 'order',
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const latestUpdateOf = ({ data, timestamp }: WirePush): number =>
  (data?.updated_values ?? []).reduce(
    (latest, { update_time: at }) => Math.max(latest, toCount(at) ?? 0),
    (data?.updated_values ?? []).length === 0 ? (toCount(timestamp) ?? 0) : 0,
  );

interface PushText {
  readonly push: WirePush;
  readonly text: string;
}

const caseIdOf = ({ data }: WirePush, account: PushSettings['account'], sellerId: string): Pick<PushEvent, 'caseId'> => {
  const nativeId = toText(data?.return_sn);
  return nativeId === undefined || /\s/.test(nativeId) ? {} : { caseId: toCaseId({ ...account, sellerId, nativeId }) };
};

const toEvent = ({ push, text }: PushText, account: PushSettings['account']): PushEvent => {
  const [code, shopId] = [String(push.code), toIdentifier(push.shop_id) ?? account.sellerId];
  const orderId = toText(push.data?.order_sn) ?? toText(push.data?.ordersn);
  const returnSn = toText(push.data?.return_sn);
  return {
    marketplace,
    kind: Object.hasOwn(kinds, code) ? (kinds[code] ?? 'other') : 'other',
    ...(code === '29' ? caseIdOf(push, account, shopId) : {}),
    ...(orderId === undefined ? {} : { orderId }),
    at: toTime(push.timestamp) ?? toInstant(0),
    deduplicationKey:
      returnSn === undefined
        ? `shopee:${code}:${shopId}:${digestOf(text)}`
        : `shopee:${code}:${shopId}:${returnSn}:${latestUpdateOf(push)}`,
    native: code,
  };
};

/** A push that Shopee kept because it was not taken. It came over a signed call, so it has no signature of its own. */
export const toLostPushEvent = (text: string, account: PushSettings['account']): PushEvent | undefined => {
  const push = parsePush(text);
  return push === undefined ? undefined : toEvent({ push, text }, account);
};

/**
 * Checks pushes. They come twice and out of order, and carry no more than that something changed. Answer with a 2xx within 3 seconds
 * and read the case afterwards.
 */
export const createPush = (settings: PushSettings): PushOperations => ({
  verify: (request) => {
    requireSignature(request, settings);
    const text = toTextBody(request.body);
    const push = parsePush(text);
    if (push === undefined) throw reject('malformed-body', 'the body is not a push');
    const shopId = toIdentifier(push.shop_id);
    if (shopId !== undefined && shopId !== '0' && shopId !== settings.account.sellerId)
      throw reject('other-seller', 'the push is for another shop');
    return [toEvent({ push, text }, settings.account)];
  },
});
