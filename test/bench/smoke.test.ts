import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runProcess } from '../setup/run-process.js';

const root = path.resolve(import.meta.dirname, '../..');
const finding = z.object({ group: z.string(), what: z.string(), ratio: z.number().nullish() });
const output = z.object({ findings: z.array(finding), promises: z.number() });

const bench = (parts: string) =>
  runProcess(process.execPath, ['--import', 'tsx', 'bench/run.ts', '--quick', '--json', '--only', parts], { cwd: root });

describe('the bench in tiny sizes', { timeout: 600_000 }, () => {
  it('measures each part against its yardstick', async () => {
    const { status, stdout, stderr } = await bench('client,parsing,memory,imports,size');
    expect(status, stderr).toBe(0);
    const { findings, promises } = output.parse(JSON.parse(stdout));
    expect(promises).toBeGreaterThan(5);
    // Times mean nothing here; that there is a number on both sides does.
    const ratios = findings.flatMap(({ ratio }) => (typeof ratio === 'number' ? [ratio] : []));
    expect(ratios.length).toBeGreaterThan(8);
    expect(ratios.every((ratio) => ratio > 0 && Number.isFinite(ratio))).toBe(true);
    expect(new Set(findings.map(({ group }) => group)).size).toBe(6);
  });
});
