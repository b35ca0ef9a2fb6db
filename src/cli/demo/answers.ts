import type { MarketplaceAdapter } from '../../core/adapter.js';
import type { Receipt, Settlement, WriteAttempt, WriteOptions } from '../../core/attempt.js';
import { requireOperation } from '../../core/capabilities.js';
import { fingerprintOf } from '../../core/case.js';
import type { CaseId } from '../../core/ids.js';
import type { Money } from '../../core/money.js';
import type { CallStep } from '../../responder/response-plan.js';
import type { JudgedCase } from './judged-case.js';
import type { DemoWorld } from './world.js';

/** What was sent for one case and how it ended. */
export interface Answer {
  readonly answered: JudgedCase;
  readonly step: CallStep;
  readonly receipt: Receipt['state'];
  /** How many times the attempt was written to the journal before a send. */
  readonly journaled: number;
  /** Only for an answer whose response was lost. */
  readonly settlement?: Settlement['state'];
  readonly refund: Money | null;
}

interface Sending {
  readonly step: CallStep;
  readonly options: WriteOptions;
}

const send = (adapter: MarketplaceAdapter, id: CaseId, { step, options }: Sending): Promise<Receipt> => {
  switch (step.operation) {
    case 'accept':
      return requireOperation(adapter, 'accept')(id, step.input, options);
    case 'acceptOffer':
      return requireOperation(adapter, 'acceptOffer')(id, step.input, options);
    case 'offer':
      return requireOperation(adapter, 'offer')(id, step.input, options);
  }
};

const settle = async (
  world: DemoWorld,
  adapter: MarketplaceAdapter,
  receipt: Receipt,
): Promise<Settlement['state'] | undefined> => {
  if (receipt.state !== 'uncertain') return undefined;
  const look = requireOperation(adapter, 'settle');
  const first = await look(receipt.attempt);
  if (first.state !== 'pending' && first.checkAgainAt === undefined) return first.state;
  await world.sandbox.clock.sleep(60_000);
  return (await look(receipt.attempt)).state;
};

/** Sends one planned answer, once, and finds out what became of it when the response is lost. */
const answer = async (world: DemoWorld, answered: JudgedCase, step: CallStep): Promise<Answer> => {
  const journal: WriteAttempt[] = [];
  const adapter = world.client.account(answered.account);
  const options = { seen: fingerprintOf(answered.found), onAttempt: (attempt: WriteAttempt) => void journal.push(attempt) };
  const receipt = await send(adapter, answered.found.id, { step, options });
  const settlement = await settle(world, adapter, receipt);
  const sent = { answered, step, receipt: receipt.state, journaled: journal.length, refund: step.refund };
  return settlement === undefined ? sent : { ...sent, settlement };
};

/** The answers that need no person. */
export const safeSteps = (cases: readonly JudgedCase[]): readonly (readonly [JudgedCase, CallStep])[] =>
  cases
    .filter(({ plan }) => !plan.needsApproval)
    .flatMap((judged) => judged.plan.steps.flatMap((step) => (step.type === 'call' ? [[judged, step] as const] : [])));

export const sendSafeAnswers = async (
  world: DemoWorld,
  steps: readonly (readonly [JudgedCase, CallStep])[],
  onStep: () => void,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (const [judged, step] of steps) {
    answers.push(await answer(world, judged, step));
    onStep();
  }
  return answers;
};
