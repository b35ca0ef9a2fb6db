import type { Because } from '../../decision.js';
import { statement, type Explanation } from '../explanation.js';
import type { Speaker } from '../speaker.js';

/** The rules behind a figure, each with its source, the day it came into force and how well it could be read. */
export const citations = (because: Because, speaker: Speaker): readonly Explanation[] =>
  because.map(({ rule, source, validFrom, confidence }) => {
    const values = { rule, source, confidence: speaker.vocabulary.confidence[confidence] };
    return statement(
      validFrom === null
        ? speaker.say('citation', values)
        : speaker.say('citation.dated', { ...values, day: speaker.date(validFrom) }),
    );
  });
