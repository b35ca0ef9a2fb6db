import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { capture } from './capture.js';

const run = async (...args: Parameters<typeof capture>) => {
  const captured = capture(...args);
  const code = await runCli(captured.surroundings);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
};

const policyCommands = ['init', 'check', 'test', 'diff', 'backtest', 'explain', 'export', 'atlas', 'schema'];
const commands = ['sandbox', 'demo', ...policyCommands.map((name) => `policy ${name}`)];

describe('wrong usage is told in two lines, with the way to the help of that command', () => {
  it('of every command there is', async () => {
    const named = async (...argv: readonly string[]): Promise<readonly string[]> => {
      const [, list = ''] = (await run(argv)).stdout.split('Commands:\n');
      return [...list.matchAll(/^ {2}([a-z]+)/gm)].flatMap(([, name = '']) => (name === 'help' ? [] : [name])).sort();
    };
    expect(await named('--help')).toEqual(['demo', 'policy', 'sandbox']);
    expect(await named('policy', '--help')).toEqual([...policyCommands].sort());
  });

  it.each(commands)('aftersale %s', async (name) => {
    const { code, stdout, stderr } = await run([...name.split(' '), '--hlep']);
    expect(stderr).toMatch(
      new RegExp(
        `^error (required option '.+' not specified|unknown option '--hlep'; did you mean --help\\?)\nsee aftersale ${name} --help\n$`,
      ),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it.each([
    ['dmeo', "unknown command 'dmeo'; did you mean demo?", ''],
    ['policy chekc x.yaml --countries DE', "unknown command 'chekc'; did you mean check?", ' policy'],
    ['--countries DE policy check', "unknown option '--countries'", ''],
    ['policy check x.yaml --countrys DE', "unknown option '--countrys'; did you mean --countries?", ' policy check'],
    ['policy check x.yaml -x', "unknown option '-x'", ' policy check'],
    ['policy check x.yaml --countries', "option '--countries <codes...>' argument missing", ' policy check'],
    ['policy check', "missing required argument 'files'", ' policy check'],
    ['policy check x.yaml --reporter xml', "argument 'xml' is invalid: allowed choices are pretty, ", ' policy check'],
    [
      'policy check x.yaml --countries none DE',
      "argument 'DE' is invalid: none stands for no country at all, and ",
      ' policy check',
    ],
    [
      'policy check x.yaml --countries DE none',
      "argument 'none' is invalid: none stands for no country at all, ",
      ' policy check',
    ],
    ['policy init -o --force', "option '-o, --output <file>' argument missing: --force is an option itself", ' policy init'],
    ['policy backtest x.yaml --cases --at', "option '--cases <source>' argument missing: --at is an option ", ' policy backtest'],
    ['policy diff a b c', "too many arguments for 'diff'. Expected 2 arguments but got 3.", ' policy diff'],
    ['policy explain x.yaml', "required option '--facts <file>' not specified", ' policy explain'],
    ['sandbox extra', "too many arguments for 'sandbox'. Expected 0 arguments but got 1.", ' sandbox'],
    ['demo --seed x', "option '--seed <number>' argument 'x' is invalid: expected a whole number", ' demo'],
  ])('aftersale %s', async (line, message, path) => {
    const { code, stdout, stderr } = await run(line.split(' '));
    const [first = '', ...rest] = stderr.split('\n');
    expect(first.slice(0, 6)).toBe('error ');
    expect(first).toContain(message);
    expect(rest).toEqual([`see aftersale${path} --help`, '']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('in color for a person, as every other error', async () => {
    expect((await run(['dmeo'], { isTTY: true })).stderr).toMatch(/^\u001B\[31merror\u001B\[39m unknown command/);
  });
});
