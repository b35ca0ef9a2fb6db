import type { Command } from 'commander';
import { createOffsetClock, createSandbox, SandboxInputError, sandboxMarketplaces, type Sandbox } from '../../sandbox/index.js';
import { UsageError } from '../exit-code.js';
import type { CommandContext } from '../run-cli.js';
import { createTerminal, type Colors } from '../terminal.js';
import { wholeNumber } from '../whole-number.js';

interface SandboxOptions {
  readonly port?: number;
  readonly seed: number;
  readonly cases: number;
  readonly json?: true;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** `sellerId 223525827  accessToken 500007…`: every credential with its name, those of the tokens too. */
const lineOf = (account: object): string =>
  Object.entries({ ...account })
    .map(([name, value]: [string, unknown]) =>
      isFields(value) && !Array.isArray(value) ? lineOf(value) : `${name} ${String(value)}`,
    )
    .join('  ');

const render = ({ marketplaces }: Sandbox, colors: Colors): string => {
  const served = sandboxMarketplaces.flatMap((name) => {
    const accounts: Readonly<Record<string, object>> = marketplaces[name].accounts;
    const lines = Object.values(accounts).map((account) => `  ${lineOf(account)}`);
    return [`${colors.bold(name)} ${marketplaces[name].baseUrl}`, ...lines];
  });
  const { baseUrl } = marketplaces.shopee;
  return [
    ...served,
    colors.dim(`move the clock: curl -X POST ${baseUrl}/__sandbox/advance -d '{"ms":86400000}'`),
    colors.dim('all credentials are made up; press Ctrl-C to stop'),
  ].join('\n');
};

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

const start = async ({ port, seed, cases }: SandboxOptions): Promise<Sandbox> => {
  try {
    return await createSandbox({
      clock: createOffsetClock(),
      seed: { value: seed, cases },
      ...(port === undefined ? {} : { port }),
    });
  } catch (error) {
    if (error instanceof SandboxInputError) throw new UsageError(error.message);
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new UsageError(`port ${port ?? ''} is taken`);
    throw error;
  }
};

export const addSandboxCommand = (program: Command, { surroundings }: CommandContext): void => {
  program
    .command('sandbox')
    .description('serve emulated marketplaces on this machine until stopped')
    .option('--port <number>', 'first port; free ones unless given', wholeNumber(1, 65_535))
    .option('--seed <number>', 'what the emulated shops are made from', wholeNumber(0, 2 ** 31), 1)
    .option('--cases <number>', 'cases of the first shop', wholeNumber(0, 999_999), 40)
    .option('--json', 'print addresses and credentials as one line of JSON')
    .action(async (options: SandboxOptions) => {
      const sandbox = await start(options);
      const { print, colors } = createTerminal(surroundings);
      // As JSON a handle is its addresses and credentials: what it does is functions.
      print(options.json === true ? JSON.stringify(sandbox.marketplaces) : render(sandbox, colors));
      await untilStopped();
      await sandbox.close();
    });
};
