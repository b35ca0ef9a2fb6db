/** The middle one; an outlier of a busy machine does not move it. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

/** Ours through theirs, round by round, and the middle of that: both of a round met the same neighbors on the machine. */
export const medianRatio = (ours: readonly number[], theirs: readonly number[]): number =>
  medianOf(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)));

/** User and system time of this process since `start`, in microseconds, all its threads together. */
export const processorTimeSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return user + system;
};
