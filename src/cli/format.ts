import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { formatDuration } from 'date-fns/formatDuration';
import { intervalToDuration } from 'date-fns/intervalToDuration';

const utc = { in: tz('UTC') };
const shortNames = { xDays: 'd', xHours: 'h', xMinutes: 'min' } as const;

const isShort = (token: string): token is keyof typeof shortNames => token in shortNames;

const short = {
  formatDistance: (token: string, count: number): string => `${count} ${isShort(token) ? shortNames[token] : token}`,
};

/** A span for people, two units at most: `2 d 3 h`, `4 h 19 min`, `0 min`. The sign is left to the caller. */
export const formatSpan = (ms: number): string => {
  const { days = 0, hours = 0, minutes = 0 } = intervalToDuration({ start: 0, end: Math.abs(ms) % 86_400_000 }, utc);
  const all = { days: days + Math.floor(Math.abs(ms) / 86_400_000), hours, minutes };
  const text = formatDuration(all, { format: all.days > 0 ? ['days', 'hours'] : ['hours', 'minutes'], locale: short });
  return text === '' ? '0 min' : text;
};

/** Time left until a deadline, as a person says it. */
export const formatTimeLeft = (dueInMs: number): string =>
  dueInMs < 0 ? `${formatSpan(dueInMs)} late` : `in ${formatSpan(dueInMs)}`;

/** A moment to the minute: `2026-11-02 02:00 UTC`. */
export const formatMoment = (instant: string): string => format(instant, "yyyy-MM-dd HH:mm 'UTC'", utc);
