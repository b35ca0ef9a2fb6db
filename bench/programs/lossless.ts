import { parseLosslessly } from '../../src/core/lossless-json.js';
import { parserInput } from '../contract.js';
import { idHeavyPage } from './id-heavy.js';
import { answer, readInput } from './program.js';
import { race } from './race.js';

/** The lossless parse against `JSON.parse`, on what the sandbox answered and on pages full of long ids. */

const { bodies, ...length } = readInput(parserInput);
const bodiesOf = (end: string): readonly string[] =>
  bodies.flatMap(({ path, body }) => (path.endsWith(end) ? [body] : [])).slice(0, 200);

const compare = (what: string, texts: readonly string[]): ReturnType<typeof race> =>
  race(
    {
      what,
      bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length,
      ours: () => texts.forEach((text) => parseLosslessly(text)),
      theirs: () => texts.forEach((text) => void JSON.parse(text)),
    },
    length,
  );

answer({
  series: [
    compare('page of the list, 100 rows', bodiesOf('get_return_list').slice(0, 20)),
    compare('detail of a case', bodiesOf('get_return_detail')),
    compare('page of 50 rows, seven long ids each', [idHeavyPage(50), idHeavyPage(50)]),
  ],
});
process.exit(0);
