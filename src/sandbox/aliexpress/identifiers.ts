/** What an id names: each kind begins with digits of its own, as real ids of a time do. */
const families = { issue: '63', outer: '64', solution: '60', childOrder: '81', parentOrder: '82', reverse: '65', reverseLine: '66', evaluation: '67' } as const; // prettier-ignore

export interface Numbered {
  readonly family: keyof typeof families;
  /** Of the seller. */
  readonly ordinal: number;
  readonly index: number;
  /** Several of one kind for one case. */
  readonly part?: number;
}

/** 16 digits, unique by seller and number, ending like the buyer's other ids. */
export const toNumber = ({ family, ordinal, index, part = 0 }: Numbered): string =>
  `${families[family]}${ordinal}${String(index).padStart(6, '0')}${String(part).padStart(3, '0')}1470`;

/** The same beyond 2^53, which no double can hold: sixteen digits that begin with a 9, and an odd end. */
export const toOverflowingNumber = (numbered: Numbered): string => `94${toNumber(numbered).slice(2, -1)}3`;
