import { toInstant } from '../../core/time.js';
import type { FaultRule } from '../../sandbox/index.js';
import type { Terminal } from '../terminal.js';
import { letTimePass } from './aftermath.js';
import { safeSteps, sendSafeAnswers } from './answers.js';
import { readJudgedInbox } from './judged-case.js';
import { checkPromises, countOpen } from './promises.js';
import { toReportedAnswer, toReportedCase, toReportedMove, totalsOf, type DemoReport } from './report.js';
import { createDemoWorld, demoRegions, policyFile, type DemoWorld } from './world.js';

/** What goes wrong on the way, because it does in life. */
const weather: readonly FaultRule[] = [
  { kind: 'rate-limit', operation: 'returns/get_return_detail', times: 3, skip: 5 },
  { kind: 'server-error', operation: 'returns/get_return_list', times: 1 },
  { kind: 'transient-in-200', operation: 'order/get_order_detail', times: 2, skip: 3 },
  { kind: 'reset', operation: 'returns/get_available_solutions', times: 1, skip: 2 },
  { kind: 'lost-response', operation: 'returns/confirm', times: 1 },
  { kind: 'lost-response', operation: 'returns/accept_offer', times: 1, skip: 1 },
];

export interface DemoSettings {
  readonly seed: number;
  readonly passedInMs: number;
  readonly terminal: Terminal;
}

type Progress = ReturnType<Terminal['progress']>;

const withProgress = async <Result>({ step, end }: Progress, work: (step: () => void) => Promise<Result>): Promise<Result> => {
  try {
    return await work(step);
  } finally {
    end();
  }
};

const opening = ({ sandbox }: DemoWorld): string =>
  `${demoRegions.length} Shopee shops emulated at ${sandbox.marketplaces.shopee.baseUrl}, tokens expired, network unreliable; decided by ${policyFile}`;

const tell = async (world: DemoWorld, { passedInMs, terminal }: DemoSettings): Promise<DemoReport> => {
  const { sandbox } = world;
  for (const fault of weather) sandbox.faults.add(fault);
  sandbox.marketplaces.shopee.expireTokens();
  const openAtMarketplace = countOpen(world);
  terminal.note(opening(world));
  const readAt = toInstant(sandbox.clock.now());
  const { cases } = await withProgress(terminal.progress('reading', openAtMarketplace), (step) => readJudgedInbox(world, step));
  const steps = safeSteps(cases);
  const answers = await withProgress(terminal.progress('answering', steps.length), (step) => sendSafeAnswers(world, steps, step));
  const answered = new Set(answers.map((answer) => answer.answered.found.id));
  const unanswered = cases.filter(({ found }) => !answered.has(found.id));
  const moved = await letTimePass(world, unanswered, passedInMs);
  const promises = checkPromises({ world, cases, openAtMarketplace, answers, moved, passedInMs });
  const requests = sandbox.requests();
  const summary = {
    answered: totalsOf(answers.map(({ refund }) => refund)),
    bySilence: totalsOf(moved.map(({ refunded, cause }) => (cause === 'silence' ? refunded : null))),
    waiting: totalsOf(unanswered.filter(({ plan }) => plan.needsApproval).map(({ found }) => found.requested.amount)),
    calls: requests.length,
    faults: requests.filter(({ fault }) => fault !== undefined).length,
  };
  return {
    readAt,
    inbox: cases.map(toReportedCase),
    answers: answers.map(toReportedAnswer),
    passedInMs,
    moved: moved.map(toReportedMove),
    summary,
    promises,
  };
};

/** The main job, end to end, against the embedded sandbox: cases in over HTTP, decisions with their rule, answers out, time passing. */
export const runDemo = async (settings: DemoSettings): Promise<DemoReport> => {
  const world = await createDemoWorld(settings.seed);
  try {
    return await tell(world, settings);
  } finally {
    await world.sandbox.close();
  }
};
