import type { AxiosResponse } from 'axios';
import type { HttpHeaders } from './http-client.js';

/** axios keeps the case of names and lists of values; the port has neither. */
export const toHeaders = (headers: AxiosResponse['headers']): HttpHeaders => {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
  return plain;
};
