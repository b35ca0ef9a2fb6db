import type { MissingFact, Overridden, ReturnDecision } from '../../decision.js';
import { section, statement, type Explanation } from '../explanation.js';
import { wordIn, type Speaker } from '../speaker.js';
import { citations } from './citations.js';
import { rightName } from './names.js';

const affectedBy = ({ affects }: MissingFact, { list, vocabulary }: Speaker): string =>
  list(affects.map((part) => vocabulary.affected[part]));

/** What is not known, with the facts that would decide it; then what absence was read as. */
export const missingSections = ({ missing }: ReturnDecision, speaker: Speaker): readonly Explanation[] => {
  const { say, fact, vocabulary } = speaker;
  const told = (entry: MissingFact): Explanation => {
    const values = { fact: fact(entry.fact), affected: affectedBy(entry, speaker) };
    return statement(
      entry.presumed === null
        ? say('unknown.fact', values)
        : say('presumed.fact', { ...values, presumed: wordIn(vocabulary.presumed, entry.presumed) }),
    );
  };
  return [
    ...section(say('unknown', {}), missing.filter(({ presumed }) => presumed === null).map(told)),
    ...section(say('presumed', {}), missing.filter(({ presumed }) => presumed !== null).map(told)),
  ];
};

/** `deadline.refund.seller` is the deadline to pay the refund; `requirement.withdrawal-function` a requirement. */
const parameterName = (parameter: string, { vocabulary, code, say }: Speaker): string => {
  if (Object.hasOwn(vocabulary.parameter, parameter)) return wordIn(vocabulary.parameter, parameter);
  const [head = '', subject = ''] = parameter.split('.');
  const about = head === 'deadline' ? wordIn(vocabulary.duty, subject) : code(subject);
  return say('overridden.part', { parameter: wordIn(vocabulary.parameter, head), name: about });
};

const ofFacts = 'facts/';

/** What gave way to another rule, or to what the case itself tells. */
const overriddenText = ({ parameter, right, winner, loser }: Overridden, speaker: Speaker): string => {
  const values = { parameter: parameterName(parameter, speaker), loser };
  return right.startsWith(ofFacts)
    ? speaker.say('overridden.by-fact', { ...values, fact: speaker.fact(right.slice(ofFacts.length)) })
    : speaker.say('overridden.entry', { ...values, right: rightName(right, speaker), winner });
};

export const overridden = ({ overrode }: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  section(
    speaker.say('overridden', {}),
    overrode.map((entry) => statement(overriddenText(entry, speaker), citations(entry.because, speaker))),
  );

export const requirementSection = ({ requirements }: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  section(
    speaker.say('requirements', {}),
    requirements.map(({ code, state, because }) =>
      statement(
        speaker.say('requirement', { name: speaker.code(code), state: speaker.vocabulary.requirementState[state] }),
        citations(because, speaker),
      ),
    ),
  );

export const warningSection = ({ warnings }: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  section(
    speaker.say('warnings', {}),
    warnings.map(({ code, right }) => {
      const reason = speaker.code(code);
      return statement(right === null ? reason : speaker.say('warning.of-right', { reason, right: rightName(right, speaker) }));
    }),
  );
