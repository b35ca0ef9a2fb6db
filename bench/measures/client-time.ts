import { type bareInput, bareResult } from '../contract.js';
import { beside, compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import { concurrency, type Scale } from '../scale.js';
import { medianOf, medianRatio } from '../statistics.js';
import type { World } from '../world.js';
import type * as z from 'zod';

const group = 'Processor time of the client';

interface Round {
  readonly list: number;
  readonly hydrate: number;
}

const total = ({ list, hydrate }: Round): number => list + hydrate;

const runOurs = async ({ runClient }: World, { hydratedCases }: Scale): Promise<Round> => {
  const { hydrated, failures, listInMicroseconds, hydrateInMicroseconds } = await runClient();
  if (failures > 0 || hydrated !== hydratedCases) throw new Error(`${String(failures)} of ${String(hydratedCases)} cases failed`);
  return { list: listInMicroseconds, hydrate: hydrateInMicroseconds };
};

const runBare = async ({ requests }: World): Promise<Round> => {
  const input: z.infer<typeof bareInput> = { list: [...requests.list], hydrate: [...requests.hydrate], concurrency };
  const { listInMicroseconds, hydrateInMicroseconds } = await runProgram({ name: 'bare', input, schema: bareResult });
  return { list: listInMicroseconds, hydrate: hydrateInMicroseconds };
};

/** The real adapter over HTTP against axios and `JSON.parse` with the very same requests, in alternating processes. */
export const measureClientTime = async (world: World, scale: Scale): Promise<readonly Finding[]> => {
  const [ours, bare]: [Round[], Round[]] = [[], []];
  for (let round = 0; round < scale.clientRounds; round += 1) {
    tell(`listing and hydrating, round ${String(round + 1)} of ${String(scale.clientRounds)}`);
    if (round % 2 === 0) ours.push(await runOurs(world, scale));
    bare.push(await runBare(world));
    if (round % 2 === 1) ours.push(await runOurs(world, scale));
  }
  const compare = (what: string, part: (round: Round) => number, cases: number): Finding => {
    const [mine, theirs] = [ours.map(part), bare.map(part)];
    const per = (values: readonly number[]): string => `${(medianOf(values) / cases).toFixed(0)} µs`;
    const measured = `${per(mine)} a case, bare ${per(theirs)}`;
    return compareTo({ group, what, ratio: medianRatio(mine, theirs), atMost: 2, measured });
  };
  const { listedCases, hydratedCases } = scale;
  return [
    compare(
      `list ${String(listedCases)} cases and hydrate ${String(hydratedCases)}, ${String(concurrency)} at a time`,
      total,
      listedCases,
    ),
    compare(`… of which listing`, ({ list }) => list, listedCases),
    compare(`… of which hydrating`, ({ hydrate }) => hydrate, hydratedCases),
    beside(group, 'requests made by either', String(world.requests.list.length + world.requests.hydrate.length)),
  ];
};
