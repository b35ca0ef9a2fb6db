import { parseLosslessly } from '../../src/core/lossless-json.js';
import { createCaseIds } from '../../src/core/account-ids.js';
import { getReturnDetail } from '../../src/marketplaces/shopee/endpoints/return-reads.js';
import { toCase } from '../../src/marketplaces/shopee/mappers/case.js';
import { compilePolicy, decide, toFacts } from '../../src/policy/index.js';
import { createDriftReporter } from '../../src/transport/drift.js';
import { parseWire } from '../../src/transport/wire-parse.js';
import type { CaseSummary } from '../../src/core/case.js';
import { createClient } from '../../src/index.js';
import { caseTextInput, recordedBodies } from '../contract.js';
import { at } from '../policy/cases.js';
import { twelveRules } from '../policy/twelve-rules.js';
import { answer, readInput } from './program.js';
import { race } from './race.js';
import { openShop } from './shop-adapter.js';

/** The text of a case as it came, checked, translated and decided with its deadlines, against parsing the text without loss. */

const { shop, ...length } = readInput(caseTextInput);
const drift = createDriftReporter('shopee', undefined);
const account = { marketplace: 'shopee', environment: 'sandbox', sellerId: '14701711' } as const;
const context = { account, toId: createCaseIds(account), confirm: { statuses: ['REQUESTED'], requestTypes: [0] }, drift };
/** The twelve rules as a shop in Singapore would have them. */
const rules: unknown = JSON.parse(
  JSON.stringify(twelveRules).replaceAll('EUR', 'SGD').replaceAll('Europe/Berlin', 'Asia/Singapore'),
);
const policy = compilePolicy([rules]);
/** What the shop knows of the order without asking: the text of a case has none of its days. */
const order = {
  placedAt: '2026-01-02',
  shippedAt: '2026-01-03',
  estimatedDeliveryAt: '2026-01-08',
  deliveredAt: '2026-01-06',
  shipping: { paid: { minor: 190, currency: 'SGD' } },
  isWhole: true,
};

interface Text {
  readonly returnSn: string;
  readonly body: string;
}

/** What the marketplace answered when the cases were read, as it came over the wire. */
const recordTexts = async (): Promise<readonly Text[]> => {
  const client = createClient({ accounts: { shop: openShop(shop) } });
  const summaries: CaseSummary[] = [];
  for await (const summary of client.cases.list()) summaries.push(summary);
  await client.hydrate(summaries, { concurrency: 4 });
  const recorded = await fetch(`${shop.baseUrl}/__bench/bodies`);
  const details = recordedBodies.parse(await recorded.json()).filter(({ path }) => path.endsWith('get_return_detail'));
  return details.map(({ key, body }) => ({ returnSn: new URLSearchParams(key).get('return_sn') ?? '', body }));
};

const decided = new Set<string>();

const decideText = ({ returnSn, body }: Text): void => {
  const parsed = parseLosslessly(body);
  const payload = typeof parsed === 'object' && parsed !== null && 'response' in parsed ? parsed.response : undefined;
  const options = { marketplace: 'shopee', status: 200, requestId: undefined, drift };
  const wire = parseWire(getReturnDetail, { payload, input: { returnSn } }, options);
  const found = toCase({ wire, solutions: undefined, escrow: undefined }, context);
  const { verdict } = decide(policy, { ...toFacts(found), order }, at);
  decided.add(verdict);
};

const texts = await recordTexts();
if (texts.length === 0) throw new Error('no case was recorded');
texts.forEach(decideText);
if (!decided.has('eligible')) throw new Error('no case is eligible, so not much was decided');
answer({
  count: texts.length,
  series: [
    race(
      {
        what: 'text',
        bytes: texts.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) / texts.length,
        ours: () => texts.forEach(decideText),
        theirs: () => texts.forEach(({ body }) => parseLosslessly(body)),
      },
      length,
    ),
  ],
});
process.exit(0);
