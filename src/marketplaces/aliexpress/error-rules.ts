/** What a refusal means for the caller, by the gateway's code and words. */
export type RefusalClass =
  'token' | 'authorization' | 'clock' | 'throttled' | 'permission' | 'not-found' | 'conflict' | 'transient' | 'input';

interface Rule {
  readonly to: RefusalClass;
  readonly codes?: readonly string[];
  readonly words?: RegExp;
}

/**
 * In this order, the first that fits counts. A sub code says more than its code: "Remote service error" (50) comes with
 * `isv.invalid-parameter` as well.
 */
const rules: readonly Rule[] = [
  { to: 'throttled', codes: ['ApiCallLimit', 'AppApiCallLimit', 'SellerCallLimit', 'IopSystemFlowlimit', 'ServiceCurrentlimit'] },
  { to: 'throttled', words: /frequency exceeds the limit|this ban will last/i },
  { to: 'token', codes: ['IllegalAccessToken', 'InvalidSession', 'isv.invalid-session', 'isv.session-expired'] },
  { to: 'authorization', codes: ['IllegalRefreshToken', 'InvalidCode', 'AUTH_TYPE_UNSUPPORTED'] },
  { to: 'clock', codes: ['IllegalTimestamp', 'InvalidTimestamp', 'isv.invalid-timestamp'] },
  { to: 'clock', words: /timestamp/i },
  {
    to: 'permission',
    codes: ['IncompleteSignature', 'IllegalAppKey', 'InsufficientPermission', 'isv.permission-ip-whitelist-limit', '11'],
  },
  { to: 'permission', words: /no permission|insufficient.*permission|has been offline|blacklist/i },
  { to: 'transient', codes: ['ServiceTimeout', 'ServiceUnavailable', 'UnknownRuntimeException', 'InternalError'] },
  { to: 'not-found', words: /(?:not|n.t) (?:exist|found)|no such|not find/i },
  {
    to: 'conflict',
    words:
      /already|(?:illegal|wrong|invalid|current|issue|order) (?:issue |order |solution )?stat(?:us|e)|not allowed|cannot be/i,
  },
];

/** Codes that speak only where no sub code does. */
const passing = new Set(['15', '50']);

export interface RefusalWords {
  readonly code: string;
  readonly subCode: string;
  readonly message: string;
  /** ISV: the caller's fault. ISP and SYSTEM: theirs. */
  readonly type: string;
}

const byRule = ({ code, subCode, message }: RefusalWords): RefusalClass | undefined =>
  rules.find(
    ({ codes, words }) =>
      (codes === undefined || codes.includes(subCode) || codes.includes(code)) && (words?.test(message) ?? true),
  )?.to;

/** Undefined: of a code that nobody knows it cannot be said whether anything was done. */
export const refusalClassOf = (said: RefusalWords): RefusalClass | undefined => {
  const { code, subCode, type } = said;
  if (subCode.startsWith('isp.')) return 'transient';
  if (subCode === '' && passing.has(code)) return 'transient';
  const known = byRule(said);
  if (known !== undefined) return known;
  if (subCode.startsWith('isv.') || code === 'MissingParameter' || code === 'InvalidApiPath') return 'input';
  if (type === 'ISP' || type === 'SYSTEM') return 'transient';
  return type === 'ISV' ? 'input' : undefined;
};

/** "This ban will last 14229 seconds": hours of silence, which the transport reports instead of waiting. */
export const banInMs = (message: string): number | undefined => {
  const [, seconds] = /(\d{1,7}) seconds?/i.exec(message) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
};
