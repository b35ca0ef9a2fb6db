import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { SandboxClock } from '../clock/sandbox-clock.js';
import type { Emulator } from '../emulator.js';
import type { SandboxRequest } from '../exchange.js';
import { exchangeWithFaults } from '../faults/apply-faults.js';
import type { FaultBoard } from '../faults/fault-board.js';
import { toInstant } from '../instant.js';
import type { RequestLog } from '../request-log.js';
import type { ControlSurface } from './control-surface.js';
import { deliver } from './deliver.js';
import { readBody } from './read-body.js';

export interface EmulatorServerOptions {
  readonly emulator: Emulator;
  readonly clock: SandboxClock;
  readonly faults: FaultBoard;
  readonly log: RequestLog;
  readonly control: ControlSurface;
}

const toRequest = (incoming: IncomingMessage, body: Buffer, clock: SandboxClock): SandboxRequest => {
  const url = new URL(incoming.url ?? '/', 'http://sandbox');
  const at = clock.now();
  const wallNow = clock.wallNow?.();
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
    at,
    acceptableTimes: wallNow === undefined ? [at] : [at, wallNow],
  };
};

const answerEmulated = async (
  options: EmulatorServerOptions,
  request: SandboxRequest,
  outgoing: ServerResponse,
): Promise<void> => {
  const { emulator, faults, log } = options;
  emulator.runDue(request.at);
  const delivery = await exchangeWithFaults({ emulator, faults, request });
  const { method, path } = request;
  const isBroken = delivery.damage === 'destroyed';
  log.add({
    at: toInstant(request.at),
    marketplace: emulator.marketplace,
    method,
    path,
    operation: emulator.operationOf(request),
    status: isBroken ? 0 : delivery.reply.status,
    error: delivery.reply.error,
    ...(delivery.fault !== undefined && { fault: delivery.fault }),
  });
  if (delivery.delayInMs === 0) deliver(outgoing, delivery);
  else setTimeout(() => deliver(outgoing, delivery), delivery.delayInMs).unref();
};

const answer = async (options: EmulatorServerOptions, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
  const body = await readBody(incoming);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const request = toRequest(incoming, body, options.clock);
  if (!options.control.owns(request.path)) await answerEmulated(options, request, outgoing);
  else {
    const reply = await options.control.handle(request);
    deliver(outgoing, { reply, damage: 'none', at: request.at });
  }
};

/** Longer than a client keeps a connection: an idle one that ends just as it is used again would look like a fault nobody asked for. */
const keepAliveTimeInMs = 10 * 60_000;

/** One marketplace's server. A caller who hangs up, or a defect of the sandbox itself, ends the connection and nothing else. */
export const createEmulatorServer = (options: EmulatorServerOptions): Server =>
  createServer({ keepAliveTimeout: keepAliveTimeInMs }, (incoming, outgoing) => {
    answer(options, incoming, outgoing).catch((error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!outgoing.headersSent && !outgoing.destroyed) outgoing.writeHead(500, { 'x-sandbox-defect': '1' }).end(message);
    });
  });
