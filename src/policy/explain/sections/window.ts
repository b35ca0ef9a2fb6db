import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import { formatCivilDay, parseCivilDay } from '../../calendar/civil-day.js';
import type { ReturnDecision, Window } from '../../decision.js';
import { toMoment } from '../../facts/moment.js';
import { endless } from '../../rules/ending.js';
import { section, statement, type Explanation } from '../explanation.js';
import type { Speaker } from '../speaker.js';
import { citations } from './citations.js';
import { isEndOfDay, timeText } from './names.js';

const lastDayOfAll = formatCivilDay(endless.day);

/** How many days before the last day the request came, or how many it missed it by; between the last that is certain and the last of all nothing is missed. */
const askedText = ({ lastDay, mayExtendTo, zone }: Window, requestedAt: string, { say, day }: Speaker): readonly string[] => {
  const asked = toMoment(requestedAt, zone)?.day;
  if (asked === undefined) throw new InvalidInputError(`'${requestedAt}' is neither an instant nor a day: requestedAt`);
  const last = lastDay === null ? null : parseCivilDay(lastDay);
  if (last === null) return [];
  const askedOn = day(formatCivilDay(asked));
  if (asked <= last) return [say('window.asked', { day: askedOn, days: last - asked })];
  const mayBeInTime = asked <= (parseCivilDay(mayExtendTo ?? '') ?? last);
  return [say(mayBeInTime ? 'window.asked-after' : 'window.missed', { day: askedOn, days: asked - last })];
};

const opensText = ({ opensAt, zone }: Window, { say, day }: Speaker): readonly string[] => {
  const opens = opensAt === null ? null : toMoment(opensAt, zone);
  return opens === null ? [] : [say('window.opens', { day: day(formatCivilDay(opens.day)) })];
};

const endText = ({ lastDay, closesAt, mayExtendTo, zone }: Window, { say, day }: Speaker): readonly string[] => [
  ...(lastDay === null ? [] : [say('window.last-day', { day: day(lastDay), zone })]),
  ...(closesAt === null || isEndOfDay(closesAt) ? [] : [say('window.closes', { time: timeText(closesAt) })]),
  ...(mayExtendTo === null
    ? []
    : [
        mayExtendTo === lastDayOfAll
          ? say('window.may-extend-without-end', {})
          : say('window.may-extend', { day: day(mayExtendTo) }),
      ]),
];

/** Until when the buyer may ask, and how this request stands to it. */
export const windowSection = (
  { window, rights }: ReturnDecision,
  requestedAt: string | undefined,
  speaker: Speaker,
): readonly Explanation[] => {
  const { say, vocabulary } = speaker;
  if (window === null) return rights.length === 0 ? [] : section(say('window', {}), [statement(say('window.none', {}))]);
  const texts = [
    ...opensText(window, speaker),
    ...endText(window, speaker),
    ...(requestedAt === undefined ? [] : askedText(window, requestedAt, speaker)),
    say('window.state', { state: vocabulary.windowState[window.state] }),
  ];
  return section(say('window', {}), [...texts.map((text) => statement(text)), ...citations(window.because, speaker)]);
};
