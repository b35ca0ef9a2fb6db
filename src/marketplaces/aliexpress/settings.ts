import * as z from 'zod';
import type { CaseIndex } from '../../core/case-index.js';
import { isReason, type Reason } from '../../core/reason.js';
import { commonSettingsShape, parseSettings, type CommonSettings } from '../../transport/settings.js';
import { marketplace } from './classify.js';
import { aliExpressHost } from './hosts.js';
import type { AnswerShape } from './protocol.js';

/** Settings of one seller. */
export interface AliExpressSettings extends CommonSettings {
  /** The application's number from the console. */
  readonly appKey: string | number;
  /** The application's secret. */
  readonly appSecret: string;
  /** `seller_id` of the authorization, as `exchangeAliExpressCode` gives it. It stands in every case id. */
  readonly sellerId: string | number;
  /** One of several channel shops of the account; sent with every read of issues. */
  readonly channelSellerId?: string | number | undefined;
  /**
   * Where the buyers' login names are kept that every call about an issue needs. Default: in memory, so that a restarted process reads
   * the list first. Personal data: keep it where only the tool can read it.
   */
  readonly caseIndex?: CaseIndex | undefined;
  /**
   * Words of `reverse_detail_status` under which the seller may agree to a solution or propose one. AliExpress publishes no such list;
   * default: those that wait for the seller's or the buyer's answer.
   */
  readonly answerableWhile?: readonly string[] | undefined;
  /**
   * What AliExpress' reasons mean, by `issue_reason_id` or by the text of `reason.raw` (case does not matter): `{ 'Quality problems': 'defective' }`.
   * AliExpress publishes no list; without this all but "not received" are `unknown`, and a policy leaves them to a person.
   */
  readonly reasons?: Readonly<Record<string, Reason>> | undefined;
  /** `wrapped` asks for the gateway's older shape of an answer. Both are read, whichever comes. Default `simplified`. */
  readonly answerShape?: AnswerShape | undefined;
  /** For each operation. Default 10: AliExpress publishes no rate. */
  readonly callsPerSecond?: number | undefined;
}

const identifier = z
  .union([z.int().positive(), z.string()], 'expected a number, better in digits as text')
  .refine((value) => /^[1-9]\d{0,18}$/.test(String(value)), 'expected 1 to 19 digits');

const isCaseIndex = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['read', 'write'].every((name) => typeof Reflect.get(value, name) === 'function');

const isKnownReason = (value: unknown): boolean => typeof value === 'string' && isReason(value);

const schema = z.lazy(() =>
  z.strictObject({
    ...commonSettingsShape,
    appKey: identifier,
    appSecret: z.string().min(1, 'expected the secret from the console'),
    sellerId: identifier,
    channelSellerId: identifier.optional(),
    caseIndex: z.custom<CaseIndex>(isCaseIndex, 'expected a CaseIndex with read and write').optional(),
    answerableWhile: z.array(z.string().min(1)).optional(),
    reasons: z.record(z.string().min(1), z.custom<Reason>(isKnownReason, 'expected a reason such as defective')).optional(),
    answerShape: z.enum(['simplified', 'wrapped']).optional(),
    callsPerSecond: z.number().positive().max(1000).optional(),
  }),
);

export const defaultAnswerable = ['wait_for_seller_response', 'wait_for_your_response', 'wait_for_buyer_response'] as const;

/** The settings with every default filled in. */
export interface ResolvedSettings extends Omit<AliExpressSettings, 'channelSellerId'> {
  readonly appKey: string;
  readonly sellerId: string;
  readonly channelSellerId: string | undefined;
  readonly baseUrl: string;
  readonly answerableWhile: readonly string[];
  readonly answerShape: AnswerShape;
  readonly callsPerSecond: number;
}

/** Checks the settings; throws `ConfigurationError` with the path of each wrong one. */
export const resolveSettings = (given: AliExpressSettings): ResolvedSettings => {
  const settings = parseSettings<z.infer<typeof schema>>(schema, given, marketplace);
  const { channelSellerId } = settings;
  return {
    ...settings,
    appKey: String(settings.appKey),
    sellerId: String(settings.sellerId),
    channelSellerId: channelSellerId === undefined ? undefined : String(channelSellerId),
    baseUrl: (settings.baseUrl ?? aliExpressHost).replace(/\/+$/, ''),
    answerableWhile: settings.answerableWhile ?? defaultAnswerable,
    answerShape: settings.answerShape ?? 'simplified',
    callsPerSecond: settings.callsPerSecond ?? 10,
  };
};
