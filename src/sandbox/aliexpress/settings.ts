import { createHash } from 'node:crypto';
import type { EmulatorContext } from '../emulator.js';
import type { AliExpressQuotaSettings } from './quotas.js';
import type { SellerName } from './sellers.js';

/**
 * How long tokens live, by the kind of app: `test` is what a real answer showed (1 and 2 days), `third-party` (30 and 60 days) and
 * `self-developed` (365 and 730 days) are told by copies of the documentation.
 */
export type AppKind = 'test' | 'third-party' | 'self-developed';

/** How the emulated AliExpress differs from its defaults. All of it is made up; nothing here is a real credential. */
export interface AliExpressSandboxSettings {
  readonly appKey?: string;
  /** The key calls are signed with; derived from the seed unless given. */
  readonly appSecret?: string;
  readonly tokens?: Partial<Record<SellerName, { readonly accessToken: string; readonly refreshToken: string }>>;
  /** `third-party` unless given. */
  readonly appKind?: AppKind;
  /** What a token answer says the account is; `seller_center` unless given. */
  readonly accountPlatform?: 'seller_center' | 'buyerApp';
  /** Whether a refresh also begins the refresh token's life anew. Not documented; the default is that it does not. */
  readonly refreshRenewsRefreshToken?: boolean;
  /** How long an access token works on after a refresh replaced it. Not documented; the default is not at all. */
  readonly replacedTokenGraceInMs?: number;
  /** How far a timestamp may be off. Not documented; two hours unless given, as a sibling platform has it. */
  readonly timestampToleranceInMs?: number;
  readonly quotas?: AliExpressQuotaSettings;
  /** What `detail.get` says of an issue that is not the caller's: nothing (an answer without `result_object`) or an error. Not documented; `empty` unless given. */
  readonly unknownIssue?: 'empty' | 'error';
  /** The time a seller has to name a return address; 5 days unless given (not documented). */
  readonly addressTimeInDays?: number;
  /** The time a seller has to confirm a returned parcel; 30 days unless given (said, not documented). */
  readonly receiptTimeInDays?: number;
}

/** The app of the emulation with its defaults filled in. */
export interface AliExpressApp {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessLifeInMs: number;
  readonly refreshLifeInMs: number;
  readonly accountPlatform: 'seller_center' | 'buyerApp';
  readonly renewsRefreshToken: boolean;
  readonly replacedTokenGraceInMs: number;
  readonly timestampToleranceInMs: number;
  readonly unknownIssue: 'empty' | 'error';
}

const day = 86_400_000;

const lives: Readonly<Record<AppKind, { readonly accessLifeInMs: number; readonly refreshLifeInMs: number }>> = {
  test: { accessLifeInMs: day, refreshLifeInMs: 2 * day },
  'third-party': { accessLifeInMs: 30 * day, refreshLifeInMs: 60 * day },
  'self-developed': { accessLifeInMs: 365 * day, refreshLifeInMs: 730 * day },
};

const derivedSecret = (seed: number): string => createHash('sha256').update(`app secret ${seed}`).digest('hex').slice(0, 32);

export const toAliExpressApp = (settings: AliExpressSandboxSettings, { seed }: Pick<EmulatorContext, 'seed'>): AliExpressApp => ({
  ...lives[settings.appKind ?? 'third-party'],
  appKey: settings.appKey ?? '501887',
  appSecret: settings.appSecret ?? derivedSecret(seed.value),
  accountPlatform: settings.accountPlatform ?? 'seller_center',
  renewsRefreshToken: settings.refreshRenewsRefreshToken ?? false,
  replacedTokenGraceInMs: settings.replacedTokenGraceInMs ?? 0,
  timestampToleranceInMs: settings.timestampToleranceInMs ?? 2 * 3_600_000,
  unknownIssue: settings.unknownIssue ?? 'empty',
});
