/** The host `ae_sdk` has written into itself. */
const productionHost = 'api-sg.aliexpress.com';

const realFetch = globalThis.fetch;

const urlOf = (input: string | URL | Request): URL => new URL(input instanceof Request ? input.url : input);

/** Sends calls to AliExpress' production host to a sandbox, and nothing else anywhere else. */
export const routeAliExpressToLoopback = (baseUrl: string): void => {
  globalThis.fetch = (input, init) => {
    const url = urlOf(input);
    return url.hostname === productionHost
      ? realFetch(new URL(`${url.pathname}${url.search}`, baseUrl), init)
      : realFetch(input, init);
  };
};

export const stopRoutingAliExpress = (): void => {
  globalThis.fetch = realFetch;
};
