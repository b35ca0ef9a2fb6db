import type { SandboxRequest } from '../exchange.js';
import { Refusal } from './envelope.js';
import type { CallParameters } from './parameters.js';
import type { Quotas } from './quotas.js';
import { illegalAccessToken, missingParameter } from './refusals.js';
import type { Seller } from './sellers.js';
import type { AliExpressApp } from './settings.js';
import { isSameSignature, signatureOf } from './signature.js';
import type { TokenBook } from './tokens.js';

export interface Knock {
  readonly request: SandboxRequest;
  readonly parameters: CallParameters;
  /** The path that is signed before the parameters: empty on `/sync`, without `/rest` there. */
  readonly signedPath: string;
}

/** The first thing a call meets: app, time, signature, token, quota, in this order. */
export interface Gateway {
  /** Throws the `Refusal` of the first check that fails. */
  admit(knock: Knock): void;
  /** Whom an admitted call's token speaks for. `method` is what the quota counts. */
  identify(knock: Knock, method: string): Seller;
}

/** `sha256` is documented, the others are taken by the official SDK and seen in use; all mean the same digest here. */
const signMethods: ReadonlySet<string> = new Set(['sha256', 'HmacSHA256', 'hmac-sha256']);

const requireText = ({ texts }: CallParameters, name: string): string => {
  const text = texts.get(name) ?? '';
  if (text.trim() === '') throw missingParameter(name);
  return text;
};

const requireTime = ({ request, parameters }: Knock, toleranceInMs: number): void => {
  const text = requireText(parameters, 'timestamp');
  const sentAt = /^\d{13}$/.test(text) ? Number(text) : Number.NaN;
  if (!request.acceptableTimes.some((time) => Math.abs(time - sentAt) <= toleranceInMs))
    throw new Refusal('IllegalTimestamp', 'The specified timestamp is expired or is not in milliseconds');
};

export const createGateway = (app: AliExpressApp, tokens: TokenBook, quotas: Quotas): Gateway => ({
  admit: (knock) => {
    const { parameters, signedPath } = knock;
    if (requireText(parameters, 'app_key') !== app.appKey) throw new Refusal('IllegalAppKey', 'The specified app key is invalid');
    requireTime(knock, app.timestampToleranceInMs);
    if (!signMethods.has(requireText(parameters, 'sign_method')))
      throw new Refusal('InvalidSignMethod', 'The specified sign_method is not supported');
    const sign = requireText(parameters, 'sign');
    if (!isSameSignature(sign, signatureOf(app.appSecret, signedPath, parameters.texts)))
      throw new Refusal('IncompleteSignature', 'The request signature does not conform to platform standards');
  },
  identify: ({ request, parameters }, method) => {
    const { texts } = parameters;
    const token = texts.get('session') ?? texts.get('access_token') ?? '';
    if (token.trim() === '') throw missingParameter('access_token');
    const seller = tokens.sellerOf(token, request.at);
    if (seller === undefined) throw illegalAccessToken();
    quotas.spend(`${method} ${seller.sellerId}`, request.at);
    return seller;
  },
});
