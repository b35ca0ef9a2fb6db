import type { EmulatorContext } from '../emulator.js';
import { toInstant } from '../instant.js';
import { createRandom } from '../random.js';
import { createAuthorizations } from './authorizations.js';
import { createEnvelopes } from './envelope.js';
import type { LifeEffects } from './lifecycle/change.js';
import { createPrepared } from './prepared.js';
import { createPushes, type Pushes } from './pushes.js';
import type { ReturnRecord } from './record.js';
import { createReturnStore } from './return-store.js';
import { seedShop } from './seed/seed-shop.js';
import { toShopeeApp, type ShopeeSandboxSettings } from './settings.js';
import { createShops, type Shop } from './shops.js';
import { createTokenBook } from './tokens.js';
import { createUploads } from './uploads.js';
import { writeReturnDetail } from './wire/return-detail.js';
import { writeReturnRow } from './wire/return-row.js';
import type { ShopeeWorld } from './world.js';

const toEffects = ({ ledger }: EmulatorContext, pushes: Pushes): LifeEffects => ({
  announce: (announcement) => pushes.announce(announcement),
  pay: ({ record, kind, amountMinor, cause, at }) =>
    ledger.add({
      at: toInstant(at * 1000),
      marketplace: 'shopee',
      kind,
      sellerId: String(record.shop.shopId),
      caseId: record.returnSn,
      amount: { minor: amountMinor, currency: record.claim.currency },
      cause,
    }),
});

const seedReturns = (shops: readonly Shop[], { seed, clock }: EmulatorContext): readonly ReturnRecord[] => {
  const startsAt = Math.floor(clock.now() / 1000);
  return shops.flatMap((shop) => seedShop(shop, { seed: seed.value, cases: seed.cases, startsAt }));
};

/** 32 hex digits, one of the forms the real ids have. */
const createRequestIds = (seed: number): (() => string) => {
  const prefix = createRandom('request ids', seed).hex(16);
  let count = 0;
  return () => {
    count += 1;
    return prefix + count.toString(16).padStart(16, '0');
  };
};

/** Every shop has let the app in and holds a pair of tokens when the sandbox starts. */
const authorizeShops = ({ shops, tokens, authorizations }: ShopeeWorld, settings: ShopeeSandboxSettings, at: number): void => {
  for (const { shopId, region } of shops) {
    authorizations.grant({ kind: 'shop', id: shopId }, at);
    tokens.issue([{ kind: 'shop', id: shopId }], at, settings.tokens?.[region]);
  }
};

/** The emulated Shopee at the moment the sandbox starts. */
export const createWorld = (context: EmulatorContext, settings: ShopeeSandboxSettings): ShopeeWorld => {
  const app = toShopeeApp(settings, context);
  const shops = createShops();
  const { value: seed } = context.seed;
  const pushes = createPushes({ faults: context.faults, pushKey: app.pushKey });
  if (settings.pushUrl !== undefined) pushes.configure({ callbackUrl: settings.pushUrl });
  const world: ShopeeWorld = {
    app,
    shops,
    tokens: createTokenBook({ seed, replacedTokenGraceInMs: app.replacedTokenGraceInMs }),
    authorizations: createAuthorizations(seed, shops),
    returns: createReturnStore(seedReturns(shops, context), toEffects(context, pushes)),
    pushes,
    uploads: createUploads(seed, context.baseUrl),
    envelopes: createEnvelopes(createRequestIds(seed), settings.successWords ?? 'empty'),
    rows: createPrepared(writeReturnRow),
    details: createPrepared(writeReturnDetail),
    pages: new Map(),
  };
  authorizeShops(world, settings, context.clock.now());
  return world;
};
