type Charset = 'utf-8' | 'windows-1252' | 'windows-31j';

const labels: Readonly<Record<Charset, string>> = {
  'utf-8': 'utf-8',
  'windows-1252': 'windows-1252',
  'windows-31j': 'shift_jis',
};

type Encoding = ReadonlyMap<string, readonly number[]>;

const isLeadByte = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);

const bytesOf = (charset: Charset): readonly (readonly number[])[] => {
  const singles = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => charset !== 'windows-31j' || !isLeadByte(byte));
  if (charset !== 'windows-31j') return singles.map((byte) => [byte]);
  const leads = Array.from({ length: 256 }, (_, byte) => byte).filter(isLeadByte);
  const trails = Array.from({ length: 0xfd - 0x40 }, (_, index) => index + 0x40).filter((byte) => byte !== 0x7f);
  return [...singles.map((byte) => [byte]), ...leads.flatMap((lead) => trails.map((trail) => [lead, trail]))];
};

/** Node can decode these charsets, not encode them: the table is the decoder turned around. */
const invert = (charset: Charset): Encoding => {
  const decoder = new TextDecoder(labels[charset]);
  const encoding = new Map<string, readonly number[]>();
  for (const bytes of bytesOf(charset)) {
    // Node 20 reads windows-1252 as Latin-1 unless it reads a stream (https://github.com/nodejs/node/issues/56542).
    const character = decoder.decode(Uint8Array.from(bytes), { stream: charset === 'windows-1252' });
    if (!encoding.has(character) && Array.from(character).length === 1) encoding.set(character, bytes);
  }
  return encoding;
};

const encodings = new Map<Charset, Encoding>();

/** Text in a charset; what it has no character for becomes a question mark, as real exports do it. */
export const encodeText = (text: string, charset: Charset): Buffer => {
  if (charset === 'utf-8') return Buffer.from(text);
  const encoding = encodings.get(charset) ?? invert(charset);
  encodings.set(charset, encoding);
  return Buffer.from(Array.from(text).flatMap((character) => encoding.get(character) ?? [0x3f]));
};
