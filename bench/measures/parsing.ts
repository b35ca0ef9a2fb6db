import { parserResult, type Series } from '../contract.js';
import { compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import type { Scale } from '../scale.js';
import { medianRatio } from '../statistics.js';
import type { World } from '../world.js';

const toFinding =
  (group: string) =>
  ({ what, bytes, ours, theirs }: Series): Finding =>
    compareTo({
      group,
      what: `${what} (${(bytes / 1024).toFixed(1)} kB)`,
      ratio: medianRatio(ours, theirs),
      atMost: 3,
      measured: `median of ${String(ours.length)} rounds`,
    });

/** What is done to the bytes of an answer, against `JSON.parse` of the same bytes. */
export const measureParsing = async ({ bodies }: World, { parserRounds, roundInMs }: Scale): Promise<readonly Finding[]> => {
  const input = { bodies, rounds: parserRounds, roundInMs };
  tell('checking and mapping');
  const mapping = await runProgram({ name: 'mapping', input, schema: parserResult });
  tell('lossless parsing');
  const lossless = await runProgram({ name: 'lossless', input, schema: parserResult });
  return [
    ...mapping.series.map(toFinding('Checking and mapping, against JSON.parse')),
    ...lossless.series.map(toFinding('Lossless parse, against JSON.parse')),
  ];
};
