import assert from 'node:assert/strict';
import type { LiveHook, LiveMarketplace } from './live-marketplace.js';

/** The part of the marketplace a check cannot do without. */
export const requireHook = <Name extends LiveHook>(live: LiveMarketplace, name: Name): NonNullable<LiveMarketplace[Name]> => {
  const hook = live[name];
  assert.ok(hook !== undefined, `give live.${name}, or say in skip.${name} why it cannot be given`);
  return hook;
};
