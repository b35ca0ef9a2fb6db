import type { Reply } from '../../exchange.js';
import type { Account } from '../authorizations.js';
import { Refusal } from '../envelope.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { integerOf, wrongParameter } from './input.js';

/** The page a seller would log in on has no form here: whoever opens it agrees, as the shop or main account named in the query, or the first shop. */
const accountOf = ({ world, request }: ShopeeCall): Account => {
  const mainAccountId = integerOf(request.query, 'main_account_id');
  if (mainAccountId !== undefined) {
    if (mainAccountId !== world.authorizations.mainAccountId) throw wrongParameter('unknown main_account_id');
    return { kind: 'main', id: mainAccountId };
  }
  const shopId = integerOf(request.query, 'shop_id') ?? world.shops[0].shopId;
  if (!world.shops.some((shop) => shop.shopId === shopId)) throw wrongParameter('unknown shop_id');
  return { kind: 'shop', id: shopId };
};

const redirectTarget = ({ world, request }: ShopeeCall, parameter: string): URL => {
  const text = request.query.get(parameter) ?? '';
  if (!URL.canParse(text)) throw wrongParameter(`${parameter} is not a URL`);
  const target = new URL(text);
  const { redirectDomain } = world.app;
  if (redirectDomain !== undefined && target.hostname !== redirectDomain)
    throw new Refusal('error_param', 'The redirect domain does not match the app.', { status: 403 });
  return target;
};

const redirectTo = (target: URL): Reply => ({ status: 302, headers: { location: target.toString() }, body: '', error: '' });

const addAccount = (target: URL, { kind, id }: Account): void =>
  target.searchParams.append(kind === 'shop' ? 'shop_id' : 'main_account_id', String(id));

const authorize = (call: ShopeeCall, parameter: string): Reply => {
  const target = redirectTarget(call, parameter);
  const account = accountOf(call);
  target.searchParams.append('code', call.world.authorizations.issueCode(account, call.request.at));
  addAccount(target, account);
  const state = call.request.query.get('state');
  if (state !== null) target.searchParams.append('state', state);
  return redirectTo(target);
};

/** The link without a signature. */
const authorizeUnsigned = (call: ShopeeCall): Reply => {
  const { query } = call.request;
  if (query.get('partner_id') !== String(call.world.app.partnerId))
    throw new Refusal('invalid_partner_id', 'Invalid partner_id, please have a check.', { status: 403 });
  if (!['seller', 'supplier', 'user'].includes(query.get('auth_type') ?? '')) throw wrongParameter('auth_type');
  if (query.get('response_type') !== 'code') throw wrongParameter('response_type');
  return authorize(call, 'redirect_uri');
};

const cancelAuthorization = (call: ShopeeCall): Reply => {
  const target = redirectTarget(call, 'redirect');
  const account = accountOf(call);
  if (account.kind === 'shop') {
    const subject = { kind: 'shop', id: account.id } as const;
    call.world.authorizations.revoke(subject);
    call.world.tokens.revoke(subject);
  }
  addAccount(target, account);
  return redirectTo(target);
};

export const authorizationPages: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/api/v2/shop/auth_partner',
    type: 'public',
    answer: (call) => authorize(call, 'redirect'),
  },
  { method: 'GET', path: '/api/v2/shop/cancel_auth_partner', type: 'public', answer: cancelAuthorization },
  { method: 'GET', path: '/auth', type: 'open', answer: authorizeUnsigned },
];
