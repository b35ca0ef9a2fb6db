/** What a refusal means for the caller, by Shopee's code and words. */
export type RefusalClass =
  | 'token'
  | 'authorization'
  | 'clock'
  | 'throttled'
  | 'quota'
  | 'permission'
  | 'not-found'
  | 'deadline'
  | 'conflict'
  | 'transient'
  | 'input';

interface Rule {
  readonly to: RefusalClass;
  /** Any of these codes; absent: whatever the code. */
  readonly codes?: readonly string[];
  /** Absent: whatever the words. */
  readonly words?: RegExp;
}

/**
 * In this order, the first that fits counts. The same code carries passing faults, unknown returns and wrong states alike
 * (`error_data`, `error_param`, `error_auth`), so words come before codes.
 */
const rules: readonly Rule[] = [
  { to: 'throttled', codes: ['error_rate_limit'] },
  { to: 'quota', codes: ['error_limit'], words: /call limit|daily/i },
  { to: 'clock', words: /timestamp is (?:expired|invalid)|invalid timestamp/i },
  { to: 'token', codes: ['invalid_acceess_token', 'invalid_access_token'] },
  { to: 'token', words: /no access_token in query/i },
  {
    to: 'authorization',
    codes: [
      'invalid_code',
      'invalid_main_acount_id',
      'invalid_shop_id',
      'refresh_token_expired',
      'error_shop_refresh_token',
      'error_merchant_refresh_token',
      'shop_access_expired',
      'merchant_access_expired',
      'shop_no_linked',
      'merchant_no_linked',
      'partner_shop_no_link',
    ],
  },
  { to: 'authorization', codes: ['error_auth'], words: /refresh_token|invalid code/i },
  { to: 'authorization', codes: ['error_permission'], words: /link shop and partner/i },
  { to: 'token', codes: ['error_auth'], words: /access_token/i },
  { to: 'transient', words: /try (?:again )?later|core server error|failed to get|inner http call failed/i },
  { to: 'transient', codes: ['error_network', 'error_inner', 'error_server', 'system_busy', 'image.upload.fail'] },
  { to: 'not-found', codes: ['returns.return_not_found', 'returns.return_not_exist', 'returns.return_not_exists', 'no.proof'] },
  { to: 'not-found', codes: ['error_not_found', 'order_not_found', 'warehouse.error_can_not_find_warehouse'] },
  { to: 'not-found', words: /doesn.t exist|data not exist|is not found|was not queried|detail is not available/i },
  { to: 'deadline', codes: ['proof.overdue'] },
  {
    to: 'conflict',
    codes: [
      'err_data',
      'error_return_status',
      'error_negotiation_status',
      'error_ongoing_dispute',
      'error_no_buyer_offer',
      'return.status.illegal',
      'returnsn.illegal',
      'dispute.rr.not.allow',
      'dispute.cancel.ineligible',
      'rraoc_refund_not_allowed',
      'error_validation',
      'error_return_request_type',
      'returns.exceed_shipping_proof',
      'returns.new_seller_arrange_flow_disabled',
      'returns.error_reverse_logistics',
    ],
  },
  {
    to: 'conflict',
    codes: ['error_data'],
    words: /invalid return status|reviewing the case|missing initial evidence|does not allow|is not available/i,
  },
  {
    to: 'permission',
    codes: [
      'error_sign',
      'invalid_partner_id',
      'shop_banned',
      'error_permission',
      'error_api_permission',
      'error_ashop_api_permission',
      'error_api_call_restricted',
      'source_ip_undeclared',
      'error_partner_key_expired',
      'error_kyc_auth',
      'api_suspended',
      'error_auth',
      'warehouse.error_not_in_whitelist',
    ],
  },
  { to: 'input', codes: ['error_param', 'error_perm', 'error_data', 'dispute.request.param.error', 'number.error'] },
  { to: 'input', codes: ['format.unsupport', 'format.unsupported', 'returns.dispute_is_dry_run'] },
];

const newerInput = /^returns\.(?:missing_|invalid_|error_)/;

/** Undefined: a code this version does not know, of which it cannot be said whether anything was done. */
export const refusalClassOf = (code: string, message: string): RefusalClass | undefined =>
  rules.find(({ codes, words }) => (codes?.includes(code) ?? true) && (words?.test(message) ?? true))?.to ??
  (newerInput.test(code) ? 'input' : undefined);
