import { getEscrowDetail } from '../../src/marketplaces/shopee/endpoints/orders.js';
import { getAvailableSolutions, getReturnDetail, getReturnList } from '../../src/marketplaces/shopee/endpoints/return-reads.js';
import { toCase, toSummary, type MappingContext } from '../../src/marketplaces/shopee/mappers/case.js';
import { createCaseIds } from '../../src/core/account-ids.js';
import type { Endpoint } from '../../src/transport/endpoint.js';
import { createDriftReporter } from '../../src/transport/drift.js';
import { parseWire } from '../../src/transport/wire-parse.js';
import { parserInput } from '../contract.js';
import { answer, readInput } from './program.js';
import { race } from './race.js';

/** Checking and translating what came, against `JSON.parse` of the same bytes. */

const { bodies, ...length } = readInput(parserInput);

const drift = createDriftReporter('shopee', undefined);
const account = { marketplace: 'shopee', environment: 'sandbox', sellerId: '14701711' } as const;
const context: MappingContext = {
  account,
  toId: createCaseIds(account),
  confirm: { statuses: ['REQUESTED'], requestTypes: [0] },
  drift,
};

const payloadOf = (text: string): unknown => {
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null && 'response' in body ? body.response : undefined;
};

const check = <Input, Wire, Output>(endpoint: Endpoint<Input, Wire, Output>, payload: unknown, input: Input): Output =>
  parseWire(endpoint, { payload, input }, { marketplace: 'shopee', status: 200, requestId: undefined, drift });

/** The answers by the number that asked for them. */
const answersOf = (end: string, name: string): ReadonlyMap<string, string> =>
  new Map(
    bodies.flatMap(({ path, key, body }) =>
      path.endsWith(end) && payloadOf(body) !== undefined ? [[new URLSearchParams(key).get(name) ?? '', body] as const] : [],
    ),
  );

const [solutions, escrows] = [answersOf('get_available_solutions', 'return_sn'), answersOf('get_escrow_detail', 'order_sn')];

interface CaseAnswers {
  readonly returnSn: string;
  readonly texts: readonly string[];
  readonly detail: unknown;
  readonly solutions: unknown;
  readonly escrow: unknown;
  readonly orderSn: string;
}

/** What `get` reads for one case: the detail, and with it the solutions or the escrow. */
const toAnswers = (returnSn: string, detail: string): CaseAnswers => {
  const wire = check(getReturnDetail, payloadOf(detail), { returnSn });
  const solution = solutions.get(returnSn);
  const escrow = wire.status === 'CLOSED' ? escrows.get(wire.order_sn) : undefined;
  return {
    returnSn,
    orderSn: wire.order_sn,
    texts: [detail, ...(solution === undefined ? [] : [solution]), ...(escrow === undefined ? [] : [escrow])],
    detail: payloadOf(detail),
    solutions: solution === undefined ? undefined : payloadOf(solution),
    escrow: escrow === undefined ? undefined : payloadOf(escrow),
  };
};

const cases = [...answersOf('get_return_detail', 'return_sn')].slice(0, 300).map(([returnSn, body]) => toAnswers(returnSn, body));
const pages = bodies.filter(({ path }) => path.endsWith('get_return_list')).slice(0, 20);
const pagePayloads = pages.map(({ body }) => payloadOf(body));

const mapCase = ({ returnSn, orderSn, ...payloads }: CaseAnswers): void => {
  const wire = check(getReturnDetail, payloads.detail, { returnSn });
  toCase(
    {
      wire,
      solutions: payloads.solutions === undefined ? undefined : check(getAvailableSolutions, payloads.solutions, { returnSn }),
      escrow: payloads.escrow === undefined ? undefined : check(getEscrowDetail, payloads.escrow, { orderSn }),
    },
    context,
  );
};

const mapPage = (payload: unknown): void => {
  for (const row of check(getReturnList, payload, { pageNo: 0, pageSize: 100 }).return) toSummary(row, context);
};

const meanBytes = (texts: readonly string[], things: number): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / things;

const texts = cases.flatMap((found) => found.texts);
answer({
  series: [
    race(
      {
        what: 'one case',
        bytes: meanBytes(texts, cases.length),
        ours: () => cases.forEach(mapCase),
        theirs: () => texts.forEach((text) => void JSON.parse(text)),
      },
      length,
    ),
    race(
      {
        what: 'one page of the list',
        bytes: meanBytes(
          pages.map(({ body }) => body),
          pages.length,
        ),
        ours: () => pagePayloads.forEach(mapPage),
        theirs: () => pages.forEach(({ body }) => void JSON.parse(body)),
      },
      length,
    ),
  ],
});
process.exit(0);
