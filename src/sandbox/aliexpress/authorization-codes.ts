import { createRandom } from '../random.js';
import { Refusal } from './envelope.js';
import type { Seller } from './sellers.js';

const codeLifeInMs = 30 * 60_000;

/** The one-time codes a seller's consent leads to. */
export interface AuthorizationCodes {
  /** Valid for 30 minutes and one use. */
  issue(seller: Seller, at: number): string;
  /** Spends a code. Throws the `Refusal` of one that is unknown, expired or spent. */
  redeem(code: string, at: number): Seller;
}

export const createAuthorizationCodes = (seed: number, appKey: string): AuthorizationCodes => {
  const random = createRandom('aliexpress codes', seed);
  const codes = new Map<string, { readonly seller: Seller; readonly expiresAt: number }>();
  return {
    issue: (seller, at) => {
      const code = `3_${appKey}_${random.text(32, '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')}`;
      codes.set(code, { seller, expiresAt: at + codeLifeInMs });
      return code;
    },
    redeem: (code, at) => {
      const issued = codes.get(code);
      codes.delete(code);
      if (issued === undefined || issued.expiresAt <= at) throw new Refusal('InvalidCode', 'Invalid authorization code');
      return issued.seller;
    },
  };
};
