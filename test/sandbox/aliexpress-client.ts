import { createHmac } from 'node:crypto';
import type { AliExpressAccount, AliExpressCaseSnapshot, Sandbox, SandboxOptions } from '../../src/sandbox/index.js';
import { startSandbox } from './with-sandbox.js';

/** A client written from the wire facts alone: what any third party would write in an afternoon. */
export interface AliExpressClient {
  /** In the query the common parameters, in the form those of the business. */
  readonly call: (method: string, business?: Texts, common?: Texts) => Promise<Answer>;
  /** As `call`, without `simplify`. */
  readonly wrapped: (method: string, business?: Texts) => Promise<Answer>;
  readonly upload: (business: Texts, image: Buffer, extra?: Texts) => Promise<Answer>;
  readonly system: (path: string, business: Texts) => Promise<Answer>;
}

export type Texts = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed as any client does it at first: long ids lose their last digits, `text` has them. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every method has a shape of its own
  readonly body: any;
}

const byBytes = (left: string, right: string): number => (left < right ? -1 : 1);

export const sign = (secret: string, texts: Texts, path = ''): string => {
  const base = Object.keys(texts)
    .filter((key) => texts[key]?.trim() !== '')
    .sort(byBytes)
    .map((key) => `${key}${texts[key] ?? ''}`);
  return createHmac('sha256', secret).update(path + base.join(''), 'utf8').digest('hex').toUpperCase(); // prettier-ignore
};

export const send = async (url: string, init: RequestInit = { method: 'POST' }): Promise<Answer> => {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  let body: unknown = undefined;
  try {
    body = JSON.parse(text);
  } catch {
    // An answer that is no JSON has a text alone.
  }
  return { status: response.status, headers: response.headers, text, body };
};

export const query = (texts: Texts): string => new URLSearchParams(texts).toString();

/** Signed for all parameters together; `sign` may be given to be wrong. */
const signed = (secret: string, all: Texts, path = ''): string => all['sign'] ?? sign(secret, all, path);

/** Speaks for one seller, by default the first, with the tokens it holds at the moment of the call. */
export const connect = (
  sandbox: Sandbox,
  account: AliExpressAccount = sandbox.marketplaces.aliexpress.account,
): AliExpressClient => {
  const { baseUrl } = sandbox.marketplaces.aliexpress;
  const { appKey, appSecret } = account;
  const commonOf = (method: string, extra: Texts): Texts => ({
    method,
    app_key: appKey,
    session: account.tokens.accessToken,
    timestamp: String(sandbox.clock.now()),
    sign_method: 'sha256',
    format: 'json',
    v: '2.0',
    ...extra,
  });
  const post = (common: Texts, business: Texts): Promise<Answer> => {
    const url = `${baseUrl}/sync?${query({ ...common, sign: signed(appSecret, { ...common, ...business }) })}`;
    return send(url, { method: 'POST', body: new URLSearchParams(business) });
  };
  return {
    call: (method, business = {}, extra = {}) => post(commonOf(method, { simplify: 'true', ...extra }), business),
    wrapped: (method, business = {}) => post(commonOf(method, {}), business),
    upload: (business, image, extra = {}) => {
      const common = commonOf('aliexpress.issue.image.upload', { simplify: 'true', ...extra });
      const form = new FormData();
      for (const [name, value] of Object.entries(business)) form.set(name, value);
      form.set('image_bytes', new Blob([new Uint8Array(image)]), 'photo.jpg');
      const url = `${baseUrl}/sync?${query({ ...common, sign: signed(appSecret, { ...common, ...business }) })}`;
      return send(url, { method: 'POST', body: form });
    },
    system: (path, business) => {
      const all = { app_key: appKey, timestamp: String(sandbox.clock.now()), sign_method: 'sha256', ...business };
      return send(`${baseUrl}/rest${path}?${query({ ...all, sign: signed(appSecret, all, path) })}`);
    },
  };
};

export const hour = 3_600_000;
export const day = 24 * hour;

export const startAliExpress = (options: SandboxOptions = {}): Promise<Sandbox> =>
  startSandbox({ marketplaces: ['aliexpress'], ...options });

/** The case that shows a stage of life, by default the first seller's. */
export const caseOf = (
  sandbox: Sandbox,
  scenario: string,
  account: AliExpressAccount = sandbox.marketplaces.aliexpress.account,
): AliExpressCaseSnapshot => {
  const found = sandbox.marketplaces.aliexpress
    .cases()
    .find((candidate) => candidate.scenario === scenario && candidate.sellerId === account.sellerId);
  if (found === undefined) throw new Error(`no case shows '${scenario}'`);
  return found;
};

/** The same case as it is now. */
export const currentOf = (sandbox: Sandbox, { issueId }: Pick<AliExpressCaseSnapshot, 'issueId'>): AliExpressCaseSnapshot => {
  const found = sandbox.marketplaces.aliexpress.cases().find((candidate) => candidate.issueId === issueId);
  if (found === undefined) throw new Error(`no case '${issueId}'`);
  return found;
};

/** Moves the time two seconds past an instant. */
export const passBy = (sandbox: Sandbox, instant: string | undefined): Promise<void> =>
  sandbox.advance(Date.parse(instant ?? '') - sandbox.clock.now() + 2000);

/** The proposal of one side, the first unless told otherwise. */
export const solutionOf = (found: AliExpressCaseSnapshot, owner: string, index = 0): string => {
  const solution = found.solutions.filter((candidate) => candidate.owner === owner)[index];
  if (solution === undefined) throw new Error(`'${found.scenario}' has no solution by ${owner}`);
  return solution.solutionId;
};

export const refundsOf = (sandbox: Sandbox, { issueId }: Pick<AliExpressCaseSnapshot, 'issueId'>) =>
  sandbox
    .ledger()
    .entries.filter(({ caseId }) => caseId === issueId)
    .map(({ amount, cause }) => ({ ...amount, cause }));

export const refundAddress = '90012345';
