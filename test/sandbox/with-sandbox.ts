import { afterEach } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

const open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A sandbox that ends with the test: Shopee alone, unless the test names its marketplaces. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const sandbox = await createSandbox({ marketplaces: ['shopee'], ...options });
  open.push(sandbox);
  return sandbox;
};
