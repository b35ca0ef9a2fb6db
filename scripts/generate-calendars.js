// Writes src/policy/calendar/data from well-kept holiday packages: npx tsx scripts/generate-calendars.js
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { plans } from './calendars/countries.js';
import { writeCountry, writeRegistry } from './calendars/write.js';
import { root } from './entry-points.js';

const folder = path.join(root, 'src/policy/calendar/data');

/**
 * @param {string} name
 * @param {string} text
 */
const write = async (name, text) => {
  const file = path.join(folder, name);
  const options = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...options, parser: 'typescript' }));
};

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
for (const plan of plans) await write(`${plan.country.toLowerCase()}.ts`, writeCountry(plan));
await write('index.ts', writeRegistry(plans));
