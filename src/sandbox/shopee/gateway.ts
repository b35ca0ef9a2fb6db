import type { SandboxRequest } from '../exchange.js';
import type { Authorizations } from './authorizations.js';
import { Refusal } from './envelope.js';
import type { Quotas } from './quotas.js';
import type { ShopeeApp } from './settings.js';
import { isSameSignature, signatureOf, type SignedSubject } from './signature.js';
import type { Subject } from './subject.js';
import type { TokenBook } from './tokens.js';

/** What a call is signed for: a shop, a merchant, or only the app. */
export type CallType = 'shop' | 'merchant' | 'public';

/** The first thing a call meets: identity, time, signature, token, quota, in this order. */
export interface Gateway {
  /** The subject a call speaks for; `undefined` for a public one. Throws the `Refusal` of the first check that fails. */
  admit(request: SandboxRequest, type: CallType): Subject | undefined;
}

export interface GatewayOptions {
  readonly app: ShopeeApp;
  readonly tokens: TokenBook;
  readonly authorizations: Authorizations;
  readonly quotas: Quotas;
  readonly isKnown: (subject: Subject) => boolean;
}

const timestampToleranceInMs = 5 * 60_000;
const largestId = 4_294_967_295;

const refuse = (code: string, message: string): Refusal => new Refusal(code, message, { status: 403 });

const isId = (text: string): boolean => /^\d{1,10}$/.test(text) && Number(text) <= largestId;

const requirePartner = ({ query }: SandboxRequest, { partnerId }: ShopeeApp): string => {
  const text = query.get('partner_id') ?? '';
  if (text === '') throw refuse('error_param', 'There is no partner_id in query.');
  if (!isId(text)) throw refuse('error_param', `Partner_id is invalid, should be an integer between 0 and ${largestId}.`);
  if (Number(text) !== partnerId) throw refuse('invalid_partner_id', 'Invalid partner_id, please have a check.');
  return text;
};

const requireTimestamp = ({ query, acceptableTimes }: SandboxRequest): string => {
  const text = query.get('timestamp') ?? '';
  if (text === '') throw refuse('error_param', 'no timestamp.');
  if (!isId(text)) throw refuse('error_param', `Timestamp is invalid, should be an integer between 0 and ${largestId}.`);
  const sentAt = Number(text) * 1000;
  const isRecent = acceptableTimes.some((time) => Math.abs(time - sentAt) <= timestampToleranceInMs);
  if (!isRecent) throw refuse('error_param', 'Timestamp is expired.');
  return text;
};

const requireSubject = ({ query }: SandboxRequest, kind: Subject['kind']): SignedSubject => {
  const accessToken = query.get('access_token') ?? '';
  if (accessToken === '') throw refuse('error_param', 'There is no access_token in query.');
  const name = `${kind}_id`;
  const id = query.get(name) ?? '';
  if (id === '') throw refuse('error_param', `There is no ${name} in query.`);
  if (!isId(id)) throw refuse('error_param', `${name} is invalid, should be an integer between 0 and ${largestId}.`);
  return { accessToken, id };
};

export const createGateway = ({ app, tokens, authorizations, quotas, isKnown }: GatewayOptions): Gateway => {
  const requireGrant = (subject: Subject, at: number): void => {
    const { kind } = subject;
    if (!isKnown(subject)) throw refuse(`partner_${kind}_no_link`, `Invalid partner_id or ${kind}_id, please have a check.`);
    const grant = authorizations.grantOf(subject);
    if (grant === undefined) throw refuse(`${kind}_no_linked`, `Partner and ${kind} has no linked.`);
    if (grant.expiresAt <= at) throw refuse(`${kind}_access_expired`, `Your access to ${kind} has expired.`);
  };

  return {
    admit: (request, type) => {
      const partnerId = requirePartner(request, app);
      const timestamp = requireTimestamp(request);
      const signed = type === 'public' ? undefined : requireSubject(request, type);
      const sign = request.query.get('sign') ?? '';
      if (sign === '') throw refuse('error_param', 'There is no sign in query.');
      const { path, at } = request;
      const expected = signatureOf(app.partnerKey, { partnerId, path, timestamp, ...(signed && { subject: signed }) });
      if (!isSameSignature(sign, expected)) throw refuse('error_sign', 'Wrong sign.');
      const subject: Subject | undefined =
        type === 'public' || signed === undefined ? undefined : { kind: type, id: Number(signed.id) };
      if (subject !== undefined && signed !== undefined) {
        requireGrant(subject, at);
        if (!tokens.isValid(signed.accessToken, subject, at))
          throw refuse('invalid_acceess_token', 'Invalid access_token, please have a check.');
      }
      quotas.spend(signed?.id ?? 'app', at);
      return subject;
    },
  };
};
