import type { DeadlineTerm, RuleTerms } from './terms.js';

/** The name under which a duty of a party is one parameter. */
export const deadlineParameter = ({ duty, party }: DeadlineTerm): string => `deadline.${duty}.${party}`;

const entriesOf = (terms: RuleTerms): readonly (readonly [string, unknown])[] => [
  ['window', terms.window],
  ['conditions', terms.conditions],
  ['otherwise', terms.otherwise],
  ['pays.outbound', terms.pays?.outbound],
  ['pays.return', terms.pays?.return],
  ['pays.replacement', terms.pays?.replacement],
  ['refund.item', terms.refund?.item],
  ['refund.outbound', terms.refund?.outbound],
  ['refund.form', terms.refund?.form],
  ['refund.fees', terms.refund?.fees],
  ['refund.late', terms.refund?.late],
  ['remedies', terms.remedies],
  ...(terms.deadlines ?? []).map((deadline): readonly [string, unknown] => [deadlineParameter(deadline), deadline]),
  ...(terms.requirements ?? []).map((requirement): readonly [string, unknown] => [
    `requirement.${requirement.code}`,
    requirement,
  ]),
];

/** Every parameter the terms set, with its value as text. What adds up (`extend`, `exclude`, `review`) cannot clash and is left out. */
export const parametersOf = (terms: RuleTerms): ReadonlyMap<string, string> =>
  new Map(entriesOf(terms).flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]])));
