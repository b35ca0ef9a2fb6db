/** Thrown for a setting, rule or call the sandbox cannot use; the message says what it expected. */
export class SandboxInputError extends Error {
  override readonly name = 'SandboxInputError';
}
