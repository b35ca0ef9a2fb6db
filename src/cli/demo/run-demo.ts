import { toInstant } from '../../core/time.js';
import type { Terminal } from '../terminal.js';
import { letTimePass } from './aftermath.js';
import { safeSteps, sendSafeAnswers } from './answers.js';
import { readJudgedInbox } from './judged-case.js';
import { checkPromises, countOpen } from './promises.js';
import { toReportedAnswer, toReportedCase, toReportedMove, totalsOf, type DemoReport } from './report.js';
import { createDemoWorld, demoMarketplaces, policyFile, type DemoWorld } from './world.js';

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

const opening = (): string =>
  `${demoMarketplaces.map(({ title }) => title).join(', ')}, emulated on this machine; tokens expired, network unreliable; decided by ${policyFile}`;

const tell = async (world: DemoWorld, { passedInMs, terminal }: DemoSettings): Promise<DemoReport> => {
  const { sandbox } = world;
  for (const { weather, expireTokens } of demoMarketplaces) {
    for (const fault of weather) sandbox.faults.add(fault);
    expireTokens(sandbox);
  }
  const openAtMarketplace = countOpen(world);
  terminal.note(opening());
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
    inbox: cases.map((judged) => toReportedCase(judged, readAt)),
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
