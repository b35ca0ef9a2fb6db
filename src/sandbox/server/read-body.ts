import type { IncomingMessage } from 'node:http';

/** Room for three images of 10 MB and their form. */
const largestBody = 40 * 1024 * 1024;

/** The whole body, or `undefined` when it is larger than any marketplace takes. */
export const readBody = async (incoming: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
