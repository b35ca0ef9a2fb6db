import { describe, expect, it, test } from 'vitest';
import {
  describeAdapter,
  parseFixture,
  type AdapterSuite,
  type CreationContext,
  type EndpointUnderTest,
  type WireFixture,
} from '../../src/testing/index.js';
import { collectTests } from './collecting-runner.js';
import { createToyUnderTest, type ToyHabits } from './toy-marketplace.js';

const source = 'https://example.com/toy (read 2026-11-21)';
const getRequest = { method: 'GET', path: '/cases', query: { id: '7' } };
const acceptRequest = { method: 'POST', path: '/cases/accept', body: { id: '7' } };

const fixtures: readonly WireFixture[] = [
  {
    description: 'an open case',
    endpoint: 'cases.get',
    request: getRequest,
    response: { status: 200, body: { id: '7', status: 'OPEN' } },
    expected: { id: '7', status: 'OPEN' },
    openWords: ['status'],
  },
  {
    description: 'no such case',
    endpoint: 'cases.get',
    request: getRequest,
    response: { status: 404, body: { error: 'NO_CASE' } },
    error: { code: 'not-found', providerCode: 'NO_CASE' },
  },
  {
    description: 'it is accepted',
    endpoint: 'cases.accept',
    request: acceptRequest,
    response: { status: 200, body: { id: '7', status: 'CLOSED' } },
    expected: { id: '7', status: 'CLOSED' },
  },
  {
    description: 'it may have been accepted',
    endpoint: 'cases.accept',
    request: acceptRequest,
    response: { status: 202, body: { status: 'BUSY' } },
    isUncertain: true,
  },
].map((fixture) => parseFixture({ source, input: { id: '7' }, ...fixture }));

const endpoints: readonly EndpointUnderTest[] = [
  { name: 'cases.get', repeatable: 'safe', operations: ['list', 'get', 'settle'] },
  { name: 'cases.accept', repeatable: 'once', operations: ['accept'] },
];

const suiteOf = (habits: ToyHabits = {}, changes: Partial<AdapterSuite> = {}): Omit<AdapterSuite, 'runner'> => ({
  name: 'toy',
  operations: ['list', 'get', 'accept', 'settle'],
  fixtures,
  endpoints,
  skip: { live: 'a toy has no marketplace' },
  create: (context: CreationContext) => createToyUnderTest(context.tier === 'wire' ? context.baseUrl : '', habits),
  ...changes,
});

describeAdapter({ ...suiteOf(), runner: { describe, test } });

interface Breakage {
  readonly what: string;
  readonly noticedBy: RegExp;
  readonly saying: RegExp;
  readonly habits?: ToyHabits;
  readonly suite?: Partial<AdapterSuite>;
}

const [open, absent, accepted, maybe] = fixtures as readonly [WireFixture, WireFixture, WireFixture, WireFixture];

const breakages: readonly Breakage[] = [
  {
    what: 'adds a parameter',
    noticedBy: /^cases.get: an open case$/,
    saying: /the query differs/,
    habits: { addsParameters: true },
  },
  {
    what: 'changes the body',
    noticedBy: /^cases.accept: it is accepted$/,
    saying: /the body differs/,
    habits: { changesBody: true },
  },
  {
    what: 'misreads the answer',
    noticedBy: /^cases.get: an open case$/,
    saying: /what was read differs|strictly deep-equal|Expected values/,
    habits: { misreads: true },
  },
  {
    what: 'takes one refusal for another',
    noticedBy: /: no such case$/,
    saying: /expected NotFoundError, and ConflictError/,
    habits: { confusesErrors: true },
  },
  {
    what: 'leaks its token in an error',
    noticedBy: /: no such case$/,
    saying: /secret number 1 of the adapter can be read in an error/,
    habits: { leaksToken: true },
  },
  {
    what: 'leaks its token when the marketplace is down',
    noticedBy: /^cases.get: gives up/,
    saying: /can be read in an error/,
    habits: { leaksToken: true },
  },
  {
    what: 'logs its token',
    noticedBy: /: it may have been accepted$/,
    saying: /can be read in a log line/,
    habits: { logsToken: true },
  },
  {
    what: 'chokes on a new field',
    noticedBy: /: fields nobody knows change nothing$/,
    saying: /a stray field|called uncertain/,
    habits: { refusesNewFields: true },
  },
  {
    what: 'forgets a new word',
    noticedBy: /: words nobody knows are kept/,
    saying: /the raw word is lost/,
    habits: { forgetsNewWords: true },
  },
  {
    what: 'calls an answer uncertain',
    noticedBy: /: it is accepted$/,
    saying: /called uncertain though the answer came/,
    habits: { callsAnswersUncertain: true },
  },
  {
    what: 'sends a write again',
    noticedBy: /: is sent once and called uncertain/,
    saying: /not sent exactly once when its answer is lost/,
    habits: { repeatsWrites: true },
  },
  {
    what: 'calls a lost write done',
    noticedBy: /: is sent once and called uncertain/,
    saying: /not uncertain when its answer is lost/,
    habits: { callsWritesDone: true },
  },
  {
    what: 'never gives up',
    noticedBy: /^cases.get: gives up/,
    saying: /30 attempts when the connection breaks/,
    habits: { neverGivesUp: true },
  },
  {
    what: 'reads a torn answer',
    noticedBy: /^cases.get: gives up/,
    saying: /expected UnexpectedResponseError, and the call went through/,
    habits: { readsTornAnswers: true },
  },
  {
    what: 'does not listen to the signal',
    noticedBy: /: sends nothing once it is aborted/,
    saying: /expected AbortedError/,
    habits: { ignoresSignal: true },
  },
  {
    what: 'has an endpoint without fixtures',
    noticedBy: /^has fixtures for every endpoint/,
    saying: /endpoints without a fixture/,
    suite: { fixtures: [open, absent, maybe] },
  },
  {
    what: 'has fixtures of nothing',
    noticedBy: /^has fixtures for every endpoint/,
    saying: /fixtures of endpoints that are not declared/,
    suite: { endpoints: endpoints.slice(0, 1) },
  },
  {
    what: 'has an operation no endpoint serves',
    noticedBy: /^has fixtures for every endpoint/,
    saying: /operations that no endpoint serves/,
    suite: { operations: ['list', 'get', 'accept', 'reject', 'settle'] },
  },
  {
    what: 'shows no refusal',
    noticedBy: /^has fixtures for every endpoint/,
    saying: /no fixture shows a refusal/,
    suite: { fixtures: [open, accepted, maybe] },
  },
  {
    what: 'names no status words',
    noticedBy: /^has fixtures for every endpoint/,
    saying: /no fixture names its status words/,
    suite: { fixtures: [{ ...open, openWords: undefined }, absent, accepted, maybe] },
  },
  {
    what: 'names status words that are not there',
    noticedBy: /: words nobody knows are kept/,
    saying: /openWords: state is not in response\.body/,
    suite: { fixtures: [{ ...open, openWords: ['state'] }] },
  },
  {
    what: 'comes without a wire',
    noticedBy: /^live is not checked/,
    saying: /`create` gave no `wire`/,
    suite: {
      create: () => {
        const { wire: _wire, ...rest } = createToyUnderTest('');
        return rest;
      },
    },
  },
];

describe('the wire checks of the kit', () => {
  it.each(breakages)('notice an adapter that $what', async ({ noticedBy, saying, habits, suite }) => {
    const tests = collectTests(suiteOf(habits, suite)).filter(({ title }) => noticedBy.test(title));
    expect(tests.length).toBeGreaterThan(0);
    for (const { title, failure } of tests) expect(await failure(), title).toMatch(saying);
  });

  it('can each fail', () => {
    const suite = suiteOf();
    const capabilities = /^(has exactly|gives a reason|can settle|names itself)/;
    const titles = collectTests(suite).map(({ title }) => title);
    const unproven = titles.filter((title) => !breakages.some(({ noticedBy }) => noticedBy.test(title)));
    expect(unproven.filter((title) => !capabilities.test(title))).toEqual([]);
  });

  it('are not made at all of a suite that would prove nothing', () => {
    expect(() => collectTests(suiteOf({}, { skip: { wire: 'no', live: 'no' } }))).toThrow(/with both tiers left out/);
    expect(() => collectTests(suiteOf({}, { skip: { live: ' ' } }))).toThrow(/skip\.live: say why/);
    const noSource = { ...open, source: '' };
    expect(() => collectTests(suiteOf({}, { fixtures: [noSource] }))).toThrow(/source: name the page/);
    expect(() => collectTests(suiteOf({}, { operations: [] }))).toThrow(/operations: name the operations/);
  });
});
