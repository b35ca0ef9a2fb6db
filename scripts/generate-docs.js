// Writes the tables that the docs take from the code: npx tsx scripts/generate-docs.js
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedPages, generatePage } from './docs/generated-pages.js';
import { root } from './entry-points.js';

for (const page of generatedPages) {
  writeFileSync(path.join(root, page), await generatePage(page));
}
