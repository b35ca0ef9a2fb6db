import type { Rule } from '../rules/rule.js';
import type { OutboundScope } from '../rules/terms.js';
import type { Payer } from '../vocabulary.js';
import { valueOf } from './settled.js';
import type { Cited, Outbound } from './grant.js';

const payerFor = (scope: OutboundScope | 'unknown'): Payer =>
  scope === 'unknown' ? 'unknown' : scope === 'none' ? 'buyer' : 'seller';

const scopeFor = (payer: Payer): Outbound['scope'] => {
  if (payer === 'buyer' || payer === 'nobody') return 'none';
  return payer === 'unknown' || payer === 'shared' ? 'unknown' : 'full';
};

/**
 * The first delivery: who pays it and how much of it comes back are two words for one thing, so one follows from the other.
 * What is refunded wins where a narrower rule says only that.
 */
export const resolveOutbound = (rules: readonly Rule[]): Cited<Outbound> | null => {
  const payer = valueOf(rules, ({ pays }) => pays?.outbound?.payer);
  const scope = valueOf(rules, ({ refund }) => refund?.outbound);
  if (scope !== null) {
    const implied = payerFor(scope.value);
    const agrees = payer !== null && (payer.value === 'buyer') === (implied === 'buyer');
    return { value: { payer: agrees ? payer.value : implied, scope: scope.value }, because: scope.because };
  }
  return payer === null ? null : { value: { payer: payer.value, scope: scopeFor(payer.value) }, because: payer.because };
};
