import { randomUUID } from 'node:crypto';
import { stringifyLosslessly } from '../core/lossless-json.js';
import type { MultipartPart, WireBody } from './endpoint.js';

export interface EncodedBody {
  readonly content: Uint8Array | string;
  readonly contentType: string;
}

/** Writes the body of a request as bytes or text, with the content type that says so. */
export const encodeBody = (body: WireBody): EncodedBody => {
  if ('json' in body) return { content: stringifyLosslessly(body.json), contentType: 'application/json' };
  if ('form' in body) {
    return { content: new URLSearchParams(body.form).toString(), contentType: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  if ('bytes' in body) return { content: body.bytes, contentType: body.contentType };
  return encodeMultipart(body.multipart, `aftersale-${randomUUID()}`);
};

/** For parts that plain JavaScript brings. */
export const isMultipartPart = (part: unknown): part is MultipartPart =>
  typeof part === 'object' &&
  part !== null &&
  'name' in part &&
  typeof part.name === 'string' &&
  'content' in part &&
  (typeof part.content === 'string' || part.content instanceof Uint8Array);

/** RFC 7578, with names escaped as browsers do. The boundary is random, so that no content can contain it. */
export const encodeMultipart = (parts: readonly MultipartPart[], boundary: string): EncodedBody => ({
  content: Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(headOf(part, boundary)), toBytes(part.content), lineEnd]),
    Buffer.from(`--${boundary}--\r\n`),
  ]),
  contentType: `multipart/form-data; boundary=${boundary}`,
});

const lineEnd = Buffer.from('\r\n');

const headOf = ({ name, fileName, contentType, content }: MultipartPart, boundary: string): string => {
  const file = fileName === undefined ? '' : `; filename="${escapeName(fileName)}"`;
  const type = contentType ?? (fileName === undefined && typeof content === 'string' ? undefined : 'application/octet-stream');
  const typeLine = type === undefined ? '' : `Content-Type: ${type.replace(/[\r\n]+/g, ' ')}\r\n`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${file}\r\n${typeLine}\r\n`;
};

const escapeName = (name: string): string => name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');

const toBytes = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
