import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from 'aftersale';
import { letTimePass } from '../../src/cli/demo/aftermath.js';
import { safeSteps, sendSafeAnswers } from '../../src/cli/demo/answers.js';
import { readJudgedInbox } from '../../src/cli/demo/judged-case.js';
import { checkPromises, countOpen, type Story } from '../../src/cli/demo/promises.js';
import { createDemoWorld } from '../../src/cli/demo/world.js';

const nothing = (): void => undefined;
let story: Story;

beforeAll(async () => {
  const world = await createDemoWorld(7);
  world.sandbox.faults.add({ kind: 'lost-response', operation: 'returns/confirm', times: 1 });
  const openAtMarketplace = countOpen(world);
  const { cases } = await readJudgedInbox(world, nothing);
  const answers = await sendSafeAnswers(world, safeSteps(cases), nothing);
  const answered = new Set(answers.map((answer) => answer.answered.found.id));
  const passedInMs = 48 * 3_600_000;
  const moved = await letTimePass(
    world,
    cases.filter(({ found }) => !answered.has(found.id)),
    passedInMs,
  );
  story = { world, cases, openAtMarketplace, answers, moved, passedInMs };
});

afterAll(async () => {
  await story.world.sandbox.close();
});

const broken = (change: Partial<Story>): readonly string[] =>
  checkPromises({ ...story, ...change })
    .filter(({ kept }) => !kept)
    .map(({ promise }) => promise);

/** A check that cannot fail would prove nothing, so each is shown a story in which its promise was broken. */
describe('each promise of the demo can be broken', () => {
  test('none is, as it happened', () => {
    expect(broken({})).toEqual([]);
  });

  test.each<[string, () => Partial<Story>]>([
    ['every open case of every account is in the inbox', () => ({ cases: story.cases.slice(1) })],
    [
      'every decision that a rule made cites it',
      () => ({
        cases: story.cases.map((judged) => ({
          ...judged,
          decision: { ...judged.decision, rights: judged.decision.rights.map((right) => ({ ...right, because: [] })) },
        })),
      }),
    ],
    [
      'every answer took effect once, for the amount that was planned',
      () => ({
        answers: story.answers.map((answer) =>
          answer.step.operation === 'accept' ? { ...answer, step: { ...answer.step, refund: money(1, 'SGD') } } : answer,
        ),
      }),
    ],
    [
      'a lost answer is settled by reading, never sent again',
      () => ({ answers: story.answers.map((answer) => ({ ...answer, journaled: 2 })) }),
    ],
    ['silence past a stated deadline did what the inbox said', () => ({ moved: [] })],
  ])('%s', (promise, change) => {
    expect(broken(change())).toContain(promise);
  });

  test('nobody is paid twice', () => {
    const { sandbox } = story.world;
    const entries = sandbox.ledger().entries;
    const twice = { count: 2, amount: money(1, 'SGD') };
    const doctored = { ...sandbox, ledger: () => ({ entries, refunds: { ...sandbox.ledger().refunds, R1: twice } }) };
    expect(broken({ world: { ...story.world, sandbox: doctored } })).toEqual(['nobody is paid twice']);
  });

  test('a token is renewed once for each account', () => {
    const { sandbox } = story.world;
    const again = sandbox.requests().filter(({ operation }) => operation === 'auth/access_token/get');
    const one = again[0] ?? {
      at: sandbox.requests()[0]!.at,
      marketplace: 'shopee',
      method: 'POST',
      path: '',
      operation: 'auth/access_token/get',
      status: 200,
      error: '',
    };
    const doctored = { ...sandbox, requests: () => [...sandbox.requests(), ...Array.from({ length: 20 }, () => one)] };
    expect(broken({ world: { ...story.world, sandbox: doctored } })).toEqual([
      'a token that has expired is renewed once for each account, however many calls wait for it',
    ]);
  });
});
