import { isJsonObject } from '../json.js';
import { SandboxInputError } from '../sandbox-input-error.js';

/** What can go wrong on demand. */
export const faultKinds = {
  'rate-limit': 'refused for calling too often; nothing took effect',
  'daily-limit': 'refused because the day’s calls are used up; nothing took effect',
  'server-error': 'answered with a 5xx status; nothing took effect unless `effect` says so',
  'transient-in-200': 'answered with a passing inner error inside HTTP 200; nothing took effect unless `effect` says so',
  refusal: 'answered with the given `error` and `message`; nothing took effect',
  reset: 'the connection is reset; nothing took effect unless `effect` says so',
  'lost-response': 'the call takes effect, then the connection is destroyed before a byte of the answer',
  'malformed-json': 'the call takes effect, the answer is no JSON',
  truncated: 'the call takes effect, the connection breaks in the middle of the answer',
  'empty-body': 'the call takes effect, the answer has no body',
  slow: 'the answer comes after `delayInMs` of real time',
  'clock-skew': 'the marketplace’s own clock is off by `skewInMs`: timestamps and the Date header are judged by it',
  'duplicate-push': 'a push is delivered `copies` times (2)',
  'lost-push': 'a push is not delivered and has to be recovered',
} as const;

/** A fault that can be asked for; `faultKinds` says of each what the client sees, and whether the call took effect. */
export type FaultKind = keyof typeof faultKinds;

/** One thing that goes wrong. Rules are asked in the order they were added; the first that matches a call is used. */
export interface FaultRule {
  readonly kind: FaultKind;
  /** Without it, every marketplace. */
  readonly marketplace?: string;
  /** A path (`/api/v2/returns/confirm`), its end (`returns/confirm`, `confirm`), or nothing for every call. */
  readonly operation?: string;
  /** How many calls it hits; without it, every call until the faults are cleared. */
  readonly times?: number;
  /** How many matching calls pass unharmed before. */
  readonly skip?: number;
  /** Whether the call takes effect, where the kind leaves it open. */
  readonly effect?: 'applied' | 'not-applied';
  /** HTTP status of `rate-limit`, `daily-limit`, `server-error` and `refusal`. */
  readonly status?: number;
  /** The marketplace's error word of `transient-in-200`, `refusal`, `server-error`. */
  readonly error?: string;
  readonly message?: string;
  /** Sent as `Retry-After` with `rate-limit` and `server-error`. */
  readonly retryAfterInSeconds?: number;
  readonly delayInMs?: number;
  readonly skewInMs?: number;
  readonly copies?: number;
}

const isFaultKind = (kind: unknown): kind is FaultKind => typeof kind === 'string' && Object.hasOwn(faultKinds, kind);

const texts = ['marketplace', 'operation', 'error', 'message'] as const;
const counts = ['times', 'skip', 'status', 'retryAfterInSeconds', 'delayInMs', 'copies'] as const;
const known: ReadonlySet<string> = new Set(['kind', 'effect', 'skewInMs', ...texts, ...counts]);

const problemOf = (value: Readonly<Record<string, unknown>>): string | undefined => {
  const stranger = Object.keys(value).find((key) => !known.has(key));
  if (stranger !== undefined) return `a fault rule has no '${stranger}': expected ${[...known].join(', ')}`;
  const badText = texts.find((key) => value[key] !== undefined && typeof value[key] !== 'string');
  if (badText !== undefined) return `${badText} of a fault rule must be text`;
  const badCount = counts.find((key) => value[key] !== undefined && !(Number.isInteger(value[key]) && Number(value[key]) >= 0));
  if (badCount !== undefined) return `${badCount} of a fault rule must be a whole number of 0 or more`;
  if (value['skewInMs'] !== undefined && !Number.isFinite(value['skewInMs'])) return 'skewInMs of a fault rule must be a number';
  if (value['effect'] !== undefined && value['effect'] !== 'applied' && value['effect'] !== 'not-applied')
    return "effect of a fault rule must be 'applied' or 'not-applied'";
  return undefined;
};

/** Checks a rule that came from outside. Throws `SandboxInputError` naming what is wrong. */
export const parseFaultRule = (value: unknown): FaultRule => {
  if (!isJsonObject(value)) throw new SandboxInputError('a fault rule must be an object');
  const { kind, ...rest } = value;
  if (!isFaultKind(kind))
    throw new SandboxInputError(`'${String(kind)}' is no kind of fault: expected ${Object.keys(faultKinds).join(', ')}`);
  const problem = problemOf(value);
  if (problem !== undefined) throw new SandboxInputError(problem);
  return { ...rest, kind };
};
