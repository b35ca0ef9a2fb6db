import { createSandbox, type AliExpressCaseSnapshot, type AliExpressSandboxSettings, type Sandbox } from 'aftersale/sandbox';
import { createAliExpressAdapter, type AliExpressAdapter } from 'aftersale/marketplaces/aliexpress';
import {
  createMemoryCaseIndex,
  epochMsOf,
  toCaseId,
  type Case,
  type CaseId,
  type CaseIndex,
  type OperationName,
  type WriteOperationName,
} from 'aftersale';
import type { AdapterUnderTest, FakeClock, LiveMarketplace, PreparedWrite } from 'aftersale/testing';

/** A picture of the smallest kind. */
export const picture = { content: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), contentType: 'image/jpeg' } as const;

export interface LiveAliExpress {
  readonly sandbox: Sandbox;
  readonly adapter: AliExpressAdapter;
  readonly open: () => AliExpressAdapter;
  readonly idOf: (issueId: string) => CaseId;
  readonly own: () => readonly AliExpressCaseSnapshot[];
  /** The first case of the seller that shows this stage of life. */
  readonly caseOf: (...scenarios: readonly string[]) => CaseId;
  readonly snapshotOf: (id: CaseId) => AliExpressCaseSnapshot;
  readonly index: CaseIndex;
  readonly logged: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

export interface LiveSettings {
  readonly clock: FakeClock;
  readonly cases?: number;
  readonly settings?: Partial<Parameters<typeof createAliExpressAdapter>[0]>;
  readonly aliexpress?: AliExpressSandboxSettings;
}

/** The adapter over real HTTP against the emulated AliExpress, both on the same clock. */
export const openLiveAliExpress = async ({
  clock,
  cases = 40,
  settings = {},
  aliexpress = {},
}: LiveSettings): Promise<LiveAliExpress> => {
  const sandbox = await createSandbox({ marketplaces: ['aliexpress'], seed: { value: 7, cases }, clock, aliexpress });
  const handle = sandbox.marketplaces.aliexpress;
  const { appKey, appSecret, sellerId, tokens } = handle.account;
  const lines: unknown[] = [];
  const note = (fields: object, text: string): void => void lines.push({ fields, text });
  const index = createMemoryCaseIndex();
  const open = (): AliExpressAdapter =>
    createAliExpressAdapter({
      appKey,
      appSecret,
      sellerId,
      tokens: { ...tokens },
      baseUrl: handle.baseUrl,
      clock,
      caseIndex: index,
      log: { debug: note, info: note, warn: note, error: note },
      ...settings,
    });
  const adapter = open();
  const idOf = (nativeId: string): CaseId => toCaseId({ marketplace: 'aliexpress', environment: 'sandbox', sellerId, nativeId });
  const own = (): readonly AliExpressCaseSnapshot[] => handle.cases().filter((found) => found.sellerId === sellerId);
  const find = (what: string, found: AliExpressCaseSnapshot | undefined): AliExpressCaseSnapshot => {
    if (found === undefined) throw new Error(`the sandbox has no case for ${what}`);
    return found;
  };
  return {
    sandbox,
    adapter,
    open,
    idOf,
    own,
    caseOf: (...scenarios) =>
      idOf(
        find(
          scenarios.join(' or '),
          own().find(({ scenario }) => scenarios.includes(scenario)),
        ).issueId,
      ),
    snapshotOf: (id) =>
      find(
        id,
        own().find(({ issueId }) => id.endsWith(`:${issueId}`)),
      ),
    index,
    logged: () => lines,
    close: async () => {
      adapter.native.close();
      await sandbox.close();
    },
  };
};

const scenarioOf: Readonly<Partial<Record<OperationName, string>>> = { acceptOffer: 'two-proposals' };

/** The action that asks for nothing but the call: the goods stay with the buyer. */
const agreementOf = (found: Case, operation: 'accept' | 'acceptOffer') => {
  const action = found.actions.find(
    (candidate) => candidate.operation === operation && candidate.effect?.goods === 'kept-by-buyer',
  );
  if (action?.offerId === undefined || action.effect?.refund === undefined) throw new Error(`nothing to ${operation}`);
  return { offer: action.offerId, amount: action.effect.refund, goods: action.effect.goods };
};

export const keptRequest = ({ scenario, solutions }: AliExpressCaseSnapshot): boolean =>
  scenario === 'requested' && solutions.every(({ type }) => type === 'refund');

const caseFor = (live: LiveAliExpress, operation: OperationName): CaseId => {
  const scenario = scenarioOf[operation];
  if (scenario !== undefined) return live.caseOf(scenario);
  const found = live.own().find(keptRequest);
  if (found === undefined) throw new Error('the sandbox has no request for a refund');
  return live.idOf(found.issueId);
};

const prepare = async (live: LiveAliExpress, operation: WriteOperationName): Promise<PreparedWrite> => {
  const { cases } = live.adapter;
  const id = caseFor(live, operation);
  const found = await cases.get(id);
  switch (operation) {
    case 'accept': {
      const { amount, goods } = agreementOf(found, operation);
      const expected = { remedy: 'refund', amount, goods } as const;
      const other = { ...expected, amount: { ...amount, minor: amount.minor - 1 } };
      return {
        id,
        call: (target, options) => cases.accept(target, { expected }, options),
        mismatched: (target, options) => cases.accept(target, { expected: other }, options),
      };
    }
    case 'acceptOffer': {
      const { amount, offer } = agreementOf(found, operation);
      const expected = { remedy: 'refund', amount } as const;
      const other = { ...expected, amount: { ...amount, minor: amount.minor + 1 } };
      return {
        id,
        call: (target, options) => cases.acceptOffer(target, { offer, expected }, options),
        mismatched: (target, options) => cases.acceptOffer(target, { offer, expected: other }, options),
      };
    }
    case 'offer': {
      const { amount, offer } = agreementOf(found, 'acceptOffer');
      const less = { ...amount, minor: Math.floor(amount.minor / 2) };
      const proposal = { remedy: 'refund', goods: 'kept-by-buyer', amount: less, answering: offer, text: 'Half of it' } as const;
      return { id, call: (target, options) => cases.offer(target, proposal, options) };
    }
    default:
      return { id, call: (target, options) => cases.submitEvidence(target, { files: [picture] }, options) };
  }
};

const methods: Readonly<Partial<Record<WriteOperationName, string>>> = {
  accept: 'aliexpress.issue.solution.agree',
  acceptOffer: 'aliexpress.issue.solution.agree',
  offer: 'aliexpress.issue.solution.save',
  submitEvidence: 'aliexpress.issue.image.upload',
};

const writeMethods = Object.values(methods);

/** The hooks of the contract suite. */
const toLiveMarketplace = (live: LiveAliExpress): LiveMarketplace => {
  const { sandbox } = live;
  let writesOfOthers = 0;
  let shownLater: CaseId | undefined;
  /** A colleague in the seller centre answers the buyer. */
  const offerElsewhere = async (id: CaseId): Promise<void> => {
    const elsewhere = live.open();
    const { amount, offer } = agreementOf(await elsewhere.cases.get(id), 'acceptOffer');
    const less = { ...amount, minor: Math.floor(amount.minor / 3) };
    await elsewhere.cases.offer(id, {
      remedy: 'refund',
      goods: 'kept-by-buyer',
      amount: less,
      answering: offer,
      text: 'A third',
    });
    elsewhere.native.close();
    writesOfOthers += 1;
  };
  return {
    pageSize: 50,
    seedCase: (operation) => caseFor(live, operation),
    seedCases: (count) =>
      live
        .own()
        .slice(0, count)
        .map(({ issueId }) => live.idOf(issueId)),
    prepare: (operation) => prepare(live, operation),
    requests: () => {
      const all = sandbox.requests();
      const writes = all.filter(({ operation }) => writeMethods.includes(operation)).length - writesOfOthers;
      return { reads: all.length - writes, writes };
    },
    advanceTo: async (at) => {
      await sandbox.advance(Math.max(0, epochMsOf(at) - sandbox.clock.now()));
      if (shownLater !== undefined) await offerElsewhere(shownLater);
      shownLater = undefined;
    },
    loseNextResponse: (operation) => {
      // A picture shows only beside the next words of the seller.
      if (operation === 'submitEvidence') shownLater = caseFor(live, operation);
      sandbox.faults.add({ kind: 'lost-response', operation: methods[operation] ?? '', times: 1 });
    },
    dropNextRequest: (operation) =>
      sandbox.faults.add({ kind: 'reset', operation: methods[operation] ?? '', times: 1, effect: 'not-applied' }),
    prepareTooLate: async () => {
      const write = await prepare(live, 'accept');
      const { dueAt } = live.snapshotOf(write.id);
      if (dueAt === undefined) throw new Error('nothing is due');
      await sandbox.advance(epochMsOf(dueAt) - sandbox.clock.now() + 1000);
      return write;
    },
    changeCase: offerElsewhere,
    reopen: () => live.open(),
  };
};

export const createLiveUnderTest = async (clock: FakeClock): Promise<AdapterUnderTest> => {
  const live = await openLiveAliExpress({ clock, cases: 110 });
  const { account } = live.sandbox.marketplaces.aliexpress;
  // As after a first list: a read of a case is one request.
  for (const { issueId, buyerLoginId } of live.own()) await live.index.write(live.idOf(issueId), { buyerLoginId });
  return {
    adapter: live.adapter,
    secrets: [
      account.appSecret,
      account.tokens.accessToken,
      account.tokens.refreshToken,
      ...live.own().map(({ buyerLoginId }) => buyerLoginId),
    ],
    logged: live.logged,
    live: toLiveMarketplace(live),
    close: live.close,
  };
};
