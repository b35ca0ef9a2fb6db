import type { Emulator, EmulatorContext } from '../emulator.js';
import type { Reply, SandboxRequest } from '../exchange.js';
import { createRandom } from '../random.js';
import type { AmazonSandbox } from './amazon-sandbox.js';
import { createWorld } from './create-world.js';
import { documentsPath } from './documents.js';
import { answerLogin, loginPath } from './endpoints/login.js';
import { answerFault } from './fault-answers.js';
import { createGateway } from './gateway.js';
import { createHandle } from './handle.js';
import { createQuotas } from './quotas.js';
import { forbidden, Refusal } from './refusal.js';
import { routeOf } from './routes.js';
import { toUuid } from './seed/identifiers.js';
import type { AmazonSandboxSettings } from './settings.js';
import type { AmazonWorld } from './world.js';

type Answer = (request: SandboxRequest) => Reply;

/** Refusals are thrown by whatever finds the reason. */
const refusing =
  (answer: Answer): Answer =>
  (request) => {
    try {
      return answer(request);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      throw error;
    }
  };

const withHeaders = (reply: Reply, headers: Readonly<Record<string, string>>): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});

/** The rate is told only with 2xx, 400 and 404: never to be expected with 429 or 403. */
const tellsRate = ({ status }: Reply): boolean => (status >= 200 && status < 300) || status === 400 || status === 404;

const createApi = (world: AmazonWorld, settings: AmazonSandboxSettings): Answer => {
  const quotas = createQuotas(settings.quotas);
  const gateway = createGateway(world.tokens, quotas);
  return (request) => {
    const route = routeOf(request.method, request.path);
    if (route === undefined) throw forbidden();
    const { endpoint, parameters } = route;
    const answer = refusing(() => {
      const admission = gateway.admit(request, endpoint);
      return endpoint.answer({ world, request, parameters, now: request.at, ...admission });
    });
    const reply = answer(request);
    if (world.app.rateHeader === 'missing' || !tellsRate(reply)) return reply;
    return withHeaders(reply, { 'x-amzn-ratelimit-limit': String(quotas.rateOf(endpoint).perSecond) });
  };
};

/** As Amazon's models call it; the login and the storage, which no model knows, by words of their own. */
const operationOf: Emulator['operationOf'] = ({ method, path }) => {
  if (path.startsWith(documentsPath)) return method === 'PUT' ? 'uploadDocument' : 'downloadDocument';
  return routeOf(method, path)?.endpoint.operation ?? path.replace(/^\//, '');
};

const createAnswer = (world: AmazonWorld, settings: AmazonSandboxSettings, seed: number): Answer => {
  const requestIds = createRandom('amazon request ids', seed);
  const api = createApi(world, settings);
  const storage: Answer = (request) =>
    request.method === 'PUT' ? world.documents.upload(request) : world.documents.download(request);
  return refusing((request) => {
    if (request.path.startsWith(documentsPath)) return storage(request);
    const isLogin = request.path === loginPath;
    const reply = refusing(isLogin ? (call) => answerLogin(world, call) : api)(request);
    return withHeaders(reply, { 'x-amzn-requestid': toUuid(requestIds) });
  });
};

/** Amazon's Selling Partner API with its login and its document storage, as far as after-sales needs it. */
export const createAmazonEmulator = (
  context: EmulatorContext,
  settings: AmazonSandboxSettings = {},
): { readonly emulator: Emulator; readonly handle: AmazonSandbox } => {
  const world = createWorld(context, settings);
  const answer = createAnswer(world, settings, context.seed.value);
  const runDue = (at: number): void => world.agenda.runDue(at);
  const handle = createHandle({ world, context, runDue: () => runDue(context.clock.now()) });
  const emulator: Emulator = {
    marketplace: 'amazon',
    operationOf,
    handle: answer,
    answerFault,
    runDue,
    settle: () => Promise.resolve(),
    expireTokens: () => handle.expireTokens(),
    sendPushesTo: () => undefined,
    cases: () => handle.cases(),
    pushes: () => [],
    accounts: () => Object.values(handle.accounts),
  };
  return { emulator, handle };
};
