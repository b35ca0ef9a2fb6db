import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Atlas, AtlasCell } from '../../../../src/cli/policy/atlas/atlas.js';
import { runPolicy } from '../run.js';

/** The data in a page, as its script reads it. */
const dataIn = (page: string): Atlas => {
  const [, text = ''] = /<script type="application\/json" id="atlas">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(text) as Atlas;
};

const cellOf = ({ regions, columns }: Atlas, country: string, column: string): AtlasCell => {
  const row = regions.flatMap(({ rows }) => rows).find((each) => each.country === country);
  return row!.cells[columns.findIndex(({ id }) => id === column)]!;
};

const shop = ['atlas', 'examples/ci/after.yaml', '--at', '2026-11-22', '--countries', 'DE', 'FR', 'SG'];

describe('aftersale policy atlas', () => {
  let printed: Awaited<ReturnType<typeof runPolicy>>;
  beforeAll(async () => void (printed = await runPolicy(...shop)));

  it('prints one page, and beside it how much of the policy is below the floor', async () => {
    const { code, stdout, stderr } = printed;
    expect(code).toBe(0);
    expect(stdout.startsWith('<!doctype html>\n')).toBe(true);
    expect(stderr).toMatch(/^3 countries, 45 cells: \d+ below the floor, \d+ in some cases, 0 waived, \d+ not known\n$/);
    const { explanations, version, ...atlas } = dataIn(stdout);
    expect(version).toMatch(/^0\./);
    expect(explanations.nodes.length).toBeGreaterThan(50);
    const packs = atlas.packs.map(({ id }) => id);
    const plain = {
      ...atlas,
      packs,
      regions: atlas.regions.map((region) => ({ ...region, rows: region.rows.map(withoutPlaces) })),
    };
    await expect(`${JSON.stringify(plain, null, 2)}\n`).toMatchFileSnapshot('../../golden/atlas.json.txt');
  });

  it('prints the same page every time', async () => {
    expect((await runPolicy(...shop)).stdout).toBe(printed.stdout);
  });

  it('shows each country on its own site, where sites are named', async () => {
    const { stdout } = await runPolicy(...shop, '--sites', 'amazon:DE', 'aliexpress');
    const rows = dataIn(stdout).regions.flatMap((region) => region.rows);
    expect(rows.map(({ country, soldOn }) => [country, soldOn])).toEqual([
      ['FR', 'aliexpress'],
      ['DE', 'amazon:DE'],
      ['SG', 'aliexpress'],
    ]);
    expect(stdout).toContain('on amazon:DE');
  });

  it('loads nothing from anywhere, and lets no script but its own run', () => {
    const { stdout } = printed;
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(stdout) ?? [];
    expect(policy.replaceAll('&#39;', '"')).toMatch(
      /^default-src "none"; style-src "sha256-[^"]+"; script-src "sha256-[^"]+"; base-uri "none"; form-action "none"; /,
    );
    expect(policy).not.toContain('unsafe');
    expect(stdout.replace(/<script type="application\/json".*?<\/script>/s, '')).not.toMatch(/ (src|href)="(?!#)/);
  });
});

/** Places in tables move with every finding; what they lead to is in the tables. */
const withoutPlaces = ({ cells, ...row }: Atlas['regions'][number]['rows'][number]) => ({
  ...row,
  cells: cells.map(({ window, payer, verdict, standing, here, nearby }) =>
    [window, payer ?? '', verdict, standing, `${String(here.length)}+${String(nearby.length)}`].join(' | '),
  ),
});

describe('a cell', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'aftersale-atlas-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const rules = (days: number, more: string): string => `aftersale: policy/v1
id: shop
seller: { country: DE, timeZone: Europe/Berlin }
currency: EUR
rules:
  - id: change-of-mind
    when: { reasonClass: withdrawal }
    window: { days: ${String(days)}, from: delivered }
    pays: { return: buyer }
    refund: { item: 100%, outbound: full, form: original-means }
    remedies: [refund]
${more}`;

  const atlasOf = async (text: string, countries: readonly string[] = ['DE', 'SG']): Promise<Atlas> => {
    const file = path.join(folder, 'shop.yaml');
    writeFileSync(file, text);
    const { stdout, stderr, code } = await runPolicy('atlas', file, '--at', '2026-11-22', '--countries', ...countries);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return dataIn(stdout);
  };

  it('is below the floor where the policy gives the ordinary case less, and shows what law gives', async () => {
    const atlas = await atlasOf(rules(7, ''));
    const cell = cellOf(atlas, 'DE', 'no-reason');
    expect(cell).toMatchObject({ window: '14 d', payer: 'buyer', standing: 'below', verdict: 'eligible' });
    expect(cell.here.map((place) => atlas.findings[place])).toContainEqual(
      expect.objectContaining({
        code: 'floor',
        rule: 'change-of-mind',
        message: expect.stringContaining('CRD 9(1), 9(2)(b) says yes'),
      }),
    );
    expect(cellOf(atlas, 'SG', 'no-reason')).toMatchObject({ window: '7 d', here: [] });
    expect(atlas.counts.below).toBe(1);
  });

  it('is not where the policy gives enough', async () => {
    const atlas = await atlasOf(rules(30, ''));
    expect(cellOf(atlas, 'DE', 'no-reason')).toMatchObject({ window: '30 d', here: [] });
    expect(atlas.counts.below).toBe(0);
  });

  it('is below the floor for a day that law moves past a Sunday', async () => {
    const atlas = await atlasOf(rules(14, ''));
    const { window, standing, here } = cellOf(atlas, 'DE', 'no-reason');
    expect({ window, standing }).toEqual({ window: '14 d', standing: 'below' });
    expect(here).toHaveLength(1);
  });

  it('says so where only other goods are below the floor', async () => {
    const exception = '    except: [{ id: phones, when: { category: [phones] }, window: { days: 5 } }]\n';
    const atlas = await atlasOf(rules(30, exception));
    const cell = cellOf(atlas, 'DE', 'no-reason');
    expect(cell).toMatchObject({ window: '30 d', standing: 'partly', here: [] });
    expect(cell.nearby.map((place) => atlas.findings[place]?.rule)).toContain('phones');
  });

  it('is waived where the document says why', async () => {
    const waiver = "waive: [{ finding: floor, reason: 'we sell nothing there yet', until: 2027-06-30 }]\n";
    const atlas = await atlasOf(rules(7, waiver));
    const cell = cellOf(atlas, 'DE', 'no-reason');
    expect(cell.standing).toBe('waived');
    expect(atlas.findings[cell.here[0]!]?.waiver).toBe('we sell nothing there yet (until 2027-06-30)');
    expect(atlas.counts).toMatchObject({ below: 0, waived: expect.any(Number) });
  });

  it('is waived in the countries of a waiver that names some', async () => {
    const waiver = "waive: [{ finding: floor, country: [DE], reason: 'not there', until: 2027-06-30 }]\n";
    const atlas = await atlasOf(rules(7, waiver), ['DE', 'FR']);
    expect(cellOf(atlas, 'DE', 'no-reason').standing).toBe('waived');
    expect(cellOf(atlas, 'FR', 'no-reason').standing).toBe('below');
  });

  it('is not waived after the last day of the waiver', async () => {
    const waiver = "waive: [{ finding: floor, country: [DE], reason: 'not yet', until: 2026-11-21 }]\n";
    const atlas = await atlasOf(rules(7, waiver));
    expect(cellOf(atlas, 'DE', 'no-reason').standing).toBe('below');
    expect(atlas.elsewhere.map((place) => atlas.findings[place]?.code)).toContain('waiver-expired');
  });

  it.each([
    ['months: 6, from: delivered', '6 mo', '6 months, until Sat 22 May 2027'],
    ['businessDays: 10, from: delivered', '10 wd', '10 working days, until Fri 4 Dec 2026'],
    ['until: 2027-01-31', '70 d', '70 days, until Sun 31 Jan 2027'],
    ['unlimited: true', 'no end', 'without end'],
  ])('counts a window of %s as its rule writes it', async (written, short, words) => {
    const atlas = await atlasOf(rules(30, '').replace('days: 30, from: delivered', written), ['SG']);
    expect(cellOf(atlas, 'SG', 'no-reason')).toMatchObject({ window: short, windowInWords: words });
  });

  it('names the place of a seller’s rule and the page of a law', async () => {
    const atlas = await atlasOf(rules(7, ''));
    const cited = cellOf(atlas, 'DE', 'no-reason').sources.map((place) => atlas.sources[place]);
    expect(cited).toContainEqual(
      expect.objectContaining({ rule: 'change-of-mind', place: expect.stringMatching(/shop\.yaml:6$/), url: null }),
    );
    expect(cited).toContainEqual(
      expect.objectContaining({
        rule: 'withdrawal-window',
        source: 'CRD 9(1), 9(2)(b)',
        url: expect.stringMatching(/^http:\/\/data\.europa\.eu\//),
      }),
    );
  });
});

describe('the command in docs/ci/atlas.md', () => {
  it('writes the page it names', async () => {
    const [, line = ''] =
      /^npx aftersale policy (atlas .*) -o atlas\.html$/m.exec(readFileSync('docs/ci/atlas.md', 'utf8')) ?? [];
    const folder = mkdtempSync(path.join(tmpdir(), 'aftersale-atlas-'));
    const file = path.join(folder, 'atlas.html');
    expect(await runPolicy(...line.split(' '), '-o', file)).toMatchObject({ code: 0, stdout: '' });
    expect(dataIn(readFileSync(file, 'utf8')).counts.countries).toBe(3);
    rmSync(folder, { recursive: true });
  });
});

describe('where an atlas is written', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'aftersale-atlas-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const small = ['atlas', 'examples/ci/before.yaml', '--at', '2026-11-22', '--countries', 'SG'];

  it('is a file that was not there, unless forced', async () => {
    const file = path.join(folder, 'atlas.html');
    expect(await runPolicy(...small, '-o', file)).toMatchObject({ code: 0, stdout: '' });
    writeFileSync(file, 'mine');
    expect(await runPolicy(...small, '-o', file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--force writes over it'),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await runPolicy(...small, '-o', file, '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<!doctype html>');
  });

  it('is standard output for -', async () => {
    const { code, stdout } = await runPolicy(...small, '-o', '-');
    expect(code).toBe(0);
    expect(stdout).toContain('<!doctype html>');
    expect(existsSync('-')).toBe(false);
  });

  it.each([
    [['examples/policies/nowhere.yaml'], 'no such file'],
    [['examples/policies/*.nothing'], 'no file matches this pattern'],
    [['test/cli/policy/check-policies/typos.yaml'], 'typos.yaml:5:5'],
    [['test/cli/policy/check-policies/clash.yaml'], 'both apply to'],
    [['examples/ci/before.yaml', '--at', 'today'], 'expected a day such as 2026-11-22'],
    [['examples/ci/before.yaml', '--countries', 'Germany'], 'ISO 3166'],
    [['examples/ci/before.yaml', '--countries', 'SG', '-o', 'nowhere/atlas.html'], 'its folder is not there'],
    [[], "missing required argument 'policies'"],
  ])('is refused with %j', async (argv, message) => {
    const { code, stderr, stdout } = await runPolicy('atlas', ...argv);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
