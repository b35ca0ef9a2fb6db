import { isAscii, isUtf8 } from 'node:buffer';
import { documentError } from './document-error.js';
import { peek } from './peek.js';

export interface Charset {
  /** As the answer's content type states it. */
  readonly declared: string | undefined;
  /** For a document that states nothing and is not UTF-8: `shift_jis` in Japan, `windows-1252` elsewhere. */
  readonly fallback: 'shift_jis' | 'windows-1252';
}

/** The names that Java and Python write, which browsers do not know. */
const aliases: Readonly<Record<string, string>> = { cp932: 'windows-31j', ms932: 'windows-31j', cp1252: 'windows-1252' };

/** `text/plain;charset=Cp1252` is `windows-1252`; nothing for a name that nobody knows. */
export const charsetOf = (contentType: string | undefined): string | undefined => {
  const stated = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (stated === undefined) return undefined;
  try {
    return new TextDecoder(aliases[stated] ?? stated).encoding;
  } catch {
    return undefined;
  }
};

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const markOf = (head: Buffer): string | undefined =>
  marks.find(([, mark]) => mark.every((byte, index) => head[index] === byte))?.[0];

/**
 * The document as pieces of valid UTF-8 without a mark, whatever it was written in: the stated charset, else the one of its byte order
 * mark, else UTF-8 as long as it is that, else the fallback. Never guesses past the first sign that two are mixed.
 */
export async function* toUtf8(bytes: AsyncIterable<Uint8Array>, { declared, fallback }: Charset): AsyncGenerator<Buffer> {
  const { head, rest } = await peek(bytes, 3);
  const mark = markOf(head);
  const encoding = declared ?? mark;
  if (encoding !== undefined && encoding !== 'utf-8') yield* transcode(rest, encoding);
  else yield* checkUtf8(mark === 'utf-8' ? without(rest, 3) : rest, encoding === undefined ? fallback : undefined);
}

async function* without(bytes: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const chunk of bytes) {
    const cut = Math.min(left, chunk.length);
    left -= cut;
    if (cut < chunk.length) yield chunk.subarray(cut);
  }
}

async function* transcode(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk: Buffer | undefined): Buffer => {
    try {
      return Buffer.from(chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }), 'utf8');
    } catch {
      throw documentError(`a document is not written in ${encoding}, which it should be`);
    }
  };
  for await (const chunk of bytes) yield decode(chunk);
  yield decode(undefined);
}

/** How much of a piece ends with a whole character: a character of UTF-8 has four bytes at most. */
const wholeLength = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < wanted ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
};

/** Without a fallback, what is not UTF-8 is an error; so it is once characters of UTF-8 have been seen. */
async function* checkUtf8(bytes: AsyncGenerator<Buffer>, fallback: Charset['fallback'] | undefined): AsyncGenerator<Buffer> {
  let tail = Buffer.alloc(0);
  let isPlain = true;
  for await (const chunk of bytes) {
    const all = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    const whole = all.subarray(0, wholeLength(all));
    tail = Buffer.from(all.subarray(whole.length));
    if (isUtf8(whole)) {
      isPlain = isPlain && isAscii(whole);
      if (whole.length > 0) yield whole;
    } else if (fallback !== undefined && isPlain) {
      yield* transcode(chained(all, bytes), fallback);
      return;
    } else {
      throw notUtf8();
    }
  }
  if (tail.length === 0) return;
  if (fallback === undefined || !isPlain) throw notUtf8();
  yield* transcode(chained(tail, bytes), fallback);
}

const notUtf8 = (): Error => documentError('a document is not written in UTF-8, which it says or seemed to be');

async function* chained(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
