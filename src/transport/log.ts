import { redactFields } from './redact.js';

type LogMethod = (fields: object, text: string) => void;
type Level = 'debug' | 'info' | 'warn' | 'error';

/** Where log lines go; a pino logger fits as it is. Methods left out are not called. */
export interface Log {
  readonly debug?: LogMethod | undefined;
  readonly info?: LogMethod | undefined;
  readonly warn?: LogMethod | undefined;
  readonly error?: LogMethod | undefined;
}

/** Writes redacted lines; a logger that throws must not break a call. */
export type WriteLog = (level: Level, fields: Readonly<Record<string, unknown>>, text: string) => void;

export const createLogWriter =
  (log: Log | undefined, cleanText: (text: string) => string): WriteLog =>
  (level, fields, text) => {
    if (log?.[level] === undefined) return;
    try {
      // Called on the logger itself: pino's methods need their `this`.
      log[level](withoutSecrets(redactFields(fields), cleanText), text);
    } catch {
      // The line is lost; the call it describes is worth more.
    }
  };

/** A request id comes from the marketplace and could be anything that was sent to it. */
const withoutSecrets = (fields: Readonly<Record<string, unknown>>, cleanText: (text: string) => string): object =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value]));
