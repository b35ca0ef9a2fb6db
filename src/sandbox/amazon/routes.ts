import { externalReturnEndpoints } from './endpoints/external-returns.js';
import { feedEndpoints } from './endpoints/feeds.js';
import { financeEndpoints } from './endpoints/finances.js';
import { fulfillmentEndpoints } from './endpoints/fulfillment.js';
import { messagingEndpoints } from './endpoints/messaging.js';
import { orderEndpoints } from './endpoints/orders.js';
import { reportEndpoints } from './endpoints/reports.js';
import { restrictedTokenEndpoints } from './endpoints/restricted-tokens.js';
import { uploadEndpoints } from './endpoints/uploads.js';
import type { Endpoint } from './world.js';

const endpoints: readonly Endpoint[] = [
  ...reportEndpoints,
  ...feedEndpoints,
  ...externalReturnEndpoints,
  ...financeEndpoints,
  ...orderEndpoints,
  ...messagingEndpoints,
  ...uploadEndpoints,
  ...restrictedTokenEndpoints,
  ...fulfillmentEndpoints,
];

const toPattern = (path: string): RegExp =>
  new RegExp(
    `^${path.replace(/\{(\w+)(\+?)\}/g, (_whole, name: string, more: string) => `(?<${name}>${more === '+' ? '.+' : '[^/]+'})`)}$`,
  );

const routes = endpoints.map((endpoint) => ({ endpoint, pattern: toPattern(endpoint.path) }));

export interface Route {
  readonly endpoint: Endpoint;
  readonly parameters: Readonly<Record<string, string>>;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const routeOf = (method: string, path: string): Route | undefined => {
  for (const { endpoint, pattern } of routes) {
    const match = endpoint.method === method ? pattern.exec(path) : null;
    if (match !== null) {
      const named = Object.entries(match.groups ?? {});
      return { endpoint, parameters: Object.fromEntries(named.map(([name, value]) => [name, decode(value)])) };
    }
  }
  return undefined;
};
