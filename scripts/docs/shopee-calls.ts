import * as application from '../../src/marketplaces/shopee/endpoints/application.js';
import * as orders from '../../src/marketplaces/shopee/endpoints/orders.js';
import * as reads from '../../src/marketplaces/shopee/endpoints/return-reads.js';
import * as writes from '../../src/marketplaces/shopee/endpoints/return-writes.js';
import * as tokens from '../../src/marketplaces/shopee/endpoints/tokens.js';
import { code, table } from './markdown.js';

interface CallFacts {
  readonly name: string;
  readonly documentation: string;
  readonly repeatable: 'safe' | 'once';
  readonly credential: string;
}

const groups: readonly (readonly CallFacts[])[] = [
  Object.values(reads),
  Object.values(writes),
  Object.values(orders),
  Object.values(tokens),
  Object.values(application),
];

const repeats = { safe: 'yes', once: '**no**: sent once' } as const;
const signers: Readonly<Record<string, string>> = { seller: 'shop', application: 'application' };

const byName = (left: CallFacts, right: CallFacts): number => (left.name < right.name ? -1 : 1);

/** Every wire call with the page it was written from, whether it may be repeated, and for whom it is signed. */
export const callsTable = (): string =>
  table(
    ['Call', 'Repeated after a passing failure', 'Signed for'],
    groups.flatMap((calls) =>
      [...calls]
        .sort(byName)
        .map(({ name, documentation, repeatable, credential }) => [
          `[${code(name)}](${documentation})`,
          repeats[repeatable],
          signers[credential] ?? credential,
        ]),
    ),
  );
