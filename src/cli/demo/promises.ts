import { parseCaseId } from '../../core/ids.js';
import { isSameMoney } from '../../core/money.js';
import type { Moved } from './aftermath.js';
import type { Answer } from './answers.js';
import type { JudgedCase } from './judged-case.js';
import { demoMarketplaces, type DemoWorld } from './world.js';

/** Something the library promises, held against what the emulated marketplace recorded. */
export interface KeptPromise {
  readonly promise: string;
  readonly kept: boolean;
  readonly detail: string;
}

/** All that happened, for the promises to be checked against. */
export interface Story {
  readonly world: DemoWorld;
  readonly cases: readonly JudgedCase[];
  /** Open cases the marketplace itself counted when the inbox was read. */
  readonly openAtMarketplace: number;
  readonly answers: readonly Answer[];
  readonly moved: readonly Moved[];
  readonly passedInMs: number;
}

export const countOpen = ({ sandbox }: DemoWorld): number =>
  demoMarketplaces.reduce((sum, { countOpen: count }) => sum + count(sandbox), 0);

const complete = ({ cases, openAtMarketplace }: Story): KeptPromise => ({
  promise: 'every open case of every account is in the inbox',
  kept: cases.length === openAtMarketplace && cases.length > 0,
  detail: `${cases.length} of ${openAtMarketplace}`,
});

const cited = ({ cases }: Story): KeptPromise => {
  const ruled = cases.flatMap(({ decision }) => decision.rights.filter(({ id }) => id === decision.recommended));
  const citing = ruled.filter(({ because }) => because.length > 0);
  return {
    promise: 'every decision that a rule made cites it',
    kept: ruled.length > 0 && citing.length === ruled.length,
    detail: `${citing.length} of ${ruled.length}`,
  };
};

const paidOnce = ({ world }: Story): KeptPromise => {
  const refunds = Object.values(world.sandbox.ledger().refunds);
  const twice = refunds.filter(({ count }) => count > 1).length;
  return {
    promise: 'nobody is paid twice',
    kept: twice === 0,
    detail: `${refunds.length} buyers refunded, ${twice} of them twice`,
  };
};

const isExecuted = (world: DemoWorld, { answered, step }: Answer): boolean => {
  const { nativeId } = parseCaseId(answered.found.id);
  const refund = world.sandbox.ledger().refunds[nativeId];
  const paysNow =
    step.operation === 'accept' || (step.operation === 'acceptOffer' && answered.found.requested.goods === 'kept-by-buyer');
  if (!paysNow) return refund === undefined || refund.count === 1;
  return refund?.count === 1 && step.refund !== null && isSameMoney(refund.amount, step.refund);
};

const executed = ({ world, answers }: Story): KeptPromise => {
  const good = answers.filter(
    (answer) => answer.receipt !== 'pending' && answer.settlement !== 'unknown' && isExecuted(world, answer),
  );
  const kept = answers.length > 0 && good.length === answers.length;
  return {
    promise: 'every answer took effect once, for the amount that was planned',
    kept,
    detail: `${good.length} of ${answers.length}`,
  };
};

const sentOnce = ({ world, answers }: Story): KeptPromise => {
  const writes = demoMarketplaces.flatMap((marketplace) => marketplace.writes);
  const applied = world.sandbox
    .requests()
    .filter(({ operation, fault, status }) => writes.includes(operation) && (status === 200 || fault === 'lost-response'));
  const lost = answers.filter(({ receipt }) => receipt === 'uncertain');
  const settled = lost.filter(({ settlement }) => settlement === 'applied');
  const kept =
    lost.length > 0 &&
    settled.length === lost.length &&
    applied.length === answers.length &&
    answers.every(({ journaled }) => journaled === 1);
  return {
    promise: 'a lost answer is settled by reading, never sent again',
    kept,
    detail: `${lost.length} lost, ${settled.length} settled as applied, ${applied.length} sends for ${answers.length} answers`,
  };
};

const refreshedOnce = ({ world }: Story): KeptPromise => {
  const renewals = new Set(demoMarketplaces.map(({ renewal }) => renewal));
  const refreshes = world.sandbox.requests().filter(({ operation }) => renewals.has(operation)).length;
  return {
    promise: 'a token that has expired is renewed once for each account, however many calls wait for it',
    kept: refreshes <= 2 * world.accounts.length,
    detail: `${refreshes} renewals for ${world.accounts.length} accounts`,
  };
};

/** Silence did what the inbox had said it would do, unless the case ended another way before. */
const silenceCame = ({ cases, moved, answers, passedInMs }: Story): KeptPromise => {
  const answered = new Set(answers.map((answer) => answer.answered.found.id));
  const due = cases.filter(
    (judged) =>
      !answered.has(judged.found.id) &&
      judged.due?.next.onMiss === 'auto-refunded' &&
      judged.due.next.certainty === 'stated' &&
      judged.due.dueInMs <= passedInMs,
  );
  const came = due.filter(({ found }) =>
    moved.some(({ before, refunded, after }) => before.found.id === found.id && (refunded !== null || after.phase === 'closed')),
  );
  return {
    promise: 'silence past a stated deadline did what the inbox said',
    kept: came.length === due.length,
    detail: `${came.length} of ${due.length}`,
  };
};

export const checkPromises = (story: Story): readonly KeptPromise[] =>
  [complete, cited, executed, sentOnce, paidOnce, refreshedOnce, silenceCame].map((check) => check(story));
