import { gzipSync } from 'node:zlib';
import type { DocumentCompression } from './settings.js';

const largestPlainDocument = 4096;

const compressions: Readonly<Record<DocumentCompression, (content: Buffer) => Buffer>> = {
  none: (content) => content,
  gzip: (content) => gzipSync(content),
  'double-gzip': (content) => gzipSync(gzipSync(content)),
  auto: (content) => (content.length > largestPlainDocument ? gzipSync(content) : content),
};

/** A document's bytes as they are stored, and whether that is worth telling. */
export const compress = (content: Buffer, how: DocumentCompression): { readonly content: Buffer; readonly isGzip: boolean } => {
  const compressed = compressions[how](content);
  return { content: compressed, isGzip: compressed !== content };
};
