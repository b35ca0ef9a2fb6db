// Imports what it is told and says how long that took. Loads nothing else, so that nothing is warm already.
import { writeSync } from 'node:fs';

const targets = process.argv.slice(2);
const before = process.cpuUsage();
const startedAt = performance.now();
for (const target of targets) await import(target);
const elapsedInMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(before);
writeSync(1, `${JSON.stringify({ elapsedInMs, processorInMs: (user + system) / 1000 })}\n`);
process.exit(0);
