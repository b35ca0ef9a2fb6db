// Decides on many random facts with every pack and holds each answer against what every answer must be:
// npx tsx scripts/decide-random-facts.ts [how many] [seed]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allPacks } from '../src/policy/packs/index.js';
import { compilePolicy } from '../src/policy/index.js';
import { parsePolicyDocument } from '../src/policy/yaml.js';
import { root } from './entry-points.js';
import { runMany } from './random-facts/run.js';

const [count = '1000000', seed = '1'] = process.argv.slice(2);
const chunk = 10_000;
const house = parsePolicyDocument(readFileSync(path.join(root, 'examples/policies/house.yaml'), 'utf8'));
const policies = [compilePolicy([], { packs: allPacks }), compilePolicy([house], { packs: allPacks })];

let done = 0;
while (done < Number(count) && process.exitCode !== 1) {
  const size = Math.min(chunk, Number(count) - done);
  const report = runMany({ policies, count: size, seed: Number(seed) + done / chunk });
  done += size;
  process.stdout.write(`${JSON.stringify({ done, ...report })}\n`);
  if (report.failures.length > 0) process.exitCode = 1;
}
