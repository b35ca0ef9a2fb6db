import { compilePolicy, decide, type Pack, type PolicyDocument } from 'aftersale/policy';
import { checkPolicy, type AnalysisCode, type AnalysisFinding } from 'aftersale/policy/analysis';

type Rules = PolicyDocument['rules'];

/** A policy that answers everything, so that only what a test adds can be found. */
export const sound: Rules = [
  {
    id: 'change-of-mind',
    when: { reasonClass: ['withdrawal', 'agreement', 'abuse'] },
    window: { days: 30, from: 'delivered' },
    pays: { return: 'seller', outbound: 'seller' },
    refund: { item: '100%', outbound: 'full', form: 'original-means' },
    remedies: ['refund'],
  },
  {
    id: 'faulty',
    when: { reasonClass: ['conformity', 'late', 'non-delivery'] },
    window: { months: 36, from: 'promised' },
    pays: { return: 'seller', outbound: 'seller', replacement: 'seller' },
    refund: { item: '100%', outbound: 'full', form: 'original-means' },
    remedies: ['repair', 'replacement', 'refund'],
  },
];

type PackRule = Pack['rules'][number];

/** A right to withdraw, as a law gives it. */
export const withdrawal = (terms: PackRule['terms'] = {}, days = 14): PackRule => ({
  id: 'window',
  rights: ['withdrawal'],
  source: 'Law 1',
  confidence: 'text',
  when: { reasonClass: ['withdrawal'] },
  terms: { window: { closes: { kind: 'span', amount: days, unit: 'days', from: 'delivered' }, roll: 'none' }, ...terms },
});

export const house = (rules: Rules, more: Partial<PolicyDocument> = {}): PolicyDocument => ({
  aftersale: 'policy/v1',
  id: 'house',
  seller: { country: 'CN', timeZone: 'Asia/Shanghai' },
  rules,
  ...more,
});

export const horizon = { from: '2026-01-01', to: '2027-12-31' } as const;

/** The findings of one kind. */
export const findings = (document: PolicyDocument, code: AnalysisCode, packs: readonly Pack[] = []): readonly AnalysisFinding[] =>
  checkPolicy([document], { packs, horizon }).findings.filter((finding) => finding.code === code);

/** What `decide` says of a finding's witness. */
export const replay = (
  document: PolicyDocument,
  { witness }: AnalysisFinding,
  packs: readonly Pack[] = [],
): ReturnType<typeof decide> => {
  if (witness === null) throw new Error('a finding without a witness');
  return decide(compilePolicy([document], { packs }), witness.facts, { at: witness.at });
};
