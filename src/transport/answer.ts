import { parseLosslessly } from '../core/lossless-json.js';
import type { AnswerFormat, EndpointFacts } from './endpoint.js';
import type { HttpResponse } from './http-client.js';
import type { Answer, AnswerBody } from './protocol.js';

/** Reads the bytes of a response as its endpoint expects them. JSON that is none comes back as text, never as an error. */
export const toAnswer = (response: HttpResponse, endpoint: EndpointFacts, retryAfterInMs: number | undefined): Answer => ({
  status: response.status,
  headers: response.headers,
  body: readBody(response, endpoint.format ?? 'json'),
  endpoint,
  ...(retryAfterInMs === undefined ? {} : { retryAfterInMs }),
});

const readBody = ({ body, status }: HttpResponse, format: AnswerFormat): AnswerBody => {
  if (body.length === 0) return { format: 'empty' };
  // A refusal is JSON or text whatever a success would have been.
  if (format === 'bytes' && status < 300)
    return { format: 'bytes', bytes: typeof body === 'string' ? Buffer.from(body, 'utf8') : body };
  const text = withoutMark(typeof body === 'string' ? body : toBuffer(body).toString('utf8'));
  if (format === 'text' && status < 300) return { format: 'text', text };
  return readJson(text);
};

const toBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const readJson = (text: string): AnswerBody => {
  try {
    return { format: 'json', value: parseLosslessly(text) };
  } catch {
    return text.trim() === '' ? { format: 'empty' } : { format: 'text', text };
  }
};

/** Whether the body is of the kind the endpoint asked for. */
export const isReadable = ({ body, endpoint }: Answer): boolean => {
  switch (endpoint.format ?? 'json') {
    case 'json':
      return body.format === 'json';
    case 'optional-json':
      return body.format === 'json' || body.format === 'empty';
    case 'text':
      return body.format === 'text' || body.format === 'empty';
    case 'bytes':
      return body.format === 'bytes' || body.format === 'empty';
  }
};
