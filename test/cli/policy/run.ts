import { runCli } from '../../../src/cli/run-cli.js';
import { capture } from '../capture.js';

/** Runs `aftersale policy …` and keeps how it ended and what it wrote. */
export const runPolicy = async (...argv: readonly string[]) => {
  const captured = capture(['policy', ...argv]);
  const code = await runCli(captured.surroundings);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
};
