import { open, readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import type { PlainJson } from '../core/attempt.js';
import { joinKept, type KeptObservation } from '../core/observation.js';
import { isInstant, type Instant } from '../core/time.js';
import { isMissing, replaceFile } from './file-records.js';

/**
 * One file of observations, a JSON text on each line. It is only ever appended to: two records of a key are joined when it is read, in
 * any order and however often each stands there. So a writer need not read, and a line that a crash has torn costs that line only.
 */

const instant = z.custom<Instant>(isInstant);

const storedLine = z.lazy(() =>
  z.object({
    key: z.string(),
    group: z.string(),
    nativeId: z.string(),
    readAt: instant,
    body: z.custom<PlainJson>((value) => value !== undefined),
    contents: z.record(z.string(), instant),
  }),
);

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const groupOf = (line: string): string | undefined => {
  const stored = parseJson(line);
  const group: unknown = typeof stored === 'object' && stored !== null && 'group' in stored ? stored.group : undefined;
  return typeof group === 'string' ? group : undefined;
};

/** One file as bytes, with the places of each group's lines: objects are made of one group at a time, when it is asked for. */
export interface IndexedLog {
  readonly groups: () => Iterable<string>;
  readonly read: (group: string) => readonly KeptObservation[];
}

/** Begins and ends of lines, in turn. */
type Places = number[];

const lineEnd = 0x0a;

const placesByGroup = (bytes: Buffer): ReadonlyMap<string, Places> => {
  const index = new Map<string, Places>();
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(lineEnd, start);
    const end = found === -1 ? bytes.length : found;
    const group = end === start ? undefined : groupOf(bytes.toString('utf8', start, end));
    const places = group === undefined ? undefined : index.get(group);
    if (places !== undefined) places.push(start, end);
    else if (group !== undefined) index.set(group, [start, end]);
    start = end + 1;
  }
  return index;
};

export const indexLog = (bytes: Buffer): IndexedLog => {
  const index = placesByGroup(bytes);
  return {
    groups: () => index.keys(),
    read: (group) => {
      const joined = new Map<string, KeptObservation>();
      const places = index.get(group) ?? [];
      for (let at = 0; at < places.length; at += 2) {
        const found = storedLine.safeParse(parseJson(bytes.toString('utf8', places[at], places[at + 1]))).data;
        if (found === undefined) continue;
        const known = joined.get(found.key);
        joined.set(found.key, known === undefined ? found : joinKept(known, found));
      }
      return [...joined.values()];
    },
  };
};

const unlessMissing =
  <Value>(otherwise: Value): ((error: unknown) => Value) =>
  (error) => {
    if (isMissing(error)) return otherwise;
    throw error;
  };

export const readLog = async (file: string): Promise<IndexedLog> =>
  indexLog(await readFile(file).catch(unlessMissing(Buffer.alloc(0))));

/** What tells one state of a file from another without reading it. */
export const stampOf = (file: string): Promise<string> =>
  stat(file).then(({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`, unlessMissing(''));

const toLines = (observations: Iterable<KeptObservation>): string => {
  const lines: string[] = [];
  for (const observation of observations) lines.push(`${JSON.stringify(observation)}\n`);
  return lines.join('');
};

/** Appends in one write. It begins with a new line, because a crash may have left the last one unfinished. Answers the file's size. */
export const appendToLog = async (file: string, observations: readonly KeptObservation[]): Promise<number> => {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(`\n${toLines(observations)}`);
    await handle.datasync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
};

const pieceInCharacters = 65_536;

/** Every observation once, as text in pieces, so that no more than one group is ever there as objects. */
function* joinedLines(log: IndexedLog): Generator<string> {
  let piece = '';
  for (const group of log.groups()) {
    piece += toLines(log.read(group));
    if (piece.length < pieceInCharacters) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Writes each observation once, in place of all its readings. Only for a writer whom no other can interrupt. Answers the new size. */
export const compactLog = async (file: string): Promise<number> => {
  await replaceFile(file, joinedLines(await readLog(file)));
  return (await stat(file)).size;
};
