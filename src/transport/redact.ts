const removed = '[redacted]';

/** Words a log line may carry. Everything not listed is removed: a list of what to hide is never complete. */
const loggable: ReadonlySet<string> = new Set([
  'marketplace',
  'operation',
  'attempt',
  'attemptsLeft',
  'status',
  'code',
  'providerCode',
  'reason',
  'requestId',
  'delayInMs',
  'durationInMs',
  'isRetryable',
  'kind',
  'path',
  'credential',
]);

/** A word, number or path of machines: no spaces, no `@`, not long enough for a key. */
const plainText = /^[\w.:*/[\]-]{1,80}$/;

/** Keeps the allowed names with plain values and removes the rest, at any depth. Redacting twice changes nothing. */
export const redact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(redact);
  return typeof value === 'object' && value !== null ? redactFields(value) : removed;
};

export const redactFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, member]) => [name, redactMember(name, member)]));

const redactMember = (name: string, member: unknown): unknown => {
  if (typeof member === 'object' && member !== null) return redact(member);
  return loggable.has(name) && isPlain(member) ? member : removed;
};

const isPlain = (member: unknown): boolean =>
  member === undefined ||
  member === null ||
  typeof member === 'number' ||
  typeof member === 'boolean' ||
  (typeof member === 'string' && plainText.test(member));

const email = /[^\s@<>"',;]+@[^\s@<>"',;]+/g;
const phone = /\+?\d[\d\s().-]{6,}\d/g;
const longWord = /[\w+/=|-]{32,}/g;

/**
 * A marketplace's own error text, fit for an error and a log: addresses, telephone and other long numbers and anything that could be
 * a key are removed, the rest is kept to 200 characters.
 */
export const toProviderMessage = (text: string): string =>
  text.replace(email, removed).replace(longWord, removed).replace(phone, removed).slice(0, 200);
