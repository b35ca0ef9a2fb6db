import type { HttpHeaders } from './http-client.js';

/** The `retry-after` header, in seconds or as a date, as a wait from now. Nothing when it is absent or makes no sense. */
export const retryAfterOf = (headers: HttpHeaders, nowInMs: number): number | undefined => {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return toWait(Number(text) * 1000);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : toWait(at - nowInMs);
};

const toWait = (waitInMs: number): number | undefined =>
  Number.isFinite(waitInMs) ? Math.max(0, Math.ceil(waitInMs)) : undefined;
