import type { Case } from '../../core/case.js';
import type { InboxEntry } from '../../core/client/inbox.js';
import { toInstant } from '../../core/time.js';
import type { ReturnDecision } from '../../policy/decision.js';
import { decide, toFacts } from '../../policy/index.js';
import { plan } from '../../responder/plan.js';
import type { ResponsePlan } from '../../responder/response-plan.js';
import type { DemoWorld } from './world.js';

/** A case with what the policy says of it and what would be answered. */
export interface JudgedCase {
  readonly account: string;
  readonly found: Case;
  /** Absent where no deadline of the seller is known. */
  readonly due?: Pick<InboxEntry, 'next' | 'dueInMs'>;
  readonly decision: ReturnDecision;
  readonly plan: ResponsePlan;
}

export interface ReadInbox {
  /** By the seller's next deadline; those without one last. */
  readonly cases: readonly JudgedCase[];
  readonly failures: number;
}

const judge = async (world: DemoWorld, account: string, found: Case): Promise<Omit<JudgedCase, 'due'>> => {
  const order = await world.client.account(account).orders.get(found.order.id);
  const at = toInstant(world.sandbox.clock.now());
  const decision = decide(world.policy, toFacts(found, order), { at });
  return { account, found, decision, plan: plan(found, decision, { playbook: world.playbook, at }) };
};

/** Reads every open case over HTTP, decides it with its order, and plans the answer. */
export const readJudgedInbox = async (world: DemoWorld, onStep: () => void): Promise<ReadInbox> => {
  const { entries, withoutDeadline, failures } = await world.client.inbox({ concurrency: 8 });
  const cases: JudgedCase[] = [];
  for (const { account, case: found, next, dueInMs } of entries) {
    cases.push({ ...(await judge(world, account, found)), due: { next, dueInMs } });
    onStep();
  }
  for (const { account, case: found } of withoutDeadline) {
    cases.push(await judge(world, account, found));
    onStep();
  }
  return { cases, failures: failures.length };
};
