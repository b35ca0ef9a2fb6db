import type { SandboxRequest } from '../exchange.js';
import { parseMultipart } from '../multipart.js';

/** All parameters of a call, wherever they stood, and its files apart: those are not signed. */
export interface CallParameters {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Buffer>;
}

const readForm = (body: Buffer, texts: Map<string, string>): void => {
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) texts.set(name, value);
};

/** Query, form and multipart are one pool: the gateway does not care where a parameter stands. */
export const readParameters = ({ query, headers, body }: SandboxRequest): CallParameters => {
  const texts = new Map(query);
  const files = new Map<string, Buffer>();
  const contentType = headers['content-type'] ?? '';
  const parts = parseMultipart(contentType, body);
  for (const { name, filename, data } of parts ?? [])
    if (filename === undefined) texts.set(name, data.toString('utf8'));
    else files.set(name, data);
  if (contentType.startsWith('application/x-www-form-urlencoded')) readForm(body, texts);
  return { texts, files };
};
