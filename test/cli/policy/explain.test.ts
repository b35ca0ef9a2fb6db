import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/cli/policy/explain/text-width.js';
import { textElement } from '../../../src/cli/policy/explain/timeline/element.js';
import { runCli } from '../../../src/cli/run-cli.js';
import { capture } from '../capture.js';

const handbook = path.resolve(import.meta.dirname, '../../../examples/policies/handbook.yaml');
const at = '2026-11-21T09:00:00Z';

let folder = '';
const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
const facts = (changes: object = {}): string =>
  JSON.stringify(
    {
      buyer: { country: 'DE' },
      seller: { country: 'DE' },
      order: { placedAt: '2026-10-28', deliveredAt: '2026-11-06', shipping: { paid: '4.90 EUR' }, deliveryMode: 'standard' },
      item: { price: '80.00 EUR', quantity: 1, quantityOrdered: 1 },
      reason: 'does-not-fit',
      requestedAt: '2026-11-19T08:00:00Z',
      events: { goodsReturnedAt: '2026-11-20' },
      platformDeadlines: [{ duty: 'answer', party: 'seller', by: '2026-11-24T10:00:00Z' }],
      ...changes,
    },
    null,
    2,
  );

const run = async (...flags: readonly string[]) => {
  const captured = capture(['policy', 'explain', handbook, '--countries', 'DE', '--at', at, ...flags]);
  const code = await runCli(captured.surroundings);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aftersale-explain-'));
  write('case.json', facts());
});
afterAll(() => rmSync(folder, { recursive: true }));
const explainCase = (...flags: readonly string[]) => run('--facts', path.join(folder, 'case.json'), ...flags);

describe('aftersale policy explain', () => {
  it.each([
    ['tree', 'txt', 'en'],
    ['text', 'txt', 'zh-CN'],
    ['json', 'json', 'en'],
    ['svg', 'svg', 'en'],
  ])('prints %s', async (format, extension, locale) => {
    const { code, stdout, stderr } = await explainCase('--format', format, '--locale', locale);
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(`../golden/explain.${format}.${extension}`);
  });

  it('gives the decision and the tree it explains as JSON', async () => {
    const { decision, explanation } = JSON.parse((await explainCase('--format', 'json')).stdout);
    expect(decision.verdict).toBe('eligible');
    expect(explanation.title).toBe('Eligible: right of withdrawal (law:EU)');
  });

  it('breaks long lines where a terminal ends, under what they belong to', async () => {
    const file = path.join(folder, 'case.json');
    const argv = ['policy', 'explain', handbook, '--countries', 'DE', '--at', at, '--facts', file];
    const captured = capture(argv, { isTTY: true, columns: 60, environment: { NO_COLOR: '1' } });
    expect(await runCli(captured.surroundings)).toBe(0);
    const lines = captured.stdout().trimEnd().split('\n');
    expect(Math.max(...lines.map((line) => columnsOf(line)))).toBeLessThanOrEqual(60);
    expect(lines).toContain('│  ├─ Last day to ask: Fri, November 20, 2026 (the whole day');
    const narrow = capture(argv, { isTTY: true, columns: 30, environment: { NO_COLOR: '1' } });
    expect(await runCli(narrow.surroundings)).toBe(0);
    expect(narrow.stdout()).toMatch(/^Eligible: right of withdrawal\n\(law:EU\)\n├─ Why\n/);
  });

  it('writes a tree into a file as it is, without colors and broken lines', async () => {
    const file = path.join(folder, 'tree.txt');
    const argv = ['policy', 'explain', handbook, '--countries', 'DE', '--at', at, '--facts', path.join(folder, 'case.json')];
    const captured = capture([...argv, '-o', file], { isTTY: true, columns: 60, environment: { FORCE_COLOR: '1' } });
    expect(await runCli(captured.surroundings)).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(path.join(import.meta.dirname, '../golden/explain.tree.txt'), 'utf8'));
  });

  it('reads the facts from YAML too', async () => {
    const yaml = write(
      'case.yaml',
      'buyer: { country: DE }\norder: { deliveredAt: 2026-11-06 }\nitem: { price: 80.00 EUR, quantity: 1 }\nreason: no-reason\n',
    );
    expect((await run('--facts', yaml)).stdout.split('\n')[0]).toBe('Needs review by a person: right of withdrawal (law:EU)');
  });

  it('writes a file once, and over it only when forced', async () => {
    const file = path.join(folder, 'picture.svg');
    const flags = ['--format', 'svg', '-o', file];
    expect(await explainCase(...flags)).toEqual({ code: 0, stdout: '', stderr: '' });
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, 'mine');
    const refused = await explainCase(...flags);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('picture.svg: is already there; --force writes over it');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await explainCase(...flags, '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });
});

describe('bad input', () => {
  it.each([
    ['no JSON', '{ "buyer": { "country": "DE" ', /case-bad\.json:1:\d+: neither JSON nor YAML/],
    ['a list', '[1, 2]', /case-bad\.json:1:1: expected the facts of one case/],
    ['a text', 'hello', /case-bad\.json:1:1: expected the facts of one case/],
    ['nothing', '', /case-bad\.json: expected the facts of one case/],
    [
      'an unknown key',
      '{\n  "order": { "deliverdAt": "2026-11-06" },\n  "buyer": { "country": "DE" }\n}',
      /case-bad\.json:2:28: order\.deliverdAt cannot be used.*did you mean order\.deliveredAt\?/,
    ],
    ['a missing key', '{\n  "buyer": {}\n}', /case-bad\.json:2:12: buyer\.country cannot be used/],
    ['a price that is none', facts({ item: { price: '80.005 EUR', quantity: 1 } }), /case-bad\.json: '80\.005 EUR'/],
    [
      'aliases that multiply',
      `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n`,
      /case-bad\.json: /,
    ],
  ])('%s is named with its place', async (_name, text, message) => {
    const { code, stdout, stderr } = await run('--facts', write('case-bad.json', text));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    ['a file that is not there', ['--facts', 'nowhere.json'], 'nowhere.json: no such file'],
    ['a language nobody wrote', ['--facts', 'x.json', '--locale', 'fr'], 'expected one of en, zh-Hans'],
    ['a moment that is none', ['--facts', 'x.json', '--at', 'soon'], 'expected a day such as'],
    ['a format that is none', ['--facts', 'x.json', '--format', 'png'], 'allowed choices are tree, text, json, svg'],
    ['no facts', [], '--facts'],
  ])('%s ends with 2', async (_name, flags, message) => {
    const { code, stderr } = await run(...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const small = /tick|day|mark-label|pill-text/;

/** Every text of the picture with the room it takes, about. */
const textsOf = (svg: string): readonly Box[] => {
  const boxes: Box[] = [];
  const parser = new SaxesParser();
  let open: Record<string, string> | null = null;
  parser.on('opentag', ({ name, attributes }) => (open = name === 'text' ? { ...attributes } : null));
  parser.on('text', (text) => {
    if (open === null) return;
    const kind = open['class'] ?? '';
    const size = kind === 'title' ? 19 : small.test(kind) ? 11.5 : 13;
    const width = columnsOf(text) * size * 0.5;
    const x = Number(open['x']);
    const left = open['text-anchor'] === 'end' ? x - width : open['text-anchor'] === 'middle' ? x - width / 2 : x;
    boxes.push({ text, left, right: left + width, top: Number(open['y']) - size * 0.8, bottom: Number(open['y']) + size * 0.2 });
    open = null;
  });
  parser.write(svg).close();
  return boxes;
};

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const longAgo = { placedAt: '2023-01-01', deliveredAt: '2023-01-05' };
const neverCame = { placedAt: '2026-10-28', estimatedDeliveryAt: '2026-11-10' };

describe('the timeline', () => {
  const draw = async (changes: object, ...flags: readonly string[]): Promise<string> =>
    (await run('--facts', write('drawn.json', facts(changes)), '--format', 'svg', ...flags)).stdout;

  it.each([
    ['en', 'a change of mind', {}],
    ['zh', 'faulty goods, with years to run', { reason: 'defective' }],
    ['en', 'a case of long ago', { reason: 'defective', requestedAt: '2026-11-06', order: longAgo, events: {} }],
    ['zh', 'a marketplace with many duties', { marketplace: 'amazon', site: 'DE', programme: 'fulfilled-by-seller' }],
    ['en', 'goods that never came', { reason: 'not-received', order: neverCame, events: {} }],
    ['en', 'a case without a right', { reason: 'malicious-or-abuse', platformDeadlines: [] }],
  ])('%s, %s: is well-formed, and no text lies on another', async (locale, _name, changes) => {
    const texts = textsOf(await draw(changes, '--locale', locale, '--sites', 'amazon:DE'));
    const pairs = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter((other) => overlaps(one, other))
        .map((other) => [one.text, other.text]),
    );
    expect(pairs).toEqual([]);
    expect(texts.filter(({ left, right }) => left < 24 || right > 1016)).toEqual([]);
  });

  it('says whose turn it is, and marks what is past', async () => {
    const svg = await draw({});
    const seller = svg.slice(svg.indexOf('<title>The seller</title>'));
    expect(seller).toMatch(/class="lane-next"[\s\S]*>next<[\s\S]*class="party"[^>]*>answer the request</);
    expect(svg.slice(0, svg.indexOf('<title>The seller</title>'))).not.toContain('"lane-next"');
    expect(svg).toContain('class="window-past"');
  });

  it('can be read without being seen, and brings nothing from outside', async () => {
    const svg = await draw({});
    expect(svg).toMatch(/role="img" aria-labelledby="timeline-title timeline-text" lang="en"/);
    expect(svg).toContain('<title id="timeline-title">Eligible: right of withdrawal (law:EU)</title>');
    expect(svg).toMatch(/<desc id="timeline-text">[\s\S]*the seller: answer the request: Tue, November 24, 2026/);
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
    expect(svg).not.toMatch(/href|url\(|@import|<script|<image|<foreignObject/);
  });

  it('writes no text and no value as markup', () => {
    expect(textElement('text', { class: '"><b' }, 'a < b & c\u0001')).toBe(
      '<text class="&quot;&gt;&lt;b">a &lt; b &amp; c</text>',
    );
  });
});
