/** What the shell sees: 0 done, 1 the thing checked did not hold, 2 wrong usage or input, 3 a fault of ours or of a remote. */
export const exitCode = { passed: 0, failed: 1, badInput: 2, fault: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Wrong usage or input: printed without a stack, ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
