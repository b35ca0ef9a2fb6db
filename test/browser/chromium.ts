import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of this machine; `null` where there is none. `CHROMIUM_PATH` names another. */
export const chromiumPath: string | null =
  [process.env['CHROMIUM_PATH'], ...known].find((file) => file !== undefined && existsSync(file)) ?? null;

/** In CI the browser must be there, unless it could not be installed. What is skipped is said, so that nobody takes it for tested. */
export const isSkipped = (tests: string): boolean => {
  if (chromiumPath !== null) return false;
  const mayBeAbsent = process.env['CI'] === undefined || process.env['AFTERSALE_WITHOUT_BROWSER'] !== undefined;
  if (!mayBeAbsent) throw new Error(`no Chromium for ${tests}: scripts/install-chromium.sh installs it`);
  process.stderr.write(
    `\nSKIPPED, as there is no Chromium: ${tests}. Run scripts/install-chromium.sh, or name one in CHROMIUM_PATH.\n\n`,
  );
  return true;
};

/** Its sandbox needs rights that a container has not, and the page tested is our own; so does its shared memory. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
