import { type memoryInput, memoryResult } from '../contract.js';
import { beside, compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import type { Scale } from '../scale.js';
import { withShop } from '../world.js';
import type * as z from 'zod';

const group = 'Memory while listing lazily';
const inMegabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The heap after a forced collection, with the listing still open, at ever more pages. */
export const measureMemory = (scale: Scale): Promise<readonly Finding[]> =>
  withShop(Math.max(...scale.memorySteps), async (shop) => {
    const findings: Finding[] = [];
    let first: z.infer<typeof memoryResult> | undefined;
    for (const upTo of scale.memorySteps) {
      tell(`memory after ${String(upTo)} summaries`);
      const input = { shop, upTo } satisfies z.infer<typeof memoryInput>;
      const found = await runProgram({ name: 'memory', input, schema: memoryResult, nodeOptions: ['--expose-gc'] });
      const what = `${String(found.listed)} summaries, ${String(found.pages)} pages`;
      const measured = `heap ${inMegabytes(found.heapInBytes)}, resident ${inMegabytes(found.residentInBytes)}`;
      if (first === undefined) findings.push(beside(group, what, measured));
      else findings.push(compareTo({ group, what, ratio: found.heapInBytes / first.heapInBytes, atMost: 1.1, measured }));
      first ??= found;
    }
    return findings;
  });
