import type { Emulator } from '../emulator.js';
import type { Reply, SandboxRequest } from '../exchange.js';
import type { FaultBoard, FaultTarget } from './fault-board.js';
import type { FaultKind, FaultRule } from './fault-rule.js';

/** What is done to an answer on its way. */
export type Damage = 'none' | 'destroyed' | 'malformed' | 'truncated' | 'empty';

/** An answer and what becomes of it. */
export interface Delivery {
  readonly reply: Reply;
  readonly damage: Damage;
  readonly delayInMs: number;
  /** The marketplace's own time, as its Date header tells it. */
  readonly at: number;
  readonly fault?: FaultKind;
}

const skewKinds: ReadonlySet<FaultKind> = new Set(['clock-skew']);
const delayKinds: ReadonlySet<FaultKind> = new Set(['slow']);
const answerKinds: ReadonlySet<FaultKind> = new Set([
  'rate-limit',
  'daily-limit',
  'server-error',
  'transient-in-200',
  'refusal',
  'reset',
  'lost-response',
  'malformed-json',
  'truncated',
  'empty-body',
]);

const damages: Partial<Record<FaultKind, Damage>> = {
  reset: 'destroyed',
  'lost-response': 'destroyed',
  'malformed-json': 'malformed',
  truncated: 'truncated',
  'empty-body': 'empty',
};

/** The kinds whose harm is on the way back take effect; the others are refused at the door. */
const takesEffect = ({ kind, effect }: FaultRule): boolean => {
  if (kind === 'lost-response') return true;
  if (effect !== undefined) return effect === 'applied';
  return kind === 'malformed-json' || kind === 'truncated' || kind === 'empty-body';
};

const noReply: Reply = { status: 0, body: '', error: '' };

const answer = async (
  emulator: Emulator,
  request: SandboxRequest,
  fault: FaultRule,
): Promise<Omit<Delivery, 'delayInMs' | 'at'>> => {
  const own = takesEffect(fault) ? await emulator.handle(request) : undefined;
  const damage = damages[fault.kind];
  if (damage === undefined) return { reply: emulator.answerFault(fault, request), damage: 'none', fault: fault.kind };
  return { reply: own ?? noReply, damage, fault: fault.kind };
};

export interface FaultyExchange {
  readonly emulator: Emulator;
  readonly faults: FaultBoard;
  readonly request: SandboxRequest;
}

/** Has the emulator answer, with the faults that are in force. */
export const exchangeWithFaults = async ({ emulator, faults, request }: FaultyExchange): Promise<Delivery> => {
  const { path } = request;
  const target: FaultTarget = { marketplace: emulator.marketplace, operation: emulator.operationOf(request), path };
  const skew = faults.take(target, skewKinds);
  const skewed = skew === undefined ? request : withSkew(request, skew.skewInMs ?? 10 * 60_000);
  const { at } = skewed;
  const slow = faults.take(target, delayKinds);
  const delayInMs = slow === undefined ? 0 : (slow.delayInMs ?? 1000);
  const fault = faults.take(target, answerKinds);
  if (fault !== undefined) return { ...(await answer(emulator, skewed, fault)), delayInMs, at };
  const seen = skew?.kind ?? slow?.kind;
  return { reply: await emulator.handle(skewed), damage: 'none', delayInMs, at, ...(seen !== undefined && { fault: seen }) };
};

const withSkew = (request: SandboxRequest, skewInMs: number): SandboxRequest => ({
  ...request,
  at: request.at + skewInMs,
  acceptableTimes: [request.at + skewInMs],
});
