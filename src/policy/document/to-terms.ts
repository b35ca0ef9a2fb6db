import { legs, type Fee, type Otherwise, type PayerTerm, type RefundTerms, type RuleTerms } from '../rules/terms.js';
import { parseAmount, parsePercent } from './amounts.js';
import type { PolicyRule } from './schema.js';
import type { ProblemDraft } from './source-map.js';
import { checkPeriod, toBound, toPeriod } from './to-period.js';

type Path = readonly PropertyKey[];
type WrittenFee = NonNullable<NonNullable<PolicyRule['refund']>['fees']>[number];

const toWindow = (window: NonNullable<PolicyRule['window']>): Exclude<PolicyRule['window'], 'unlimited' | undefined> =>
  window === 'unlimited' ? { unlimited: true } : window;

const toOtherwise = (otherwise: NonNullable<PolicyRule['otherwise']>): Otherwise =>
  otherwise === 'refuse'
    ? { kind: 'refuse' }
    : { kind: 'deduct', line: otherwise.deduct.kind, upTo: parsePercent(otherwise.deduct.upTo) ?? 0 };

const toPays = (pays: NonNullable<PolicyRule['pays']>): NonNullable<RuleTerms['pays']> => {
  const cap = pays.cap === undefined ? null : parseAmount(pays.cap);
  const stated = legs.flatMap((leg): [string, PayerTerm][] => {
    const payer = pays[leg];
    if (payer === undefined) return [];
    return [[leg, payer === 'shared' && cap !== null ? { payer, cap } : { payer }]];
  });
  return Object.fromEntries(stated);
};

const toFee = ({ kind, percent, amount, cap }: WrittenFee): Fee => {
  const [share, fixed, most] = [percent && parsePercent(percent), amount && parseAmount(amount), cap && parseAmount(cap)];
  return {
    kind,
    ...(typeof share === 'number' ? { percent: share } : {}),
    ...(typeof fixed === 'object' && fixed !== null ? { amount: fixed } : {}),
    ...(typeof most === 'object' && most !== null ? { cap: most } : {}),
  };
};

const toRefund = (refund: NonNullable<PolicyRule['refund']>): RefundTerms => ({
  ...(refund.item === undefined ? {} : { item: parsePercent(refund.item) ?? 0 }),
  ...(refund.outbound === undefined ? {} : { outbound: refund.outbound }),
  ...(refund.form === undefined ? {} : { form: refund.form }),
  ...(refund.fees === undefined ? {} : { fees: refund.fees.map(toFee) }),
});

/** What a written rule says, as terms. `calendar` is the one the document names. */
export const toTerms = (rule: PolicyRule, calendar: string | undefined): RuleTerms => ({
  ...(rule.window === undefined ? {} : { window: toPeriod(toWindow(rule.window), { defaultFrom: 'delivered', calendar }) }),
  ...(rule.extend === undefined ? {} : { extend: toBound(rule.extend, 'delivered') }),
  ...(rule.exclude === undefined ? {} : { exclude: rule.exclude }),
  ...(rule.review === undefined ? {} : { review: rule.review }),
  ...(rule.conditions === undefined ? {} : { conditions: rule.conditions }),
  ...(rule.otherwise === undefined ? {} : { otherwise: toOtherwise(rule.otherwise) }),
  ...(rule.pays === undefined ? {} : { pays: toPays(rule.pays) }),
  ...(rule.refund === undefined ? {} : { refund: toRefund(rule.refund) }),
  ...(rule.remedies === undefined
    ? {}
    : { remedies: rule.remedies.map((remedy, index) => ({ remedy, chosenBy: 'seller' as const, step: index + 1 })) }),
});

const checkPays = (rule: PolicyRule, path: Path): readonly ProblemDraft[] => {
  const pays = rule.pays ?? {};
  const isShared = legs.some((leg) => pays[leg] === 'shared');
  const problems: ProblemDraft[] = [];
  if (isShared && pays.cap === undefined) {
    problems.push({
      code: 'missing-key',
      path: [...path, 'pays'],
      found: 'shared without cap',
      expected: "a cap such as '5.00 EUR'",
    });
  }
  const scope = rule.refund?.outbound;
  const isPaidTwice = pays.outbound === 'buyer' && scope !== undefined && scope !== 'none';
  if (isPaidTwice || (pays.outbound === 'seller' && scope === 'none')) {
    problems.push({
      code: 'contradiction',
      path: [...path, 'refund', 'outbound'],
      found: `outbound shipping paid by the ${pays.outbound} and refunded '${scope}'`,
      expected: 'the same answer in pays.outbound and refund.outbound',
    });
  }
  return problems;
};

const checkFees = (rule: PolicyRule, path: Path): readonly ProblemDraft[] =>
  (rule.refund?.fees ?? []).flatMap((fee, index): readonly ProblemDraft[] => {
    const sizes = [fee.percent, fee.amount].filter((size) => size !== undefined).length;
    const wanted = fee.kind === 'return-shipping' ? 0 : 1;
    if (sizes === wanted) return [];
    const expected = wanted === 0 ? 'neither percent nor amount: the known cost is taken' : 'either percent or amount';
    return [{ code: 'contradiction', path: [...path, 'refund', 'fees', index], found: 'a fee without one size', expected }];
  });

/** What the grammar cannot see: terms of one rule that contradict each other. */
export const checkTerms = (rule: PolicyRule, path: Path): readonly ProblemDraft[] => [
  ...(rule.window === undefined ? [] : checkPeriod(toWindow(rule.window), [...path, 'window'])),
  ...(rule.extend === undefined ? [] : checkPeriod(rule.extend, [...path, 'extend'])),
  ...checkPays(rule, path),
  ...checkFees(rule, path),
];
