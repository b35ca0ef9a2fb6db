import type { Emulator } from '../emulator.js';
import type { Reply, SandboxRequest } from '../exchange.js';
import { faultKinds, parseFaultRule } from '../faults/fault-rule.js';
import type { FaultBoard } from '../faults/fault-board.js';
import { toInstant } from '../instant.js';
import { isJsonObject, parseJson, type JsonObject } from '../json.js';
import type { LedgerBook } from '../ledger.js';
import type { RequestLog } from '../request-log.js';
import { SandboxInputError } from '../sandbox-input-error.js';

const prefix = '/__sandbox/';

/** The part of the server that is no marketplace: it drives the sandbox from other processes and languages. */
export interface ControlSurface {
  owns(path: string): boolean;
  handle(request: SandboxRequest): Promise<Reply>;
}

export interface ControlSurfaceOptions {
  readonly now: () => number;
  readonly advance: (ms: number) => Promise<void>;
  readonly emulators: () => readonly { readonly emulator: Emulator; readonly baseUrl: string }[];
  readonly faults: FaultBoard;
  readonly log: RequestLog;
  readonly ledger: LedgerBook;
}

type Action = (options: ControlSurfaceOptions, body: JsonObject, query: URLSearchParams) => unknown;

const chosen = ({ emulators }: ControlSurfaceOptions, marketplace: unknown): readonly Emulator[] =>
  emulators()
    .map(({ emulator }) => emulator)
    .filter((emulator) => marketplace === undefined || marketplace === null || emulator.marketplace === marketplace);

const advance: Action = async (options, body) => {
  const ms = body['ms'];
  if (typeof ms !== 'number' || !(ms >= 0)) throw new SandboxInputError('expected { ms: number }, 0 or more');
  await options.advance(ms);
  return { now: toInstant(options.now()) };
};

const addFault: Action = (options, body) => {
  options.faults.add(parseFaultRule(body));
  return { faults: options.faults.list() };
};

const clearFaults: Action = (options) => {
  options.faults.clear();
  return { faults: [] };
};

const expireTokens: Action = (options, body) => {
  for (const emulator of chosen(options, body['marketplace'])) emulator.expireTokens();
  return {};
};

const sendPushesTo: Action = (options, body) => {
  const url = body['url'] ?? undefined;
  if (url !== undefined && typeof url !== 'string') throw new SandboxInputError('expected { url: string | null }');
  for (const emulator of chosen(options, body['marketplace'])) emulator.sendPushesTo(url);
  return {};
};

const state: Action = (options) => ({
  now: toInstant(options.now()),
  marketplaces: Object.fromEntries(
    options.emulators().map(({ emulator, baseUrl }) => [emulator.marketplace, { baseUrl, cases: emulator.cases().length }]),
  ),
  faults: options.faults.list(),
  faultKinds,
});

const ofEach =
  (read: (emulator: Emulator) => readonly object[]): Action =>
  (options, _body, query) =>
    chosen(options, query.get('marketplace')).flatMap(read);

const actions: Readonly<Record<string, Action>> = {
  'GET state': state,
  'GET cases': ofEach((emulator) => emulator.cases()),
  'GET accounts': ofEach((emulator) => emulator.accounts()),
  'GET pushes': ofEach((emulator) => emulator.pushes()),
  'GET requests': ({ log }, _body, query) => log.read(query.get('marketplace') ?? undefined),
  'GET ledger': ({ ledger }, _body, query) => ledger.read(query.get('marketplace') ?? undefined),
  'POST advance': advance,
  'POST faults': addFault,
  'DELETE faults': clearFaults,
  'POST expire-tokens': expireTokens,
  'POST push-url': sendPushesTo,
};

const toReply = (status: number, value: unknown): Reply => ({ status, body: JSON.stringify(value), error: '' });

export const createControlSurface = (options: ControlSurfaceOptions): ControlSurface => ({
  owns: (path) => path.startsWith(prefix),
  handle: async ({ method, path, query, body }) => {
    const action = actions[`${method} ${path.slice(prefix.length)}`];
    if (action === undefined) return toReply(404, { message: 'no such control', controls: Object.keys(actions) });
    const input = body.length === 0 ? {} : parseJson(body.toString('utf8'));
    if (!isJsonObject(input)) return toReply(400, { message: 'expected a JSON object' });
    for (const { emulator } of options.emulators()) emulator.runDue(options.now());
    try {
      return toReply(200, await action(options, input, query));
    } catch (error) {
      if (error instanceof SandboxInputError) return toReply(400, { message: error.message });
      throw error;
    }
  },
});
