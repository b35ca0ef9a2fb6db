import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../emulator.js';
import type { SuccessWords } from './envelope.js';
import type { QuotaSettings } from './quotas.js';
import type { ReturnStatus } from './record.js';
import type { ShopeeRegion } from './regions.js';

/** How the emulated Shopee differs from its defaults. All of it is made up; nothing here is a real credential. */
export interface ShopeeSandboxSettings {
  readonly partnerId?: number;
  /** The key calls are signed with; derived from the seed unless given. */
  readonly partnerKey?: string;
  /** The key pushes are signed with; the partner key unless given (Shopee's own choice is not documented). */
  readonly pushKey?: string;
  /** Where return pushes go: loopback only. Without it none is sent. Same as `sendPushesTo`. */
  readonly pushUrl?: string;
  readonly tokens?: Partial<Record<ShopeeRegion, { readonly accessToken: string; readonly refreshToken: string }>>;
  readonly quotas?: QuotaSettings;
  /** In which states `confirm` is taken. The reference leaves it open; the default is REQUESTED and PROCESSING. */
  readonly confirmableStatuses?: readonly ReturnStatus[];
  /** How long an access token works on after a refresh replaced it. The reference leaves it open; the default is not at all. */
  readonly replacedTokenGraceInMs?: number;
  /** The domain redirects of the authorization links must be on; any, unless given. */
  readonly redirectDomain?: string;
  readonly successWords?: SuccessWords;
  /** Whether `create_time_*` of the list is off by 13 days, as measured on Indonesian shops. */
  readonly shiftedTimeFilter?: boolean;
}

/** The app of the emulation with its defaults filled in. */
export interface ShopeeApp {
  readonly partnerId: number;
  readonly partnerKey: string;
  readonly pushKey: string;
  readonly confirmableStatuses: ReadonlySet<ReturnStatus>;
  readonly replacedTokenGraceInMs: number;
  readonly redirectDomain: string | undefined;
  readonly shiftedTimeFilterInSeconds: number;
}

const derivedKey = (seed: number): string =>
  `shpk${createHash('sha256').update(`partner key ${seed}`).digest('hex').slice(0, 60)}`;

export const toShopeeApp = (settings: ShopeeSandboxSettings, { seed }: Pick<EmulatorContext, 'seed'>): ShopeeApp => {
  const partnerKey = settings.partnerKey ?? derivedKey(seed.value);
  return {
    partnerId: settings.partnerId ?? 2001887,
    partnerKey,
    pushKey: settings.pushKey ?? partnerKey,
    confirmableStatuses: new Set(settings.confirmableStatuses ?? ['REQUESTED', 'PROCESSING']),
    replacedTokenGraceInMs: settings.replacedTokenGraceInMs ?? 0,
    redirectDomain: settings.redirectDomain,
    shiftedTimeFilterInSeconds: settings.shiftedTimeFilter === true ? 13 * 86_400 : 0,
  };
};
