import type { Emulator, EmulatorContext } from '../emulator.js';
import type { Reply, SandboxRequest } from '../exchange.js';
import { createWorld } from './create-world.js';
import { Refusal } from './envelope.js';
import { answerFault } from './fault-answers.js';
import { createGateway, type Gateway } from './gateway.js';
import { createHandle } from './handle.js';
import { createQuotas } from './quotas.js';
import { endpointOf } from './routes.js';
import type { ShopeeSandboxSettings } from './settings.js';
import type { ShopeeSandbox } from './shopee-sandbox.js';
import type { ShopeeWorld } from './world.js';

const wrongPath = (): Refusal =>
  new Refusal('error_param', 'Permission denied. This API is currently offline or the request path is incorrect.', {
    status: 403,
  });

const answerCall =
  (world: ShopeeWorld, gateway: Gateway, at: number) =>
  async (request: SandboxRequest): Promise<Reply> => {
    const endpoint = endpointOf(request.method, request.path);
    if (endpoint === undefined) throw wrongPath();
    const subject = endpoint.type === 'open' ? undefined : gateway.admit(request, endpoint.type);
    return endpoint.answer({ world, request, subject, now: Math.floor(at / 1000) });
  };

const createShopeeGateway = (world: ShopeeWorld, settings: ShopeeSandboxSettings): Gateway => {
  const { app, tokens, authorizations, shops } = world;
  return createGateway({
    app,
    tokens,
    authorizations,
    quotas: createQuotas(settings.quotas),
    isKnown: ({ kind, id }) => (kind === 'shop' ? shops.some(({ shopId }) => shopId === id) : id === authorizations.merchantId),
  });
};

/** Shopee's Open Platform v2, as far as after-sales needs it: built from its documentation and from what was measured on live shops. */
export const createShopeeEmulator = (
  context: EmulatorContext,
  settings: ShopeeSandboxSettings = {},
): { readonly emulator: Emulator; readonly handle: ShopeeSandbox } => {
  const world = createWorld(context, settings);
  const gateway = createShopeeGateway(world, settings);
  const runDue = (at: number): void => world.returns.runDue(Math.floor(at / 1000));
  const handle = createHandle({ world, context, runDue: () => runDue(context.clock.now()) });
  const emulator: Emulator = {
    marketplace: 'shopee',
    operationOf: ({ path }) => path.replace(/^\/api\/v2\//, ''),
    handle: async (request) => {
      try {
        return await answerCall(world, gateway, context.clock.now())(request);
      } catch (error) {
        if (error instanceof Refusal) return world.envelopes.refuse(error);
        throw error;
      }
    },
    answerFault: (fault) => answerFault(fault, world.envelopes),
    runDue,
    settle: () => world.pushes.settle(),
    expireTokens: () => handle.expireTokens(),
    sendPushesTo: (url) => handle.sendPushesTo(url),
    cases: () => handle.cases(),
    pushes: () => handle.pushes(),
    accounts: () => Object.values(handle.accounts),
  };
  return { emulator, handle };
};
