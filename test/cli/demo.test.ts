import { describe, expect, test } from 'vitest';
import { money, toCaseId } from 'aftersale';
import { renderInbox } from '../../src/cli/demo/render-report.js';
import type { DemoReport, ReportedCase } from '../../src/cli/demo/report.js';
import { runCli } from '../../src/cli/run-cli.js';
import { createTerminal } from '../../src/cli/terminal.js';
import { capture } from './capture.js';

const run = async (...args: Parameters<typeof capture>) => {
  const captured = capture(...args);
  const code = await runCli(captured.surroundings);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
};

describe('aftersale demo', () => {
  test('reads, decides, answers, lets time pass, and keeps every promise', async () => {
    const { code, stdout, stderr } = await run(['demo']);
    expect(stderr).toMatch(/^3 Shopee shops, an AliExpress seller, an Amazon seller, emulated on this machine/);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('golden/demo.txt');
  });

  test('in another world and with more time too, as JSON for a machine', async () => {
    const { code, stdout } = await run(['demo', '--json', '--seed', '3', '--hours', '96']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as DemoReport;
    expect(report.inbox.length).toBeGreaterThan(40);
    const lost = report.answers.filter(({ receipt }) => receipt === 'uncertain');
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.map(({ settlement }) => settlement)).toEqual(lost.map(() => 'applied'));
    expect(report.promises.map(({ kept }) => kept)).not.toContain(false);
    const dues = report.inbox.flatMap(({ next }) => (next === null ? [] : [next.by]));
    expect(dues).toEqual([...dues].sort());
  });
});

describe('the printed report', () => {
  const because = [{ rule: 'quality-fault', source: 'seller:handbook', validFrom: null, confidence: 'seller' }] as const;
  const reported: ReportedCase = {
    id: toCaseId({ marketplace: 'shopee', environment: 'sandbox', sellerId: '1', nativeId: 'R1' }),
    account: 'shopee-sg',
    kind: 'return',
    phase: 'requested',
    waitingOn: 'seller',
    reason: 'quality-below-expectation',
    rawReason: 'EXPECTATION_FAILED',
    requested: money(1397, 'SGD'),
    goods: 'returned',
    next: {
      duty: 'claim-compensation',
      by: '',
      dueInMs: -3_600_000,
      onMiss: 'platform-decides',
      certainty: 'stated',
      source: 'marketplace',
    },
    decision: { verdict: 'needs-review', right: 'conformity/seller:handbook', because, reasons: [] },
    plan: { steps: [{ type: 'person', task: 'submit-evidence', requires: [] }], why: [], needsApproval: true, expiresAt: null },
  };
  const readAt = '2026-11-02T02:00:00.000Z';
  const paper = (...args: Parameters<typeof capture>) => createTerminal(capture(...args).surroundings);

  test('has colors and fewer columns for a person at a small terminal', () => {
    const text = renderInbox({ inbox: [reported], readAt }, paper([], { isTTY: true, columns: 130 }));
    expect(text).toContain('\u001B[33mneeds-review');
    expect(text).not.toContain('REASON');
    const lines = text.replace(/\u001B\[\d+m/g, '').split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(130);
  });

  test('has neither where nobody watches, and cuts no word short', () => {
    const text = renderInbox({ inbox: [reported], readAt }, paper([]));
    expect(text).not.toContain('\u001B');
    expect(text).not.toContain('…');
    for (const word of ['1 h late', 'claim-compensation', 'platform-decides', 'quality-below-expectation', 'submit-evidence'])
      expect(text).toContain(word);
  });

  test('NO_COLOR wins over a terminal, FORCE_COLOR over a pipe', () => {
    expect(renderInbox({ inbox: [reported], readAt }, paper([], { isTTY: true, environment: { NO_COLOR: '1' } }))).not.toContain(
      '\u001B',
    );
    expect(renderInbox({ inbox: [reported], readAt }, paper([], { environment: { FORCE_COLOR: '1' } }))).toContain('\u001B');
  });
});

describe('wrong usage ends with 2 and says what was expected', () => {
  test.each([
    [['demo', '--seed', 'x'], 'expected a whole number from 0 to 2147483648'],
    [['demo', '--hours', '0'], 'expected a whole number from 1 to 1440'],
    [['dmeo'], "unknown command 'dmeo'"],
    [['demo', '--jsn'], "unknown option '--jsn'"],
    [['sandbox', '--port', '99999999'], 'expected a whole number from 1 to 65535'],
  ])('%j', async (argv, message) => {
    const { code, stderr, stdout } = await run(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
  });

  test('--version and --help end with 0', async () => {
    const { version } = (await import('../../package.json', { with: { type: 'json' } })).default as { version: string };
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
    expect((await run(['--help'])).stdout).toContain('sandbox');
  });
});
