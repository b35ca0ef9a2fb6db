/** Where a client that hard-codes Shopee's hosts ends up instead. */
let target: string | undefined;

const productionHosts: ReadonlySet<string> = new Set([
  'partner.shopeemobile.com',
  'openplatform.shopee.com.br',
  'openplatform.shopee.cn',
]);

const urlOf = (input: string | URL | Request): URL => new URL(input instanceof Request ? input.url : input);

const realFetch = globalThis.fetch;

const routedFetch: typeof fetch = (input, init) => {
  const url = urlOf(input);
  if (!productionHosts.has(url.hostname)) return realFetch(input, init);
  if (target === undefined) throw new Error(`nothing stands in for ${url.hostname}`);
  return realFetch(new URL(`${url.pathname}${url.search}`, target), init);
};

/** Sends calls to Shopee's production hosts to a sandbox; must run before the client is loaded, which keeps its own reference to `fetch`. */
export const routeToLoopback = (baseUrl: string): void => {
  target = baseUrl;
  globalThis.fetch = routedFetch;
};

export const stopRouting = (): void => {
  target = undefined;
  globalThis.fetch = realFetch;
};
