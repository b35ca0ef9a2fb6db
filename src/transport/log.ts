type LogMethod = (fields: object, text: string) => void;

/** Where log lines go; a pino logger fits as it is. Methods left out are not called. */
export interface Log {
  readonly debug?: LogMethod;
  readonly info?: LogMethod;
  readonly warn?: LogMethod;
  readonly error?: LogMethod;
}
