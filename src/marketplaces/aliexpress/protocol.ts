import { toInstant } from '../../core/time.js';
import type { QueryValue, WireBody, WireRequest } from '../../transport/endpoint.js';
import type { Protocol, SigningContext } from '../../transport/protocol.js';
import type { Tokens } from '../../transport/tokens.js';
import { classify, marketplace, type CleanText } from './classify.js';
import { refreshToken } from './endpoints/tokens.js';
import { withoutLoginNames } from './login-names.js';
import { isBlank, signatureOf } from './signature.js';
import type { WireTokens } from './wire/application.js';

/** `simplified`: lists as lists. `wrapped`: the gateway's older shape. Both are read the same. */
export type AnswerShape = 'simplified' | 'wrapped';

export interface Signer {
  readonly appKey: string;
  readonly appSecret: string;
  readonly answerShape?: AnswerShape;
}

export interface ProtocolParts {
  /** Epoch ms. */
  readonly now: () => number;
  readonly clean?: CleanText;
}

/** How an account gets tokens again, as the end of a sentence. */
const reauthorization =
  'open the link of aliExpressAuthorizationUrl(), exchange its code with exchangeAliExpressCode() and store the new tokens';

const withoutBlanks = (values: Readonly<Record<string, QueryValue>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || isBlank(String(value)) ? [] : [[name, String(value)] as const],
    ),
  );

const textsOf = (body: WireBody | undefined): Readonly<Record<string, string>> => {
  if (body === undefined) return {};
  if ('form' in body) return body.form;
  if (!('multipart' in body)) return {};
  // A part with a file name is a file, and files are not signed.
  return Object.fromEntries(
    body.multipart.flatMap(({ name, content, fileName }) =>
      typeof content === 'string' && fileName === undefined ? [[name, content] as const] : [],
    ),
  );
};

const withoutBlankFields = (body: WireBody | undefined): WireBody | undefined =>
  body !== undefined && 'form' in body ? { form: withoutBlanks(body.form) } : body;

/** `/sync` names the token `session` and wants a format; `/rest` signs its path and knows only the token's other name. */
const commonParameters = (
  signer: Signer,
  request: WireRequest,
  context: SigningContext,
): Readonly<Record<string, QueryValue>> => {
  const timestamp = String(Math.floor(context.nowInMs));
  const { appKey: app_key } = signer;
  if (request.path !== '/sync') return { app_key, timestamp, sign_method: 'sha256', access_token: context.accessToken };
  return {
    app_key,
    v: '2.0',
    timestamp,
    format: 'json',
    session: context.accessToken,
    sign_method: 'sha256',
    simplify: signer.answerShape === 'wrapped' ? undefined : 'true',
  };
};

/** Puts the common parameters into the query and signs them with everything that is sent, but for files. */
export const signRequest = (signer: Signer, request: WireRequest, context: SigningContext): WireRequest => {
  const query = withoutBlanks({ ...request.query, ...commonParameters(signer, request, context) });
  const body = withoutBlankFields(request.body);
  const path = request.path === '/sync' ? '' : request.path.replace(/^\/rest/, '');
  const sign = signatureOf({ appSecret: signer.appSecret, path, parameters: { ...query, ...textsOf(body) } });
  return { ...request, query: { ...query, sign }, ...(body === undefined ? {} : { body }) };
};

const numberOf = (value: string | number | null | undefined): number | undefined => {
  const count = Number(value ?? Number.NaN);
  return Number.isFinite(count) && count > 0 ? count : undefined;
};

/** Lifetimes differ by the kind of application, so only the returned ones count; a duration is not troubled by a clock that is off. */
export const toTokens = (wire: WireTokens, nowInMs: number, previous?: Tokens): Tokens => {
  const lastsInSeconds = numberOf(wire.expires_in);
  const endsAtInMs = lastsInSeconds === undefined ? numberOf(wire.expire_time) : nowInMs + lastsInSeconds * 1000;
  return {
    accessToken: wire.access_token,
    refreshToken: wire.refresh_token ?? previous?.refreshToken ?? '',
    expiresAt: toInstant(endsAtInMs ?? nowInMs),
  };
};

/** AliExpress' part of every call. */
export const createProtocol = (signer: Signer, { now, clean = withoutLoginNames }: ProtocolParts): Protocol => ({
  marketplace,
  reauthorization,
  classify: (answer) => classify(answer, clean),
  sign: (request, context) => signRequest(signer, request, context),
  refresh: async (current, { call }) =>
    toTokens(await call(refreshToken, { refreshToken: current.refreshToken }), now(), current),
});
