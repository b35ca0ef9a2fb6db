import { createSandbox, type Sandbox, type ShopeeCaseSnapshot, type ShopeeSandboxSettings } from 'aftersale/sandbox';
import { createShopeeAdapter, type ShopeeAdapter } from 'aftersale/marketplaces/shopee';
import type { AdapterUnderTest, FakeClock, LiveMarketplace, PreparedWrite } from 'aftersale/testing';
import { epochMsOf, toCaseId, type CaseId, type OperationName, type WriteOperationName } from 'aftersale';

/** A picture of the smallest kind. */
export const picture = { content: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), contentType: 'image/jpeg' } as const;

export interface LiveShopee {
  readonly sandbox: Sandbox;
  readonly adapter: ShopeeAdapter;
  readonly open: () => ShopeeAdapter;
  readonly idOf: (returnSn: string) => CaseId;
  /** The first case of the shop that shows this stage of life. */
  readonly caseOf: (...scenarios: readonly string[]) => CaseId;
  readonly snapshotOf: (id: CaseId) => ShopeeCaseSnapshot;
  readonly logged: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

export interface LiveSettings {
  readonly clock: FakeClock;
  readonly cases?: number;
  readonly settings?: Partial<Parameters<typeof createShopeeAdapter>[0]>;
  readonly shopee?: ShopeeSandboxSettings;
}

/** The adapter over real HTTP against the emulated Shopee, both on the same clock. */
export const openLiveShopee = async ({ clock, cases = 40, settings = {}, shopee = {} }: LiveSettings): Promise<LiveShopee> => {
  const sandbox = await createSandbox({ marketplaces: ['shopee'], seed: { value: 7, cases }, clock, shopee });
  const { baseUrl, account } = sandbox.marketplaces.shopee;
  const lines: unknown[] = [];
  const note = (fields: object, text: string): void => void lines.push({ fields, text });
  const { partnerId, partnerKey, shopId, tokens } = account;
  const open = (): ShopeeAdapter =>
    createShopeeAdapter({
      partnerId,
      partnerKey,
      shopId,
      tokens: { ...tokens },
      baseUrl,
      clock,
      operatorEmail: 'operator@example.com',
      log: { debug: note, info: note, warn: note, error: note },
      ...settings,
    });
  const adapter = open();
  const idOf = (nativeId: string): CaseId =>
    toCaseId({ marketplace: 'shopee', environment: 'sandbox', sellerId: String(shopId), nativeId });
  const own = (): readonly ShopeeCaseSnapshot[] => sandbox.marketplaces.shopee.cases().filter((found) => found.shopId === shopId);
  const find = (what: string, found: ShopeeCaseSnapshot | undefined): ShopeeCaseSnapshot => {
    if (found === undefined) throw new Error(`the sandbox has no case for ${what}`);
    return found;
  };
  return {
    sandbox,
    adapter,
    open,
    idOf,
    caseOf: (...scenarios) =>
      idOf(
        find(
          scenarios.join(' or '),
          own().find(({ scenario }) => scenarios.includes(scenario)),
        ).returnSn,
      ),
    snapshotOf: (id) =>
      find(
        id,
        own().find(({ returnSn }) => id.endsWith(`:${returnSn}`)),
      ),
    logged: () => lines,
    close: async () => {
      adapter.native.close();
      await sandbox.close();
    },
  };
};

const scenarioOf: Readonly<Partial<Record<OperationName, readonly string[]>>> = {
  accept: ['requested'],
  offer: ['requested'],
  acceptOffer: ['buyer-proposal'],
  reject: ['inspection'],
  withdrawRejection: ['compensation-requested'],
  submitEvidence: ['judging-evidence'],
  rejectionReasons: ['inspection'],
  track: ['in-transit'],
};

const prepare = async (live: LiveShopee, operation: WriteOperationName): Promise<PreparedWrite> => {
  const { adapter } = live;
  const id = live.caseOf(...(scenarioOf[operation] ?? ['requested']));
  const found = await adapter.cases.get(id);
  const goods = 'kept-by-buyer' as const;
  switch (operation) {
    case 'accept': {
      const amount = found.requested.amount;
      if (amount === undefined) throw new Error('no amount');
      return {
        id,
        call: (target, options) => adapter.cases.accept(target, { expected: { remedy: 'refund', amount, goods } }, options),
        mismatched: (target, options) =>
          adapter.cases.accept(
            target,
            { expected: { remedy: 'refund', amount: { ...amount, minor: amount.minor - 1 }, goods } },
            options,
          ),
      };
    }
    case 'acceptOffer': {
      const offer = found.offers.find(({ state }) => state === 'open');
      if (offer?.amount === undefined) throw new Error('no open offer');
      const { id: offerId, amount } = offer;
      return {
        id,
        call: (target, options) =>
          adapter.cases.acceptOffer(target, { offer: offerId, expected: { remedy: 'refund', amount } }, options),
        mismatched: (target, options) =>
          adapter.cases.acceptOffer(
            target,
            { offer: offerId, expected: { remedy: 'refund', amount: { ...amount, minor: amount.minor + 1 } } },
            options,
          ),
      };
    }
    case 'offer': {
      const action = found.actions.find((candidate) => candidate.operation === 'offer' && candidate.effect?.goods === goods);
      const amount = action?.constraint?.type === 'range' ? action.constraint.min : undefined;
      return {
        id,
        call: (target, options) =>
          adapter.cases.offer(target, { remedy: 'refund', goods, ...(amount === undefined ? {} : { amount }) }, options),
      };
    }
    case 'reject': {
      const reasons = await adapter.cases.rejectionReasons(id);
      const reason = reasons.find(({ notPossible }) => notPossible === undefined);
      const evidence = (reason?.requirements ?? []).map((requirement) => ({ requirement: requirement.id, files: [picture] }));
      return {
        id,
        call: (target, options) =>
          adapter.cases.reject(target, { reason: reason?.id ?? '', evidence, text: 'See pictures' }, options),
      };
    }
    case 'withdrawRejection':
      return { id, call: (target, options) => adapter.cases.withdrawRejection(target, options) };
    default:
      return {
        id,
        call: (target, options) => adapter.cases.submitEvidence(target, { files: [picture], text: 'Packed as shown' }, options),
      };
  }
};

const paths: Readonly<Partial<Record<WriteOperationName, string>>> = {
  accept: 'returns/confirm',
  offer: 'returns/offer',
  acceptOffer: 'returns/accept_offer',
  reject: 'returns/dispute',
  withdrawRejection: 'returns/cancel_dispute',
  submitEvidence: 'returns/upload_proof',
};

/** What somebody else can do to a case, so that it is no longer what was seen. */
const changes = ['accept', 'acceptOffer', 'withdrawRejection', 'submitEvidence', 'reject'] as const;

const writePaths = Object.values(paths);

/** The hooks of the contract suite. */
const toLiveMarketplace = (live: LiveShopee): LiveMarketplace => {
  const { sandbox, adapter } = live;
  const shop = adapter.sellerId;
  return {
    pageSize: 100,
    seedCase: (operation) => live.caseOf(...(scenarioOf[operation] ?? ['requested'])),
    seedCases: (count) =>
      sandbox.marketplaces.shopee
        .cases()
        .filter(({ shopId }) => String(shopId) === shop)
        .slice(0, count)
        .map(({ returnSn }) => live.idOf(returnSn)),
    prepare: (operation) => prepare(live, operation),
    requests: () => {
      const all = sandbox.requests();
      const writes = all.filter(({ path }) => writePaths.some((written) => path.endsWith(`/${written}`))).length;
      return { reads: all.length - writes, writes };
    },
    advanceTo: (at) => sandbox.advance(Math.max(0, epochMsOf(at) - sandbox.clock.now())),
    loseNextResponse: (operation) => sandbox.faults.add({ kind: 'lost-response', operation: paths[operation] ?? '', times: 1 }),
    dropNextRequest: (operation) =>
      sandbox.faults.add({ kind: 'reset', operation: paths[operation] ?? '', times: 1, effect: 'not-applied' }),
    prepareTooLate: async () => {
      const write = await prepare(live, 'submitEvidence');
      const { deadlines } = await adapter.cases.get(write.id);
      const by = deadlines.find(({ duty }) => duty === 'submit-evidence')?.by;
      if (by === undefined) throw new Error('the case has no date for evidence');
      await sandbox.advance(epochMsOf(by) - sandbox.clock.now() + 1000);
      return write;
    },
    changeCase: async (id) => {
      const elsewhere = { ...live, adapter: live.open() };
      const { actions } = await elsewhere.adapter.cases.get(id);
      const operation = changes.find((candidate) => actions.some((action) => action.operation === candidate));
      if (operation === undefined) throw new Error('nothing can be done with this case');
      await (await prepare(elsewhere, operation)).call(id);
      elsewhere.adapter.native.close();
    },
    reopen: () => live.open(),
  };
};

export const createLiveUnderTest = async (clock: FakeClock): Promise<AdapterUnderTest> => {
  const live = await openLiveShopee({ clock, cases: 205 });
  const { account } = live.sandbox.marketplaces.shopee;
  return {
    adapter: live.adapter,
    secrets: [account.partnerKey, account.tokens.accessToken, account.tokens.refreshToken, 'operator@example.com'],
    logged: live.logged,
    live: toLiveMarketplace(live),
    close: live.close,
  };
};
