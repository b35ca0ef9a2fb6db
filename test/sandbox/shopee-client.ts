import { createHmac } from 'node:crypto';
import type { Sandbox, ShopeeAccount, ShopeeCaseSnapshot } from '../../src/sandbox/index.js';

/** A client written from the wire facts alone: what any third party would write in an afternoon. */
export interface ShopeeClient {
  readonly get: (path: string, query?: Query) => Promise<Answer>;
  readonly post: (path: string, body: unknown, query?: Query) => Promise<Answer>;
  readonly form: (path: string, form: FormData) => Promise<Answer>;
  readonly publicGet: (path: string, query?: Query) => Promise<Answer>;
  readonly publicPost: (path: string, body: unknown) => Promise<Answer>;
  readonly publicForm: (path: string, form: FormData) => Promise<Answer>;
}

export type Query = Readonly<Record<string, string | number>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly isJson: boolean;
  readonly body: WireBody;
}

/** What is on the wire, of which a test reads what it is about. `undefined` fields where the answer was no JSON. */
export interface WireBody {
  readonly error: string;
  readonly message: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the rest has a shape of its own in every endpoint
  readonly [field: string]: any;
}

export const sign = (key: string, base: string): string => createHmac('sha256', key).update(base).digest('hex');

export interface Identity {
  readonly accessToken: string;
  readonly id: number;
  readonly kind?: 'shop' | 'merchant';
}

interface Signing {
  readonly account: Pick<ShopeeAccount, 'partnerId' | 'partnerKey'>;
  readonly path: string;
  readonly at: number;
  readonly identity?: Identity;
}

export const signedQuery = ({ account, path, at, identity }: Signing): Record<string, string> => {
  const timestamp = String(Math.floor(at / 1000));
  const base = `${account.partnerId}${path}${timestamp}${identity?.accessToken ?? ''}${identity?.id ?? ''}`;
  return {
    partner_id: String(account.partnerId),
    timestamp,
    ...(identity && { access_token: identity.accessToken, [`${identity.kind ?? 'shop'}_id`]: String(identity.id) }),
    sign: sign(account.partnerKey, base),
  };
};

export const send = async (url: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  let body: WireBody = { error: '', message: '' };
  let isJson = true;
  try {
    body = JSON.parse(text);
  } catch {
    isJson = false;
  }
  return { isJson, status: response.status, headers: response.headers, text, body };
};

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Speaks for one shop, by default the first, with the tokens it holds at the moment of the call. */
export const connect = (sandbox: Sandbox, account: ShopeeAccount = sandbox.marketplaces.shopee.account): ShopeeClient => {
  const urlOf = (path: string, query: Query, identity?: Identity): string => {
    const signed = signedQuery({ account, path, at: sandbox.clock.now(), ...(identity && { identity }) });
    const parameters = new URLSearchParams(signed);
    for (const [name, value] of Object.entries(query)) parameters.append(name, String(value));
    return `${sandbox.marketplaces.shopee.baseUrl}${path}?${parameters.toString()}`;
  };
  const self = (): Identity => ({ accessToken: account.tokens.accessToken, id: account.shopId });
  return {
    get: (path, query = {}) => send(urlOf(path, query, self())),
    post: (path, body, query = {}) => send(urlOf(path, query, self()), json(body)),
    form: (path, form) => send(urlOf(path, {}, self()), { method: 'POST', body: form }),
    publicGet: (path, query = {}) => send(urlOf(path, query)),
    publicPost: (path, body) => send(urlOf(path, {}), json(body)),
    publicForm: (path, form) => send(urlOf(path, {}), { method: 'POST', body: form }),
  };
};

export const hour = 3_600_000;
export const day = 24 * hour;

/** The case that shows a stage of life, by default in the first shop. */
export const caseOf = (
  sandbox: Sandbox,
  scenario: string,
  account: ShopeeAccount = sandbox.marketplaces.shopee.account,
): ShopeeCaseSnapshot => {
  const found = sandbox.marketplaces.shopee
    .cases()
    .find((candidate) => candidate.scenario === scenario && candidate.shopId === account.shopId);
  if (found === undefined) throw new Error(`no case shows '${scenario}' in ${account.region}`);
  return found;
};

/** The same case as it is now. */
export const currentOf = (sandbox: Sandbox, { returnSn }: Pick<ShopeeCaseSnapshot, 'returnSn'>): ShopeeCaseSnapshot => {
  const found = sandbox.marketplaces.shopee.cases().find((candidate) => candidate.returnSn === returnSn);
  if (found === undefined) throw new Error(`no case '${returnSn}'`);
  return found;
};

/** Moves the time a second past an instant. */
export const passBy = (sandbox: Sandbox, instant: string | undefined): Promise<void> =>
  sandbox.advance(Date.parse(instant ?? '') - sandbox.clock.now() + 2000);

/** Before a client that was away reads on: its access token has run out meanwhile. */
export const renew = async (sandbox: Sandbox, account: ShopeeAccount = sandbox.marketplaces.shopee.account): Promise<Answer> =>
  connect(sandbox, account).publicPost('/api/v2/auth/access_token/get', {
    refresh_token: account.tokens.refreshToken,
    partner_id: account.partnerId,
    shop_id: account.shopId,
  });

export const pngBytes = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64, 7)]);
