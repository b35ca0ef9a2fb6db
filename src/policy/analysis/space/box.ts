/** A box of cases: for each axis of its space the classes that are inside, as bits. */
export type Box = readonly bigint[];

export const replaceAt = (box: Box, axis: number, mask: bigint): Box => {
  // Boxes are made for every cell: a copy that is changed is several times as fast as a mapped one.
  const made = [...box];
  made[axis] = mask;
  return made;
};

/** Whether any case is in both. */
export const areOverlapping = (left: Box, right: Box): boolean => {
  // Asked of every two of many boxes: a loop that ends early and makes nothing.
  for (let axis = 0; axis < left.length; axis += 1) if (((left[axis] ?? 0n) & (right[axis] ?? 0n)) === 0n) return false;
  return true;
};

export const isBoxWithin = (inner: Box, outer: Box): boolean =>
  inner.every((mask, index) => (mask & ~(outer[index] ?? 0n)) === 0n);

/** The cases of the first that are not in the second, as boxes that do not overlap. */
export const subtractBox = (from: Box, taken: Box): readonly Box[] => {
  if (!areOverlapping(from, taken)) return [from];
  const pieces: Box[] = [];
  let rest = from;
  for (const [axis, mask] of from.entries()) {
    const outside = mask & ~(taken[axis] ?? 0n);
    if (outside === 0n) continue;
    pieces.push(replaceAt(rest, axis, outside));
    rest = replaceAt(rest, axis, mask & (taken[axis] ?? 0n));
  }
  return pieces;
};

/** Whether every case of the box lies in one of the others. */
export const isCovered = (box: Box, covers: readonly Box[]): boolean => {
  let left: readonly Box[] = [box];
  for (const cover of covers) {
    if (left.length === 0) return true;
    left = left.flatMap((piece) => subtractBox(piece, cover));
  }
  return left.length === 0;
};

const countBits = (mask: bigint): number => bitsOf(mask).length;

/** How many combinations of classes it holds; only for comparing, so that a rounded number is good enough. */
export const sizeOfBox = (box: Box): number => box.reduce((size, mask) => size * countBits(mask), 1);

const compareMasks = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);

/** Any order will do as long as it is always the same. */
export const compareBoxes = (left: Box, right: Box): number => {
  for (const [axis, mask] of left.entries()) {
    const order = compareMasks(mask, right[axis] ?? 0n);
    if (order !== 0) return order;
  }
  return 0;
};

/** The places of the bits that are set, the lowest first. */
export const bitsOf = (mask: bigint): readonly number[] => {
  if (mask === 0n) return [];
  // As text: shifting a number of hundreds of bits one by one makes a new number each time.
  const digits = mask.toString(2);
  const bits: number[] = [];
  for (let place = digits.length - 1; place >= 0; place -= 1) if (digits[place] === '1') bits.push(digits.length - 1 - place);
  return bits;
};

/** The place of the lowest bit that is set; -1 when none is. */
export const lowestBit = (mask: bigint): number => {
  // Mostly it is one of the first: small numbers are many times as fast.
  const low = Number(BigInt.asUintN(31, mask));
  if (low !== 0) return 31 - Math.clz32(low & -low);
  return mask === 0n ? -1 : (mask & -mask).toString(2).length - 1;
};
