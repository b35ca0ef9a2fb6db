import { describe, expect, it } from 'vitest';
import { generatedPages, generatePage, readPage } from '../../scripts/docs/generated-pages.js';

describe('generated tables', () => {
  it.each(generatedPages)('%s says what the code says; if not: npx tsx scripts/generate-docs.js', async (page) => {
    expect(readPage(page)).toBe(await generatePage(page));
  });
});
