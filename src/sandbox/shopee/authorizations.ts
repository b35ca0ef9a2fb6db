import { createRandom } from '../random.js';
import { Refusal } from './envelope.js';
import type { Shop } from './shops.js';
import { keyOf, type Subject } from './subject.js';

const codeLifeInMs = 10 * 60_000;
const authorizationLifeInMs = 365 * 86_400_000;

/** Whom a seller logged in as on the authorization page. */
export type Account = { readonly kind: 'shop'; readonly id: number } | { readonly kind: 'main'; readonly id: number };

/** A seller's consent to the app. Times in epoch milliseconds. */
export interface Grant {
  readonly authorizedAt: number;
  readonly expiresAt: number;
}

/** Who let the app in, and the one-time codes that prove it. */
export interface Authorizations {
  readonly mainAccountId: number;
  readonly merchantId: number;
  grant(subject: Subject, at: number): void;
  grantOf(subject: Subject): Grant | undefined;
  revoke(subject: Subject): void;
  /** A code for the callback URL, valid for 10 minutes and one use. */
  issueCode(account: Account, at: number): string;
  /** Spends a code. Throws Shopee's `Refusal` for one that is unknown, another's, expired or spent. */
  redeem(code: string, account: Account, at: number): readonly Subject[];
}

interface Code {
  readonly account: Account;
  readonly expiresAt: number;
}

const wrongAccount = ({ kind }: Account): Refusal =>
  kind === 'shop'
    ? new Refusal('invalid_shop_id', 'The code or shop_id is wrong, please check the code or the shop_id.', { status: 403 })
    : new Refusal(
        'invalid_main_acount_id',
        'The code or main_accoount_id is wrong, please check the code or the main_account_id.',
        { status: 403 },
      );

export const createAuthorizations = (seed: number, shops: readonly Shop[]): Authorizations => {
  const random = createRandom('codes', seed);
  const grants = new Map<string, Grant>();
  const codes = new Map<string, Code>();
  const mainAccountId = 90_000_017;
  const merchantId = 1_004_231;

  const subjectsOf = (account: Account): readonly Subject[] =>
    account.kind === 'shop'
      ? [{ kind: 'shop', id: account.id }]
      : [...shops.map(({ shopId }): Subject => ({ kind: 'shop', id: shopId })), { kind: 'merchant', id: merchantId }];

  return {
    mainAccountId,
    merchantId,
    grant: (subject, at) => {
      grants.set(keyOf(subject), { authorizedAt: at, expiresAt: at + authorizationLifeInMs });
    },
    grantOf: (subject) => grants.get(keyOf(subject)),
    revoke: (subject) => {
      grants.delete(keyOf(subject));
    },
    issueCode: (account, at) => {
      const code = random.hex(32);
      codes.set(code, { account, expiresAt: at + codeLifeInMs });
      return code;
    },
    redeem: (code, account, at) => {
      const issued = codes.get(code);
      if (issued === undefined) throw new Refusal('error_auth', 'Invalid code', { status: 403 });
      if (issued.account.kind !== account.kind || issued.account.id !== account.id) throw wrongAccount(account);
      if (issued.expiresAt <= at)
        throw new Refusal('invalid_code', 'The code is expired or used or invalid, please check the code.', { status: 403 });
      codes.set(code, { ...issued, expiresAt: 0 });
      return subjectsOf(account);
    },
  };
};
