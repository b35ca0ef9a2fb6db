import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import { documentError } from './document-error.js';
import { peek, toBuffer } from './peek.js';

/** Amazon packs a document once, its storage sometimes once more. A third layer has no honest reason. */
const mostLayers = 2;
/** Reports are text, which packs 5 to 30 times. Beyond this, and not only at the start, it is a bomb. */
const largestRatio = 200;
const ratioCountsFromInBytes = 16 * 1024 * 1024;

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * Unpacks a document by what its bytes are, not by what is said of them: some clients unpack on the way, and some documents are packed
 * twice. Fails once it has grown beyond the limit, holding no more than a piece of it.
 */
export async function* unpack(bytes: AsyncIterable<Uint8Array>, maxInBytes: number, layer = 0): AsyncGenerator<Buffer> {
  const { head, rest } = await peek(bytes, 2);
  if (!isGzip(head)) {
    yield* bounded(rest, maxInBytes);
    return;
  }
  if (layer === mostLayers) {
    await rest.return(undefined);
    throw documentError(`a document is packed more than ${mostLayers} times`);
  }
  yield* unpack(gunzip(rest), maxInBytes, layer + 1);
}

async function* bounded(bytes: AsyncIterable<Buffer>, maxInBytes: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    if (total > maxInBytes) throw documentError(`a document unpacks to more than the ${maxInBytes} bytes allowed`);
    yield chunk;
  }
}

async function* gunzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let read = 0;
  let written = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of packed) {
      read += chunk.length;
      yield chunk;
    }
  };
  const stream = pipeline(
    Readable.from(counted(), { objectMode: false }),
    createGunzip({ chunkSize: 64 * 1024 }),
    () => undefined,
  );
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      written += chunk.length;
      if (written > ratioCountsFromInBytes && written > largestRatio * read) {
        throw documentError(`a document unpacks to more than ${largestRatio} times its size: it is not read further`);
      }
      yield toBuffer(chunk);
    }
  } catch (error) {
    throw MarketplaceError.isInstance(error) ? error : documentError(`a packed document cannot be unpacked${codeOf(error)}`);
  } finally {
    stream.destroy();
  }
}

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return ': it ends in the middle';
  return typeof code === 'string' && code.startsWith('Z_') ? ` (${code})` : '';
};
