import { capabilitiesOf, operationNames, type MarketplaceAdapter, type OperationName } from '../../src/index.js';
import { code, table } from './markdown.js';

/** What a call does on a marketplace, consequences first. Typed by the contract, so that a new operation must be described. */
export type Effects = Readonly<Record<OperationName, string>>;

/** Each operation of the contract: what it does there, or why there is none. */
export const capabilitiesTable = (adapter: MarketplaceAdapter, effects: Effects): string => {
  const capabilities = capabilitiesOf(adapter);
  return table(
    ['Operation', '', 'What it does, or why not'],
    operationNames.map((name) => {
      const capability = capabilities[name];
      if (capability.supported) return [code(name), 'yes', effects[name]];
      return [code(name), 'no', `${capability.reason} ([page](${capability.documentation}))`];
    }),
  );
};
