import type { Refund, ReturnDecision, Terms } from '../../decision.js';
import { section, statement, type Explanation } from '../explanation.js';
import type { Speaker } from '../speaker.js';
import { citations } from './citations.js';

const legs = ['outbound', 'return', 'replacement'] as const;

const payers = ({ pays }: Terms, { say, vocabulary }: Speaker): readonly Explanation[] =>
  section(
    say('pays', {}),
    legs.map((leg) => statement(say('pays.leg', { leg, payer: vocabulary.payer[pays[leg]] }))),
  );

/** The lines in their order, then their sum: they add up exactly. */
const refundStatements = ({ total, form, lines, unknownLines }: Refund, speaker: Speaker): readonly Explanation[] => {
  const { say, vocabulary, money, list } = speaker;
  const isNothing = lines.length === 0 && unknownLines.length === 0;
  return [
    ...lines.map(({ kind, amount, cap, because }) => {
      const values = { line: vocabulary.refundLine[kind], amount: money(amount) };
      const title = cap === null ? say('refund.line', values) : say('refund.line-capped', { ...values, cap: money(cap) });
      return statement(title, citations(because, speaker));
    }),
    ...(unknownLines.length === 0
      ? []
      : [
          statement(
            say('refund.unknown-lines', {
              count: unknownLines.length,
              lines: list(unknownLines.map((kind) => vocabulary.refundLine[kind])),
            }),
          ),
        ]),
    statement(total === null ? say('refund.total-unknown', {}) : say('refund.total', { amount: money(total) })),
    ...(isNothing ? [] : [statement(say('refund.form', { form: vocabulary.refundForm[form] }))]),
  ];
};

const remedies = ({ remedies: options }: Terms, speaker: Speaker): readonly Explanation[] =>
  section(
    speaker.say('remedies', {}),
    options.map(({ remedy, chosenBy, step, isOpen, because }) => {
      const values = { step, remedy: speaker.vocabulary.remedy[remedy], chooser: speaker.vocabulary.party[chosenBy] };
      return statement(speaker.say(isOpen ? 'remedy.open' : 'remedy.closed', values), citations(because, speaker));
    }),
  );

const termsSections = (terms: Terms, speaker: Speaker): readonly Explanation[] => [
  ...payers(terms, speaker),
  ...section(speaker.say('refund', {}), refundStatements(terms.refund, speaker)),
  ...remedies(terms, speaker),
];

/** What is owed. A refusal owes nothing, so there is nothing to tell. */
export const owed = (decision: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  decision.rights.length === 0 || decision.verdict === 'ineligible' ? [] : termsSections(decision, speaker);

export const alternatives = (decision: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  section(
    speaker.say('alternatives', {}),
    decision.alternatives.map((terms, index) =>
      statement(speaker.say('alternative', { count: index + 1 }), termsSections(terms, speaker)),
    ),
  );
