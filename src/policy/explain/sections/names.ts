import { wordIn, type Speaker } from '../speaker.js';

/** `withdrawal/law:EU` as a person says it. */
export const rightName = (id: string, { say, vocabulary }: Speaker): string => {
  const cut = id.indexOf('/');
  return cut < 0 ? id : say('right', { right: wordIn(vocabulary.right, id.slice(0, cut)), source: id.slice(cut + 1) });
};

const endOfDay = ':59.999Z';

/** Whether an instant is the last of a day somewhere, so that the day alone says it. */
export const isEndOfDay = (instant: string): boolean => instant.endsWith(endOfDay);

/** An instant to the minute. */
export const timeText = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

/** When something is due: the day, with the time where it is not the end of the day. */
export const dueText = (
  { lastDay, by }: { readonly lastDay: string | null; readonly by: string },
  { say, day }: Speaker,
): string => {
  const civilDay = lastDay === null ? null : day(lastDay);
  if (civilDay === null) return timeText(by);
  return isEndOfDay(by) ? civilDay : say('due.to-the-minute', { day: civilDay, time: timeText(by) });
};
