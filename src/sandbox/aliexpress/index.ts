import type { Emulator, EmulatorContext } from '../emulator.js';
import type { AliExpressSandbox } from './aliexpress-sandbox.js';
import { answerCall, gateOf } from './answer-call.js';
import { createWorld } from './create-world.js';
import { answerFault } from './fault-answers.js';
import { createGateway } from './gateway.js';
import { createHandle } from './handle.js';
import { createQuotas } from './quotas.js';
import type { AliExpressSandboxSettings } from './settings.js';

/** AliExpress' open platform, as far as after-sales needs it: built from its documentation, its official SDK and answers that were published. */
export const createAliExpressEmulator = (
  context: EmulatorContext,
  settings: AliExpressSandboxSettings = {},
): { readonly emulator: Emulator; readonly handle: AliExpressSandbox } => {
  const world = createWorld(context, settings);
  const gateway = createGateway(world.app, world.tokens, createQuotas(settings.quotas));
  const runDue = (at: number): void => {
    const seconds = Math.floor(at / 1000);
    world.issues.runDue(seconds);
    world.reverseOrders.runDue(seconds);
  };
  const handle = createHandle({ world, context, runDue: () => runDue(context.clock.now()) });
  const emulator: Emulator = {
    marketplace: 'aliexpress',
    operationOf: ({ path, query }) => query.get('method') ?? path.replace(/^\/(?:rest\/)?/, ''),
    handle: (request) => answerCall(request, { world, gateway, now: context.clock.now() }),
    answerFault: (fault, request) => answerFault(fault, gateOf(request), world.envelopes),
    runDue,
    settle: () => Promise.resolve(),
    expireTokens: () => handle.expireTokens(),
    // AliExpress tells nobody of a dispute: there is no push to send.
    sendPushesTo: () => undefined,
    cases: () => handle.cases(),
    pushes: () => [],
    accounts: () => Object.values(handle.accounts),
  };
  return { emulator, handle };
};
