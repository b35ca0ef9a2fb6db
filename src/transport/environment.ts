import type { Environment } from '../core/ids.js';

/** `live` only for the marketplace's own production hosts; everything else, loopback included, is `sandbox`. */
export const environmentOf = (baseUrl: string, productionHosts: readonly string[]): Environment => {
  const host = new URL(baseUrl).host.replace(/\.$/, '');
  return productionHosts.includes(host) ? 'live' : 'sandbox';
};
