/** The two functions of a test runner that the kit needs. Those of vitest, jest and node:test fit as they are. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: (name: string, body: () => Promise<void>) => unknown;
}
