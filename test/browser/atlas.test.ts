import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../src/cli/policy/atlas/page/render-page.js';
import { hostileAtlas } from '../cli/policy/atlas/hostile-atlas.js';
import { focused, open, violationsIn, writeAtlas, writePage, type Opened } from './atlas-page.js';
import { isSkipped, launchChromium } from './chromium.js';
import { colorsOf, shareOf } from './pictures.js';

const schemes = ['light', 'dark'] as const;
const grounds = { light: '#f6f6f3', dark: '#101214' } as const;
const broken = { light: '#fdecec', dark: '#3b1a1d' } as const;

describe.skipIf(isSkipped('the page of policy atlas'))('the page of an atlas', () => {
  let folder = '';
  let file = '';
  let browser: Browser;
  let opened: Opened;
  const show = async (...options: readonly [Parameters<typeof open>[2]?]): Promise<Page> => {
    opened = await open(browser, file, options[0] ?? {});
    return opened.page;
  };
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'aftersale-atlas-'));
    browser = await launchChromium();
    file = await writeAtlas(folder);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => opened.page.context().close());

  const cell = (page: Page, id: string) => page.locator(`[id="${id}"]`);
  const panel = (page: Page) => page.getByRole('dialog');
  const rows = (page: Page) => page.locator('tr[data-country]:visible th');

  it('needs nothing but itself, and complains of nothing', async () => {
    const page = await show();
    await cell(page, 'DE.no-reason').click();
    expect(await panel(page).isVisible()).toBe(true);
    expect(opened.requests).toEqual([pathToFileURL(file).href]);
    expect(opened.complaints).toEqual([]);
  });

  it('tells of each cell what holds, why, by which text and where the policy gives less', async () => {
    const page = await show();
    await cell(page, 'PT.defective').click();
    const text = await panel(page).innerText();
    expect(text).toContain('Portugal');
    expect(text).toContain('3 years, until');
    expect(text).toMatch(/your policy says no \(last day .* 2028\), ES-LGDCU 120 says yes. So does PT-DL84 12 for other cases/);
    expect(text).toContain('By PT-DL84 12: PT, defective');
    expect(text).toContain('Eligible: right to faultless goods (law:EU)');
    const link = panel(page).getByRole('link', { name: 'PT-DL84 12' }).first();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/diariodarepublica\.pt\//);
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(text).toMatch(/house\.yaml:\d+/);
  });

  it('is used with the keyboard alone', async () => {
    const page = await show();
    const press = async (...keys: readonly string[]): Promise<string> => {
      for (const key of keys) await page.keyboard.press(key);
      return focused(page);
    };
    await cell(page, 'FR.no-reason').focus();
    expect(await page.locator('td[tabindex="0"]').count()).toBe(1);
    expect(await press('ArrowRight')).toBe('FR.defective');
    expect(await press('ArrowDown')).toBe('DE.defective');
    expect(await press('End')).toBe('DE.mutual-agreement');
    expect(await press('ArrowRight')).toBe('DE.mutual-agreement');
    expect(await press('Home')).toBe('DE.no-reason');
    expect(await press('Control+End')).toBe('TW.mutual-agreement');
    expect(await press('Control+Home', 'ArrowUp')).toBe('FR.no-reason');
    expect(await press('PageDown')).toBe('TW.no-reason');
    expect(await press('Enter')).toBe('panel');
    expect(await panel(page).getAttribute('aria-labelledby')).toBe('panel-of panel-title');
    expect(await press('Escape')).toBe('TW.no-reason');
    expect(await panel(page).count()).toBe(0);
    expect(await press('Space')).toBe('panel');
    expect(await press('Tab')).toBe('close');
    expect(await press('Enter')).toBe('TW.no-reason');
  });

  it('is reached by tab at one cell, and left by the next', async () => {
    const page = await show();
    await page.locator('#theme').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('FR.no-reason');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
  });

  it('shows what is searched for, and says how much that is', async () => {
    const page = await show();
    await page.getByRole('searchbox').fill('port');
    expect(await rows(page).allInnerTexts()).toEqual([expect.stringContaining('Portugal')]);
    expect(await page.getByRole('status').innerText()).toBe('1 country of 5');
    expect(await page.locator('td[tabindex="0"]:visible').getAttribute('id')).toBe('PT.no-reason');
    await page.getByRole('searchbox').fill('tw');
    expect(await rows(page).allInnerTexts()).toEqual([expect.stringContaining('Taiwan')]);
    await page.getByRole('searchbox').fill('nowhere');
    expect(await page.getByText('No country is left').isVisible()).toBe(true);
  });

  it('shows one region, or only what is below the floor', async () => {
    const page = await show();
    await page.getByRole('combobox').selectOption('European Union');
    expect(await rows(page).count()).toBe(3);
    await page.getByRole('combobox').selectOption('');
    await page.getByLabel('Only below the floor').check();
    expect(await rows(page).allInnerTexts()).not.toContainEqual(expect.stringContaining('United States'));
    expect(await page.locator('th[data-column="mutual-agreement"]').isVisible()).toBe(false);
  });

  it('has a name for each thing that can be used, and colors that can be read', async () => {
    for (const colorScheme of schemes) {
      const page = await show({ colorScheme });
      expect(await violationsIn(page)).toEqual([]);
      await cell(page, 'DE.no-reason').click();
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
      expect(await violationsIn(page)).toEqual([]);
      if (colorScheme === 'light') await page.context().close();
    }
  });

  it.each(schemes)('is painted %s where the system is', async (colorScheme) => {
    const page = await show({ colorScheme });
    const picture = path.join(folder, `${colorScheme}.png`);
    const colors = await colorsOf(browser, await page.screenshot({ path: picture }));
    expect(statSync(picture).size).toBeGreaterThan(20_000);
    expect(colors.length).toBeGreaterThan(50);
    expect(shareOf(colors, grounds[colorScheme])).toBeGreaterThan(0.1);
    expect(shareOf(colors, broken[colorScheme])).toBeGreaterThan(0.005);
    const other = colorScheme === 'light' ? 'dark' : 'light';
    expect(shareOf(colors, grounds[other])).toBeLessThan(0.01);
  });

  it('is painted as the reader wants it', async () => {
    const page = await show({ colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(16, 18, 20)');
    await page.getByRole('button', { name: 'Colors: system' }).click();
    expect(await ground()).toBe('rgb(246, 246, 243)');
    await page.getByRole('button', { name: 'Colors: light' }).click();
    expect(await ground()).toBe('rgb(16, 18, 20)');
  });

  it('tells what is below the floor without its color', async () => {
    const page = await show();
    expect(await cell(page, 'DE.no-reason').locator('svg.mark').isVisible()).toBe(true);
    expect(await cell(page, 'DE.no-reason').textContent()).toContain('below law or marketplace');
    expect(await cell(page, 'US.no-reason').locator('svg.mark').count()).toBe(0);
  });

  it('fits a narrow screen: the table scrolls in its own frame', async () => {
    const page = await show({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    const width = () => page.evaluate<number>('document.documentElement.scrollWidth');
    expect(await width()).toBeLessThanOrEqual(360);
    await page.evaluate(`document.querySelector('.scroll').scrollLeft = 200`);
    expect(await page.evaluate(`document.querySelector('.scroll').scrollLeft`)).toBe(200);
    expect((await page.locator('tr[data-country="DE"] th').boundingBox())?.x).toBeLessThan(20);
    await cell(page, 'DE.defective').click();
    const box = await panel(page).boundingBox();
    expect(box).toMatchObject({ x: 0, width: 360 });
    expect(await width()).toBeLessThanOrEqual(360);
  });

  it('moves nothing for who wants no motion', async () => {
    const page = await show();
    await cell(page, 'DE.no-reason').click();
    expect(await page.evaluate(`getComputedStyle(document.getElementById('panel')).animationName`)).toBe('none');
  });

  it('is printed as the table alone', async () => {
    const page = await show({ colorScheme: 'dark' });
    await cell(page, 'DE.no-reason').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#tools').isVisible()).toBe(false);
    expect(await page.locator('#panel').isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('runs nothing that a policy says', async () => {
    opened = await open(browser, writePage(folder, 'hostile.html', renderPage(hostileAtlas)));
    const { page } = opened;
    await cell(page, 'DE.no-reason').click();
    expect(await panel(page).innerText()).toContain('<script>window.hacked = true</script>');
    expect(await page.evaluate('window.hacked')).toBe(undefined);
    expect(await page.locator('img').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('can be read without its script', async () => {
    const page = await show({ javaScriptEnabled: false });
    expect(await cell(page, 'DE.wrong-item').isVisible()).toBe(true);
    expect(await page.locator('#tools').isVisible()).toBe(false);
  });
});
