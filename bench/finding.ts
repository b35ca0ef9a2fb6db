/** One line of the summary: what was promised and what was found. */
export interface Finding {
  readonly group: string;
  readonly what: string;
  /** In words: `≤ 2 ×`. Empty for what is only printed beside. */
  readonly goal: string;
  readonly measured: string;
  /** Times the yardstick, where there is one. */
  readonly ratio?: number;
  /** Absent where nothing was promised. */
  readonly isMet?: boolean;
}

interface Comparison {
  readonly group: string;
  readonly what: string;
  readonly ratio: number;
  readonly atMost: number;
  readonly measured: string;
}

/** A promise about a ratio. */
export const compareTo = ({ group, what, ratio, atMost, measured }: Comparison): Finding => ({
  group,
  what,
  goal: `≤ ${String(atMost)} ×`,
  measured,
  ratio,
  isMet: ratio <= atMost,
});

interface Count {
  readonly group: string;
  readonly what: string;
  readonly goal: string;
  readonly counted: string;
}

/** A promise about a number: what was counted is what was promised, word for word. */
export const countOf = ({ group, what, goal, counted }: Count): Finding => ({
  group,
  what,
  goal,
  measured: counted,
  isMet: counted === goal,
});

/** For orientation only. */
export const beside = (group: string, what: string, measured: string): Finding => ({ group, what, goal: '', measured });
