import { writeFileSync } from 'node:fs';
import axe from 'axe-core';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { runPolicy } from '../cli/policy/run.js';

/** Writes the atlas of the sample policy for five countries, as the command line does. */
export const writeAtlas = async (folder: string): Promise<string> => {
  const file = path.join(folder, 'atlas.html');
  const argv = ['examples/policies/house.yaml', '--at', '2026-11-22', '--countries', 'DE', 'FR', 'PT', 'TW', 'US', '-o', file];
  const { code, stderr } = await runPolicy('atlas', ...argv);
  if (code !== 0) throw new Error(stderr);
  return file;
};

/** Another page in the same folder. */
export const writePage = (folder: string, name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** An opened page, with everything it asked for and everything it complained of. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens a file without any network. */
export const open = async (browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Opened> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    offline: true,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints };
};

/** What keeps people out of the page, by the rules of axe-core: the rule and the first element that breaks it. */
export const violationsIn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(
    `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
  );
};

/** The id of the element that has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement?.id ?? ""');
