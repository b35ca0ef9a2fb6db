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

const parseLine = (line: string): KeptObservation | undefined => {
  try {
    return storedLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

/** The observations of one file by group and key. */
export type LoggedGroups = ReadonlyMap<string, ReadonlyMap<string, KeptObservation>>;

export const parseLog = (text: string): LoggedGroups => {
  const groups = new Map<string, Map<string, KeptObservation>>();
  for (const line of text.split('\n')) {
    const found = line === '' ? undefined : parseLine(line);
    if (found === undefined) continue;
    const group = groups.get(found.group) ?? new Map<string, KeptObservation>();
    const known = group.get(found.key);
    group.set(found.key, known === undefined ? found : joinKept(known, found));
    groups.set(found.group, group);
  }
  return groups;
};

const unlessMissing =
  <Value>(otherwise: Value): ((error: unknown) => Value) =>
  (error) => {
    if (isMissing(error)) return otherwise;
    throw error;
  };

export const readLog = async (file: string): Promise<LoggedGroups> =>
  parseLog(await readFile(file, 'utf8').catch(unlessMissing('')));

/** What tells one state of a file from another without reading it. */
export const stampOf = (file: string): Promise<string> =>
  stat(file).then(({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`, unlessMissing(''));

const toLines = (observations: Iterable<KeptObservation>): string => {
  const lines: string[] = [];
  for (const observation of observations) lines.push(JSON.stringify(observation));
  return lines.join('\n');
};

/** Appends in one write. It begins with a new line, because a crash may have left the last one unfinished. Answers the file's size. */
export const appendToLog = async (file: string, observations: readonly KeptObservation[]): Promise<number> => {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(`\n${toLines(observations)}\n`);
    await handle.datasync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
};

/** Writes each observation once, in place of all its readings. Only for a writer whom no other can interrupt. */
export const compactLog = async (file: string): Promise<number> => {
  const groups = await readLog(file);
  const kept = [...groups.values()].flatMap((group) => [...group.values()]);
  const text = `${toLines(kept)}\n`;
  await replaceFile(file, text);
  return Buffer.byteLength(text);
};
