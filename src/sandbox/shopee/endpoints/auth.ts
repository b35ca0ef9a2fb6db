import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import type { Account } from '../authorizations.js';
import { Refusal } from '../envelope.js';
import type { Subject } from '../subject.js';
import { accessTokenLifeInMs } from '../tokens.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { bodyOf, textOf, wrongParameter } from './input.js';

const expireIn = accessTokenLifeInMs / 1000;

/** Ids go as JSON numbers here; text is another value to Shopee. */
const idOf = (body: JsonObject, name: string): number | undefined => {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!Number.isInteger(value)) throw wrongParameter(`${name} should be a number`);
  return Number(value);
};

const requirePartner = (body: JsonObject, { world }: ShopeeCall): void => {
  if (idOf(body, 'partner_id') !== world.app.partnerId) throw new Refusal('error_param', 'Invalid partner_id.', { status: 403 });
};

const accountOf = (body: JsonObject): Account => {
  const [shopId, mainAccountId] = [idOf(body, 'shop_id'), idOf(body, 'main_account_id')];
  if (shopId !== undefined && mainAccountId === undefined) return { kind: 'shop', id: shopId };
  if (shopId === undefined && mainAccountId !== undefined) return { kind: 'main', id: mainAccountId };
  throw wrongParameter('exactly one of shop_id and main_account_id is needed');
};

const idsOf = (subjects: readonly Subject[], kind: Subject['kind']): readonly number[] =>
  subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);

const issueFor = ({ world, request }: ShopeeCall, subjects: readonly Subject[]): Reply => {
  for (const subject of subjects) world.authorizations.grant(subject, request.at);
  const { accessToken, refreshToken } = world.tokens.issue(subjects, request.at);
  return world.envelopes.flat({
    access_token: accessToken,
    refresh_token: refreshToken,
    expire_in: expireIn,
    shop_id_list: idsOf(subjects, 'shop'),
    merchant_id_list: idsOf(subjects, 'merchant'),
    supplier_id_list: [],
    user_id_list: [],
  });
};

const getToken = (call: ShopeeCall): Reply => {
  const body = bodyOf(call);
  requirePartner(body, call);
  const code = textOf(body['code']);
  if (code === '') throw new Refusal('error_data', 'lack of param');
  return issueFor(call, call.world.authorizations.redeem(code, accountOf(body), call.request.at));
};

const getTokenByResendCode = (call: ShopeeCall): Reply => {
  const code = textOf(bodyOf(call)['resend_code']);
  const account: Account = { kind: 'main', id: call.world.authorizations.mainAccountId };
  return issueFor(call, call.world.authorizations.redeem(code, account, call.request.at));
};

const subjectOf = (body: JsonObject): Subject => {
  const [shopId, merchantId] = [idOf(body, 'shop_id'), idOf(body, 'merchant_id')];
  if (shopId !== undefined && merchantId === undefined) return { kind: 'shop', id: shopId };
  if (shopId === undefined && merchantId !== undefined) return { kind: 'merchant', id: merchantId };
  throw wrongParameter('exactly one of shop_id and merchant_id is needed');
};

const requireConsent = ({ world, request }: ShopeeCall, subject: Subject): void => {
  const grant = world.authorizations.grantOf(subject);
  const { kind } = subject;
  if (grant === undefined) throw new Refusal(`${kind}_no_linked`, `Partner and ${kind} has no linked.`, { status: 403 });
  if (grant.expiresAt <= request.at)
    throw new Refusal(`${kind}_access_expired`, `Your access to ${kind} has expired.`, { status: 403 });
};

const refreshToken = (call: ShopeeCall): Reply => {
  const body = bodyOf(call);
  requirePartner(body, call);
  const subject = subjectOf(body);
  requireConsent(call, subject);
  const pair = call.world.tokens.refresh(textOf(body['refresh_token']), subject, call.request.at);
  return call.world.envelopes.flat({
    partner_id: call.world.app.partnerId,
    [`${subject.kind}_id`]: subject.id,
    access_token: pair.accessToken,
    refresh_token: pair.refreshToken,
    expire_in: expireIn,
  });
};

export const authEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/api/v2/auth/token/get', type: 'public', answer: getToken },
  { method: 'POST', path: '/api/v2/auth/access_token/get', type: 'public', answer: refreshToken },
  { method: 'POST', path: '/api/v2/public/get_token_by_resend_code', type: 'public', answer: getTokenByResendCode },
];
