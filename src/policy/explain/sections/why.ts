import type { ReturnDecision, RightDecision, Window } from '../../decision.js';
import { section, statement, type Explanation } from '../explanation.js';
import type { Speaker } from '../speaker.js';
import { citations } from './citations.js';
import { rightName } from './names.js';

/** The reasons that belong to a right, or to none. */
const reasonsAbout = (right: string | null, decision: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  decision.reasons
    .filter((reason) => reason.right === right)
    .map(({ code, path }) => {
      const reason = speaker.code(code);
      return statement(
        path === null || path === ''
          ? speaker.say('why.reason', { reason })
          : speaker.say('why.reason-about', { reason, fact: speaker.fact(path) }),
      );
    });

const isRecommended = ({ id }: RightDecision, { recommended }: ReturnDecision): boolean => id === recommended;

/** The right that decides, what speaks for or against it, and whose fault it is. */
export const why = (decision: ReturnDecision, speaker: Speaker): readonly Explanation[] => {
  const { say, vocabulary } = speaker;
  const rights = decision.rights.filter((right) => isRecommended(right, decision));
  return section(say('why', {}), [
    ...rights.map(({ id, because }) =>
      statement(say('why.recommended', { right: rightName(id, speaker) }), [
        ...reasonsAbout(id, decision, speaker),
        ...citations(because, speaker),
      ]),
    ),
    ...reasonsAbout(null, decision, speaker),
    ...(decision.liable === 'unknown' ? [] : [statement(say('why.liable', { party: vocabulary.party[decision.liable] }))]),
  ]);
};

const lastDay = (window: Window | null, { say, day }: Speaker): readonly Explanation[] =>
  typeof window?.lastDay === 'string' ? [statement(say('window.last-day', { day: day(window.lastDay), zone: window.zone }))] : [];

/** The rights that do not decide, also the lost ones, each with what became of it. */
export const otherRights = (decision: ReturnDecision, speaker: Speaker): readonly Explanation[] =>
  section(
    speaker.say('rights', {}),
    decision.rights
      .filter((right) => !isRecommended(right, decision))
      .map(({ id, verdict, window, because }) =>
        statement(speaker.say('verdict.of-right', { verdict, right: rightName(id, speaker) }), [
          ...reasonsAbout(id, decision, speaker),
          ...lastDay(window, speaker),
          ...citations(because, speaker),
        ]),
      ),
  );
