import type { Reply, SandboxRequest } from '../exchange.js';
import { Refusal, type Gate } from './envelope.js';
import type { Gateway } from './gateway.js';
import { readParameters } from './parameters.js';
import { missingParameter, unknownPath } from './refusals.js';
import { businessMethodOf, pageOf, systemMethodOf } from './routes.js';
import type { AliExpressWorld } from './world.js';

const systemPrefix = '/rest';

/** Which of the two gates a call knocks at: their errors have different shapes. */
export const gateOf = ({ path }: Pick<SandboxRequest, 'path'>): Gate => (path === '/sync' ? 'business' : 'system');

export interface Behind {
  readonly world: AliExpressWorld;
  readonly gateway: Gateway;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** `/rest`: the path is signed, the answers are flat. */
const answerSystem = (request: SandboxRequest, { world, gateway }: Behind): Reply => {
  const path = request.path.slice(systemPrefix.length);
  const method = request.path.startsWith(systemPrefix) ? systemMethodOf(path) : undefined;
  if (method === undefined) throw unknownPath();
  const parameters = readParameters(request);
  gateway.admit({ request, parameters, signedPath: path });
  return world.envelopes.system(method.answer({ world, texts: parameters.texts, at: request.at }));
};

/** `/sync`: the method is a parameter like any other. */
const answerBusiness = (request: SandboxRequest, { world, gateway, now }: Behind): Reply => {
  const parameters = readParameters(request);
  const { texts, files } = parameters;
  const name = texts.get('method') ?? '';
  if (name === '') throw missingParameter('method');
  const method = businessMethodOf(name);
  if (method === undefined) throw unknownPath();
  const knock = { request, parameters, signedPath: '' };
  gateway.admit(knock);
  const seller = gateway.identify(knock, name);
  const shape = texts.get('simplify') === 'true' ? 'simplified' : 'wrapped';
  const fields = method.answer({ world, seller, texts, files, now: Math.floor(now / 1000) });
  return world.envelopes.business(name, shape, fields);
};

export const answerCall = (request: SandboxRequest, behind: Behind): Reply => {
  const { world } = behind;
  try {
    const page = pageOf(request.path);
    if (page !== undefined) return page.answer(world, request);
    return gateOf(request) === 'system' ? answerSystem(request, behind) : answerBusiness(request, behind);
  } catch (error) {
    if (error instanceof Refusal) return world.envelopes.refuse(gateOf(request), error);
    throw error;
  }
};
