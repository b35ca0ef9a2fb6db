import { readFileSync, writeSync } from 'node:fs';
import type * as z from 'zod';

/** What the parent gave: the path of a JSON file, as the only argument. */
export const readInput = <Input>(schema: z.ZodType<Input>): Input =>
  schema.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));

/** One line for the parent, written at once even if the process ends after it. */
export const answer = (result: object): void => {
  writeSync(1, `${JSON.stringify(result)}\n`);
};
