import type { MarketplaceError } from '../core/errors/marketplace-error.js';

const removed = '[redacted]';
/** A shorter secret would make holes in ordinary words. */
const shortestInCharacters = 6;

/** Knows the secrets of one adapter, to remove them should a marketplace echo one in its error text. */
export interface SecretGuard {
  readonly learn: (secret: string) => void;
  readonly cleanText: (text: string) => string;
  readonly clean: (error: MarketplaceError) => void;
}

/** Tokens rotate: only the newest ones can still be echoed. */
const remembered = 16;

export const createSecretGuard = (permanent: readonly string[] = []): SecretGuard => {
  const lasting = permanent.filter(isLongEnough);
  const passing = new Set<string>();
  const cleanText = (text: string): string => {
    let cleaned = text;
    for (const secret of [...lasting, ...passing]) {
      for (const form of new Set([secret, encodeURIComponent(secret)])) cleaned = cleaned.replaceAll(form, removed);
    }
    return cleaned;
  };
  return {
    learn: (secret) => {
      if (!isLongEnough(secret) || passing.has(secret)) return;
      passing.add(secret);
      const [oldest] = passing;
      if (passing.size > remembered && oldest !== undefined) passing.delete(oldest);
    },
    cleanText,
    clean: (error) => {
      for (const name of ['message', 'stack', 'providerMessage', 'providerCode', 'requestId'])
        cleanProperty(error, name, cleanText);
    },
  };
};

const isLongEnough = (secret: string): boolean => secret.length >= shortestInCharacters;

const cleanProperty = (error: MarketplaceError, name: string, cleanText: (text: string) => string): void => {
  const value: unknown = Reflect.get(error, name);
  if (typeof value !== 'string') return;
  const cleaned = cleanText(value);
  if (cleaned !== value) Reflect.set(error, name, cleaned);
};
