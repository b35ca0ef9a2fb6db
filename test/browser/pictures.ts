import type { Browser } from 'playwright-core';

/** How much of a picture is of each color, `#f6f6f3`, the most first. */
export type Colors = readonly (readonly [color: string, share: number])[];

/** Decodes a picture in the browser itself, in a page of its own. */
export const colorsOf = async (browser: Browser, png: Buffer): Promise<Colors> => {
  const page = await browser.newPage();
  try {
    await page.goto('about:blank');
    return await page.evaluate<Colors>(`(async () => {
      const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const counts = new Map();
      for (let place = 0; place < data.length; place += 4) {
        const color = '#' + [data[place], data[place + 1], data[place + 2]].map((part) => part.toString(16).padStart(2, '0')).join('');
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
      return [...counts].map(([color, count]) => [color, (count * 4) / data.length]).sort((left, right) => right[1] - left[1]);
    })()`);
  } finally {
    await page.close();
  }
};

/** How much of a picture is of one color. */
export const shareOf = (colors: Colors, wanted: string): number => colors.find(([color]) => color === wanted)?.[1] ?? 0;
