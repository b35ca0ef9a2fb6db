import type { Reply, SandboxRequest } from '../../exchange.js';
import { isJsonObject, parseJson } from '../../json.js';
import { loginRefusal } from '../refusal.js';
import { accessTokenLifeInMs } from '../tokens.js';
import type { AmazonWorld } from '../world.js';

/** Login with Amazon, in production at https://api.amazon.com for every region. */
export const loginPath = '/auth/o2/token';

const scopes = ['sellingpartnerapi::notifications', 'sellingpartnerapi::client_credential:rotation'];

type Fields = ReadonlyMap<string, string>;

/** A form, as documented, or JSON, as Amazon's own Java client sends it. */
const fieldsOf = ({ headers, body }: SandboxRequest): Fields => {
  const text = body.toString('utf8');
  if (!(headers['content-type'] ?? '').startsWith('application/json')) return new Map(new URLSearchParams(text));
  const parsed = parseJson(text);
  if (!isJsonObject(parsed)) throw loginRefusal('invalid_request', 'The request body is not JSON');
  return new Map(Object.entries(parsed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
};

const required = (fields: Fields, name: string): string => {
  const value = fields.get(name) ?? '';
  if (value === '') throw loginRefusal('invalid_request', `The request is missing a required parameter : ${name}`);
  return value;
};

const toReply = (accessToken: string, refreshToken: string | undefined): Reply => ({
  status: 200,
  headers: { 'cache-control': 'no-store' },
  body: JSON.stringify({
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: accessTokenLifeInMs / 1000,
    refresh_token: refreshToken,
  }),
  error: '',
});

type Exchange = (world: AmazonWorld, fields: Fields, at: number) => Reply;

const refresh: Exchange = ({ tokens }, fields, at) => {
  if (fields.has('scope')) throw loginRefusal('invalid_request', 'A refresh_token and a scope do not go together');
  const seller = tokens.sellerOf(required(fields, 'refresh_token'));
  if (seller === undefined)
    throw loginRefusal(
      'invalid_grant',
      "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.",
    );
  return toReply(tokens.issue({ kind: 'seller', seller }, at).text, tokens.refreshTokenOf(seller));
};

const redeem: Exchange = ({ tokens }, fields, at) => {
  const seller = tokens.redeem(required(fields, 'code'), at);
  if (seller === undefined) throw loginRefusal('invalid_grant', 'The request has an invalid grant parameter : code');
  return toReply(tokens.issue({ kind: 'seller', seller }, at).text, tokens.refreshTokenOf(seller));
};

const grantless: Exchange = ({ tokens }, fields, at) => {
  const wanted = required(fields, 'scope').split(' ');
  const stranger = wanted.find((scope) => !scopes.includes(scope));
  if (stranger !== undefined) throw loginRefusal('invalid_scope', `The request has an invalid scope : ${stranger}`);
  return toReply(tokens.issue({ kind: 'grantless', scopes: wanted }, at).text, undefined);
};

const exchanges: ReadonlyMap<string, Exchange> = new Map([
  ['refresh_token', refresh],
  ['authorization_code', redeem],
  ['client_credentials', grantless],
]);

/** Throws Login with Amazon's refusal for a wrong client, grant or parameter. */
export const answerLogin = (world: AmazonWorld, request: SandboxRequest): Reply => {
  if (request.method !== 'POST') throw loginRefusal('invalid_request', 'The token endpoint takes POST only');
  const fields = fieldsOf(request);
  const exchange = exchanges.get(required(fields, 'grant_type'));
  if (exchange === undefined) throw loginRefusal('unsupported_grant_type', 'The authorization grant type is not supported');
  const { clientId, clientSecret } = world.app;
  if (required(fields, 'client_id') !== clientId || required(fields, 'client_secret') !== clientSecret)
    throw loginRefusal('invalid_client', 'Client authentication failed');
  return exchange(world, fields, request.at);
};
