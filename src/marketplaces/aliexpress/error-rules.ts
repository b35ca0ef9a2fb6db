/** What a refusal means for the caller, by the gateway's code and words. */
export type RefusalClass =
  'token' | 'authorization' | 'clock' | 'throttled' | 'permission' | 'not-found' | 'conflict' | 'transient' | 'input';

interface CodeRule {
  readonly to: RefusalClass;
  readonly codes: readonly string[];
}

/** Codes before words: what a parameter is called or must be sounds like a refusal of another kind. */
const codeRules: readonly CodeRule[] = [
  { to: 'input', codes: ['isv.invalid-parameter', 'isv.missing-parameter', 'MissingParameter', 'InvalidApiPath'] },
  { to: 'throttled', codes: ['ApiCallLimit', 'AppApiCallLimit', 'SellerCallLimit', 'IopSystemFlowlimit', 'ServiceCurrentlimit'] },
  { to: 'token', codes: ['IllegalAccessToken', 'InvalidSession', 'isv.invalid-session', 'isv.session-expired'] },
  { to: 'authorization', codes: ['IllegalRefreshToken', 'InvalidCode', 'AUTH_TYPE_UNSUPPORTED'] },
  { to: 'clock', codes: ['IllegalTimestamp', 'InvalidTimestamp', 'isv.invalid-timestamp'] },
  {
    to: 'permission',
    codes: ['IncompleteSignature', 'IllegalAppKey', 'InsufficientPermission', 'isv.permission-ip-whitelist-limit', '11'],
  },
  { to: 'transient', codes: ['ServiceTimeout', 'ServiceUnavailable', 'UnknownRuntimeException', 'InternalError'] },
];

interface WordRule {
  readonly to: RefusalClass;
  readonly words: RegExp;
}

/** In this order, the first that fits counts. */
const wordRules: readonly WordRule[] = [
  {
    to: 'clock',
    words: /\b(?:invalid|illegal|expired) timestamp\b|\btimestamp\b (?:is |has |was )?(?:invalid|illegal|expired)/i,
  },
  { to: 'permission', words: /no permission|insufficient.*permission|has been offline|blacklist/i },
  { to: 'not-found', words: /(?:not|n.t) (?:exist|found)|no such|not find|no (?:\w+ ){1,3}found/i },
  {
    to: 'conflict',
    words:
      /already|(?:illegal|wrong|invalid|current|issue|order) (?:issue |order |solution )?stat(?:us|e)|not allowed|no decision/i,
  },
  // Only of deeds: that a value "cannot be null" or "cannot be greater than" no other state of the case would change.
  { to: 'conflict', words: /can(?:not|.t) be (?:agreed|accept|refus|reject|chang|modif|cancel|clos|operat|process|repeat)/i },
];

const throttledWords = /frequency exceeds the limit|this ban will last/i;

/** Codes that speak only where no sub code does. */
const passing = new Set(['15', '50']);

/** In codes and words, of something that broke behind the answer; in either language of the platform. */
const passingFault = new RegExp(
  [
    'timed?[-_ ]?out',
    '(?:system|internal|remote|server|network|runtime|unknown|service)[-_ ]?(?:is )?(?:server |service )?(?:error|exception|failure|busy|unavailable)',
    'temporarily unavailable|(?:try|retry) (?:it )?(?:again|later)|please retry',
    '系统(?:异常|错误|繁忙)|服务(?:异常|繁忙|不可用)|网络异常|超时|稍后|重试',
  ].join('|'),
  'i',
);

/** What a service says of what it was given, before it does anything with it. */
const inputWords =
  /illegal|invalid|missing|required|mandatory|needed|must (?:be|not)|can(?:not|'t) be|\b(?:null|empty|blank|wrong)\b|exceed|too (?:long|large|many)|not support|非法|无效|缺少|不能为空|不支持/i;

export interface RefusalWords {
  readonly code: string;
  readonly subCode: string;
  readonly message: string;
  /** ISV: the caller's fault. ISP and SYSTEM: theirs. */
  readonly type: string;
}

/** A sub code says more than its code: "Remote service error" (50) comes with `isv.invalid-parameter` as well. */
const byCode = ({ code, subCode }: RefusalWords): RefusalClass | undefined =>
  (codeRules.find(({ codes }) => codes.includes(subCode)) ?? codeRules.find(({ codes }) => codes.includes(code)))?.to;

/** The gateway writes "Remote service error" beside each sub code; the type says nothing, as 15 comes with every one. */
const isPassingFault = ({ code, subCode, message }: RefusalWords): boolean =>
  subCode === '' && passingFault.test(`${code} ${message}`);

const byWords = (said: RefusalWords): RefusalClass | undefined => {
  if (throttledWords.test(said.message)) return 'throttled';
  // A passing fault may come after the deed, so its words count before those of a refusal.
  if (isPassingFault(said)) return 'transient';
  return wordRules.find(({ words }) => words.test(said.message))?.to;
};

/** Undefined: of a code that nobody knows it cannot be said whether anything was done. */
export const refusalClassOf = (said: RefusalWords): RefusalClass | undefined => {
  const { code, subCode, type } = said;
  if ((subCode || code).startsWith('isp.')) return 'transient';
  if (subCode === '' && passing.has(code)) return 'transient';
  const known = byCode(said) ?? byWords(said);
  if (known !== undefined) return known;
  if (subCode.startsWith('isv.')) return 'input';
  if (type === 'ISP' || type === 'SYSTEM') return 'transient';
  return type === 'ISV' ? 'input' : undefined;
};

/**
 * What a `false` inside a good answer means. Without a code it is the documented "no" of the writes about issues. With a code that
 * nobody knows, only words about what was given tell that the service stopped before the deed.
 */
export const serviceRefusalClassOf = (said: RefusalWords): RefusalClass | undefined => {
  const message = `${said.code.replaceAll('_', ' ')} ${said.message}`;
  const known = refusalClassOf({ ...said, message });
  return known ?? (said.code === '' || inputWords.test(message) ? 'input' : undefined);
};

/** "This ban will last 14229 seconds": hours of silence, which the transport reports instead of waiting. */
export const banInMs = (message: string): number | undefined => {
  const [, seconds] = /(\d{1,7}) seconds?/i.exec(message) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
};
