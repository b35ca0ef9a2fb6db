// Photographs the atlas of the sample policy as docs/ci/atlas.png: npx tsx scripts/atlas-picture.js
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../test/browser/chromium.js';
import { open, writeAtlas } from '../test/browser/atlas-page.js';
import { root } from './entry-points.js';

/** A picture of a page of documentation should not weigh more than the page. */
const mostBytes = 150_000;

const file = path.join(root, 'docs/ci/atlas.png');
const folder = mkdtempSync(path.join(tmpdir(), 'aftersale-atlas-'));
const browser = await launchChromium();
try {
  const { page } = await open(browser, await writeAtlas(folder), {
    viewport: { width: 1280, height: 760 },
    colorScheme: 'light',
  });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
const { size } = statSync(file);
if (size > mostBytes) throw new Error(`docs/ci/atlas.png has ${size} bytes, more than ${mostBytes}`);
