import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { charsetOf, toUtf8, type Charset } from '../../../../src/marketplaces/amazon/reports/decode.js';
import { unpack } from '../../../../src/marketplaces/amazon/reports/unpack.js';
import { collect, inPieces } from './documents.js';

const decode = async (bytes: Uint8Array, charset: Partial<Charset> = {}): Promise<string> =>
  (await collect(toUtf8(inPieces(bytes, 3), { declared: undefined, fallback: 'windows-1252', ...charset }))).toString('utf8');

const latin = Buffer.from('Kopfhörer für 5 €'.replace('€', '\u0080'), 'latin1');
const japanese = Buffer.from([0x83, 0x77, 0x83, 0x62, 0x83, 0x68, 0x83, 0x7a, 0x83, 0x93]);

describe('the charset of a document', () => {
  test.each([
    ['text/plain;charset=UTF-8', 'utf-8'],
    ['text/plain; charset="Cp1252"', 'windows-1252'],
    ['text/plain; charset=windows-31j', 'shift_jis'],
    ['text/plain; charset=cp932', 'shift_jis'],
    ['text/plain; charset=ISO-8859-1', 'windows-1252'],
    ['text/plain; charset=klingon', undefined],
    ['text/plain', undefined],
    [undefined, undefined],
  ])('%s', (contentType, expected) => {
    expect(charsetOf(contentType)).toBe(expected);
  });

  test('is the stated one first', async () => {
    expect(await decode(latin, { declared: 'windows-1252' })).toBe('Kopfhörer für 5 €');
    expect(await decode(japanese, { declared: 'shift_jis' })).toBe('ヘッドホン');
  });

  test('then the one of its mark, which is no part of it', async () => {
    expect(await decode(Buffer.from('\ufeffhörer', 'utf8'))).toBe('hörer');
    expect(await decode(Buffer.from('\ufeffhörer', 'utf16le'))).toBe('hörer');
  });

  test('then UTF-8, whose characters may fall on the edge of two pieces', async () => {
    expect(await decode(Buffer.from('aö€😀ヘ', 'utf8'))).toBe('aö€😀ヘ');
  });

  test('then the one of the region, from the first byte that is not UTF-8', async () => {
    expect(await decode(latin)).toBe('Kopfhörer für 5 €');
    expect(await decode(japanese, { fallback: 'shift_jis' })).toBe('ヘッドホン');
  });

  test('a document in another charset than it says is an error that shows nothing of it', async () => {
    await expect(decode(latin, { declared: 'utf-8' })).rejects.toThrow('a document is not written in UTF-8');
    await expect(decode(Buffer.from([0x41, 0x81, 0xff]), { declared: 'shift_jis' })).rejects.toThrow(
      'a document is not written in shift_jis, which it should be',
    );
  });

  test('a document that mixes two is an error, and so is one that ends within a character', async () => {
    await expect(decode(Buffer.concat([Buffer.from('hörer €€€€', 'utf8'), latin]))).rejects.toThrow('not written in UTF-8');
    await expect(decode(Buffer.from('hör€', 'utf8').subarray(0, -1))).rejects.toThrow('not written in UTF-8');
  });
});

describe('a packed document', () => {
  const text = Buffer.from('Order ID\tStatus\n');
  const plain = async (bytes: Uint8Array, maxInBytes = 1000): Promise<string> =>
    (await collect(unpack(inPieces(bytes, 1024), maxInBytes))).toString('utf8');

  test('is unpacked by what it is: not at all, once or twice', async () => {
    expect(await plain(text)).toBe(text.toString());
    expect(await plain(gzipSync(text))).toBe(text.toString());
    expect(await plain(gzipSync(gzipSync(text)))).toBe(text.toString());
    expect(await plain(Buffer.alloc(0))).toBe('');
  });

  test('a third layer is refused', async () => {
    await expect(plain(gzipSync(gzipSync(gzipSync(text))))).rejects.toThrow('packed more than 2 times');
  });

  test('one that is cut or broken says so', async () => {
    const packed = gzipSync(Buffer.from('a'.repeat(500)));
    await expect(plain(packed.subarray(0, -8))).rejects.toThrow('it ends in the middle');
    packed[12] = (packed[12] ?? 0) ^ 0xff;
    await expect(plain(packed)).rejects.toThrow('cannot be unpacked');
  });

  test('a bomb goes off nowhere: by its size, and by its ratio within the size', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
    await expect(plain(bomb, 1024 * 1024)).rejects.toThrow('more than the 1048576 bytes allowed');
    await expect(plain(bomb, 1024 ** 3)).rejects.toThrow('more than 200 times its size');
  });
});
