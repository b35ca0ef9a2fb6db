import type * as z from 'zod';
import { clientResult, type bareInput, type Pass } from '../contract.js';
import { beside, compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import { concurrency, type Scale } from '../scale.js';
import { medianOf, medianRatio } from '../statistics.js';
import type { World } from '../world.js';

const group = 'Processor time of the client, against axios and JSON.parse with the same requests';

const runBare = ({ requests }: World): Promise<z.infer<typeof clientResult>> => {
  const input: z.infer<typeof bareInput> = { list: [...requests.list], hydrate: [...requests.hydrate], concurrency };
  return runProgram({ name: 'bare', input, schema: clientResult });
};

type Passes = readonly (readonly Pass[])[];

interface Rounds {
  readonly ours: Passes;
  readonly bare: Passes;
}

const runRounds = async (world: World, { clientRounds }: Scale): Promise<Rounds> => {
  const [ours, bare]: [(readonly Pass[])[], (readonly Pass[])[]] = [[], []];
  for (let round = 0; round < clientRounds; round += 1) {
    tell(`listing and hydrating, round ${String(round + 1)} of ${String(clientRounds)}`);
    if (round % 2 === 0) ours.push((await world.runClient()).passes);
    bare.push((await runBare(world)).passes);
    if (round % 2 === 1) ours.push((await world.runClient()).passes);
  }
  return { ours, bare };
};

interface Part {
  readonly pass: 0 | 1;
  readonly of: (pass: Pass) => number;
  readonly cases: number;
}

const ratioOf = ({ ours, bare }: Rounds, { pass, of, cases }: Part): { readonly ratio: number; readonly measured: string } => {
  const timesOf = (rounds: Passes): readonly number[] =>
    rounds.map((passes) => (passes[pass] === undefined ? Number.NaN : of(passes[pass])));
  const [mine, theirs] = [timesOf(ours), timesOf(bare)];
  const perCase = (times: readonly number[]): string => `${(medianOf(times) / cases).toFixed(0)} µs`;
  return { ratio: medianRatio(mine, theirs), measured: `${perCase(mine)} a case, bare ${perCase(theirs)}` };
};

const list = ({ listInMicroseconds }: Pass): number => listInMicroseconds;
const hydrate = ({ hydrateInMicroseconds }: Pass): number => hydrateInMicroseconds;
const both = (pass: Pass): number => list(pass) + hydrate(pass);

/** The real adapter over HTTP against the least that can be done, in alternating processes. */
export const measureClientTime = async (world: World, scale: Scale): Promise<readonly Finding[]> => {
  const rounds = await runRounds(world, scale);
  const { listedCases, hydratedCases } = scale;
  const [fresh, again] = ['in a fresh process', 'once more in the same process'];
  const [listing, hydrating] = [
    `list ${String(listedCases)}`,
    `hydrate ${String(hydratedCases)}, ${String(concurrency)} at a time`,
  ];
  const print = (what: string, part: Part): Finding => {
    const { ratio, measured } = ratioOf(rounds, part);
    return { ...beside(group, what, measured), ratio };
  };
  const whole = { of: both, cases: listedCases };
  return [
    compareTo({ group, what: `${listing} and ${hydrating}, ${fresh}`, atMost: 2, ...ratioOf(rounds, { pass: 0, ...whole }) }),
    print(`only ${listing}, ${fresh}`, { pass: 0, of: list, cases: listedCases }),
    print(`only ${hydrating}, ${fresh}`, { pass: 0, of: hydrate, cases: hydratedCases }),
    print(`${listing} and ${hydrating}, ${again}`, { pass: 1, ...whole }),
    beside(group, 'requests of either', String(world.requests.list.length + world.requests.hydrate.length)),
  ];
};
