const units = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
] as const;

/** A span for people, two units at most: `2 d 3 h`, `4 h 19 min`, `0 min`. The sign is left to the caller. */
export const formatSpan = (ms: number): string => {
  let rest = Math.abs(ms);
  const parts: string[] = [];
  for (const { name, ms: unit } of units) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) parts.push(`${count} ${name}`);
  }
  return parts.length === 0 ? '0 min' : parts.slice(0, 2).join(' ');
};

/** Time left until a deadline, as a person says it. */
export const formatTimeLeft = (dueInMs: number): string =>
  dueInMs < 0 ? `${formatSpan(dueInMs)} late` : `in ${formatSpan(dueInMs)}`;
