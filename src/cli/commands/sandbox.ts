import type { Command } from 'commander';
import { createOffsetClock, createSandbox, SandboxInputError, type Sandbox } from '../../sandbox/index.js';
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

const describe = ({ marketplaces }: Sandbox): object => {
  const { baseUrl, accounts, mainAccountId, merchantId } = marketplaces.shopee;
  return { shopee: { baseUrl, accounts, mainAccountId, merchantId } };
};

const render = ({ marketplaces }: Sandbox, colors: Colors): string => {
  const { baseUrl, accounts } = marketplaces.shopee;
  const shops = Object.values(accounts).map(
    ({ region, shopId, tokens }) =>
      `  ${region}  shop ${shopId}  access token ${tokens.accessToken}  refresh token ${tokens.refreshToken}`,
  );
  const [first] = Object.values(accounts);
  return [
    `${colors.bold('shopee')} ${baseUrl}`,
    `  partner id ${first?.partnerId ?? ''}  partner key ${first?.partnerKey ?? ''}`,
    ...shops,
    colors.dim(`  move the clock: curl -X POST ${baseUrl}/__sandbox/advance -d '{"ms":86400000}'`),
    colors.dim('  all credentials are made up; press Ctrl-C to stop'),
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
      print(options.json === true ? JSON.stringify(describe(sandbox)) : render(sandbox, colors));
      await untilStopped();
      await sandbox.close();
    });
};
