import type { QueryValue, WireRequest } from './endpoint.js';

/** The address of a request: base, path and query, each part percent-encoded, in the order given. */
export const toUrl = (request: Pick<WireRequest, 'path' | 'query' | 'baseUrl'>, baseUrl: string): string => {
  const base = request.baseUrl ?? baseUrl;
  const address = request.path === '' ? base : `${base.replace(/\/+$/, '')}${request.path}`;
  const query = request.query === undefined ? '' : toQueryString(request.query);
  return query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
};

export const toQueryString = (query: Readonly<Record<string, QueryValue>>): string => {
  let text = '';
  for (const name in query) {
    const value = query[name];
    if (value === undefined) continue;
    text += `${text === '' ? '' : '&'}${escapePart(name)}=${escapePart(String(value))}`;
  }
  return text;
};

const needsNoEscape = /^[\w.~-]*$/;

/** Most parts are plain, and asking is cheaper than escaping. */
const escapePart = (part: string): string => (needsNoEscape.test(part) ? part : encodeURIComponent(part));
