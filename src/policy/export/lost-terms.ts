import type { Rule } from '../rules/rule.js';
import { wholeInBasisPoints, type Fee, type RuleTerms } from '../rules/terms.js';
import type { Unexpressed } from './published-terms.js';
import { readWindow } from './published-window.js';
import type { RuleScope } from './rule-scope.js';

type Loss = Pick<Unexpressed, 'what' | 'why'>;

/** What is said of the promise to refund, where the form cannot say it. */
export const refundPromise = 'promises.refund';

/** Whether something is lost, what, and why. */
type Suspect = readonly [boolean, string, string];

const lostAmong = (suspects: readonly Suspect[]): readonly Loss[] =>
  suspects.filter(([isLost]) => isLost).map(([, what, why]) => ({ what, why }));

const ofFee = ({ kind, percent, cap }: Fee): Suspect =>
  kind === 'restocking'
    ? [percent !== undefined && cap !== undefined, 'refund.fees', 'the cap of the fee is not said']
    : [kind !== 'return-shipping', 'refund.fees', `there is no word for a fee of kind '${kind}'`];

/** Conditions of which the accepted state of the goods, new or used, says enough. */
const saidByState = new Set(['unused', 'unwashed', 'unopened']);

const ofGoods = ({ conditions = [], otherwise, remedies = [] }: RuleTerms): readonly Suspect[] => {
  const unsaid = conditions.filter((condition) => !saidByState.has(condition));
  return [
    [unsaid.length > 0, 'conditions', `that goods must be ${unsaid.join(', ')} is not said`],
    [otherwise?.kind === 'deduct', 'otherwise', 'what is deducted for goods in a worse state is not said'],
    [remedies.some(({ remedy }) => remedy === 'repair'), 'remedies', 'repair is not said'],
  ];
};

const ofMoney = ({ refund, pays }: RuleTerms): readonly Suspect[] => [
  [
    typeof refund?.item === 'number' && refund.item < wholeInBasisPoints,
    'refund.item',
    'that only a part of the price comes back is not said',
  ],
  [refund?.outbound !== undefined, 'refund.outbound', 'whether the first delivery is paid back is not said'],
  ...(refund?.fees ?? []).map(ofFee),
  [pays?.return?.payer === 'shared', 'pays.return', 'shared costs are published as costs of the buyer'],
];

const ofSeason = ({ window: _window, exclude: _exclude, extend, ...others }: RuleTerms): readonly Suspect[] => [
  [extend?.kind === 'until', 'extend', 'published as the day alone: buyers whose own window is longer keep that'],
  [Object.keys(others).length > 0, Object.keys(others).join(', '), 'of a season only the window is published'],
];

const ofAnyTime = (terms: RuleTerms): readonly Suspect[] => [
  [terms.extend !== undefined, 'extend', 'the longer of the window and its extension is published'],
  [terms.review !== undefined, 'review', 'that a person decides is not said'],
  ...ofGoods(terms),
  ...ofMoney(terms),
];

/** What of a rule that is published gets lost on the way. */
export const lostTerms = ({ terms, path }: Rule, { season }: RuleScope): readonly Loss[] => {
  if (path[0] !== 'rules') return [{ what: refundPromise, why: 'days in which money is back are not said' }];
  const loss = terms.window === undefined ? null : readWindow(terms.window).loss;
  return lostAmong([[loss !== null, 'window', loss ?? ''], ...(season === null ? ofAnyTime(terms) : ofSeason(terms))]);
};
