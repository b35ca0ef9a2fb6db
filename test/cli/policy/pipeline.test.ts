import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runProcess } from '../../setup/run-process.js';
import { sarifErrors } from '../report-schemas.js';

const root = path.resolve(import.meta.dirname, '../../..');
const main = path.join(root, 'src/cli/main.ts');
const environment = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'), NO_COLOR: '1' };

describe('the sample of a pipeline', () => {
  it('lets the policy pass and refuses the change with its witness', async () => {
    const env = { ...environment, AFTERSALE: `${process.execPath} --import tsx ${main}` };
    const argv = [path.join(root, 'examples/ci/check-a-change.sh'), '--at', '2026-11-22'];
    const { status, stdout, stderr } = await runProcess('sh', argv, { cwd: root, env });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const [passed = '', refused = ''] = stdout.split(/^policy check: .* 0 errors.*$/m);
    expect(passed).not.toContain('error');
    expect(refused).toMatch(/error floor after\.yaml:\d+:5\n {2}shop\/change-of-mind\n/);
    expect(refused).toMatch(/your policy says no \(last day Sun 6 Dec 2026\), CRD 9\(1\), 9\(2\)\(b\) says yes/);
    expect(refused).toMatch(/for example DE.*, delivered 20\d\d-\d\d-\d\d, asked 20\d\d-\d\d-\d\d/);
    expect(refused).toContain('the change was refused');
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly [{ readonly run: string; readonly env: Readonly<Record<string, string>> }] };
}

describe('action.yml', () => {
  const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;
  const [step] = action.runs.steps;
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'aftersale-action-'));
    const npx = path.join(folder, 'npx');
    // Stands for the package: keeps how it was called and runs the sources.
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" >> "${folder}/calls"\nshift 2\nexec "${process.execPath}" --import tsx "${main}" "$@"\n`;
    writeFileSync(npx, script);
    chmodSync(npx, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const act = async (inputs: Readonly<Record<string, string>>) => {
    const given = Object.fromEntries(
      Object.entries(step.env).map(([variable, expression]) => {
        const [, name = ''] = /inputs\.([\w-]+)/.exec(expression) ?? [];
        return [variable, inputs[name] ?? action.inputs[name]?.default ?? ''];
      }),
    );
    const output = path.join(folder, 'output');
    for (const file of ['calls', 'output']) writeFileSync(path.join(folder, file), '');
    const env = {
      ...environment,
      ...given,
      GITHUB_OUTPUT: output,
      PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
    };
    const { status, stdout } = await runProcess('bash', ['-c', step.run], { cwd: root, env });
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    return { status, stdout, calls: read('calls'), output: read('output') };
  };

  it('puts no input into its script, where it could become a command', () => {
    expect(step.run).not.toContain('${{');
  });

  it('runs the command on patterns, annotates, writes SARIF and ends as the command ends', async () => {
    const sarif = path.join(folder, 'report.sarif');
    const files = 'test/cli/policy/check-policies/w*k.yaml\n\n';
    const argv = '--countries\nnone\n--at\n2026-11-22\n';
    const { status, stdout, calls, output } = await act({ files, arguments: argv, sarif, version: '0.1.0' });
    expect(stdout).toMatch(/^::error file=test\/cli\/policy\/check-policies\/week\.yaml,line=14,col=5,title=waiver-expired::/);
    expect(calls.split('\n').slice(0, 5)).toEqual(['--yes', 'aftersale@0.1.0', 'policy', 'check', files.split('\n')[0]]);
    expect(sarifErrors(readFileSync(sarif, 'utf8'))).toEqual([]);
    expect(output).toBe('exit-code=1\n');
    expect(status).toBe(1);
  });

  it('takes a file name for nothing else', async () => {
    const { status, calls } = await act({ files: '$(touch hacked); echo.yaml' });
    expect(calls).toContain('$(touch hacked); echo.yaml\n');
    expect(status).toBe(2);
  });
});
