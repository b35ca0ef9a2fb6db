import http, { type ClientRequest, type RequestOptions } from 'node:http';
import https from 'node:https';

/** Where a client that hard-codes Amazon's hosts ends up instead. */
let target: URL | undefined;

const productionHosts: ReadonlySet<string> = new Set([
  'api.amazon.com',
  'sellingpartnerapi-na.amazon.com',
  'sellingpartnerapi-eu.amazon.com',
  'sellingpartnerapi-fe.amazon.com',
]);

const realRequest = https.request;

/** The client speaks TLS to port 443 of whatever host stands in a URL, also in one the sandbox has signed. */
const routedRequest = (options: RequestOptions, answered?: (incoming: http.IncomingMessage) => void): ClientRequest => {
  const host = options.hostname ?? '';
  if (target === undefined || !(productionHosts.has(host) || host === target.hostname))
    throw new Error(`nothing stands in for ${host}`);
  const { agent: _agent, ...rest } = options;
  return http.request({ ...rest, hostname: target.hostname, port: target.port }, answered);
};

/** Sends calls to Amazon's production hosts to a sandbox. */
export const routeAmazonToLoopback = (baseUrl: string): void => {
  target = new URL(baseUrl);
  Object.assign(https, { request: routedRequest });
};

export const stopRoutingAmazon = (): void => {
  target = undefined;
  Object.assign(https, { request: realRequest });
};
