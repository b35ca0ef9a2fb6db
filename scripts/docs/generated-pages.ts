import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as aliexpress from './aliexpress-tables.js';
import * as amazon from './amazon-tables.js';
import { lawPages } from './law-pages.js';
import { renderPage } from './markdown.js';
import { stageTable } from './memory-tables.js';
import { callsTable } from './shopee-calls.js';
import { dutiesTable, statusTable } from './shopee-situations.js';
import { capabilityTable, filterTable, hostTable, reasonTable } from './shopee-words.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The pages that hold generated tables, each block by its name on the page. */
const pages: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  'docs/marketplaces/shopee.md': async () => ({
    capabilities: capabilityTable(),
    hosts: hostTable(),
    calls: callsTable(),
    filters: filterTable(),
    statuses: await statusTable(),
    duties: await dutiesTable(),
    reasons: await reasonTable(),
  }),
  'docs/marketplaces/aliexpress.md': async () => ({
    capabilities: aliexpress.capabilityTable(),
    calls: aliexpress.callsTable(),
    statuses: await aliexpress.statusTable(),
    duties: await aliexpress.dutiesTable(),
  }),
  'docs/marketplaces/amazon.md': () =>
    Promise.resolve({
      capabilities: amazon.capabilityTable(),
      statuses: amazon.statusTable(),
      reasons: amazon.reasonTable(),
      stores: amazon.storeTable(),
      rates: amazon.rateTable(),
    }),
  ...lawPages,
  'docs/marketplaces/memory.md': () => Promise.resolve({ stages: stageTable() }),
};

export const generatedPages: readonly string[] = Object.keys(pages);

/** The page as it is committed. */
export const readPage = (page: string): string => readFileSync(path.join(root, page), 'utf8');

/** The page as it should be by the code of today. */
export const generatePage = async (page: string): Promise<string> =>
  renderPage(path.join(root, page), { page: readPage(page), blocks: (await pages[page]?.()) ?? {} });
