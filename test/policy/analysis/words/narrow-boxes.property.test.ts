import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../../src/policy/analysis/space/axis.js';
import { bitsOf, type Box } from '../../../../src/policy/analysis/space/box.js';
import { narrowBoxes } from '../../../../src/policy/analysis/words/narrow-boxes.js';

const sizes = [2, 3, 4] as const;

const axes: readonly Axis[] = sizes.map((size, index) => ({
  index,
  dimension: 'category',
  classes: [],
  whole: (1n << BigInt(size)) - 1n,
}));

const mask = (size: number): fc.Arbitrary<bigint> => fc.bigInt({ min: 1n, max: (1n << BigInt(size)) - 1n });
const boxes: fc.Arbitrary<readonly Box[]> = fc.array(fc.tuple(mask(2), mask(3), mask(4)), { minLength: 1, maxLength: 6 });

/** Every single case of the boxes. */
const casesIn = (all: readonly Box[]): readonly string[] =>
  [
    ...new Set(
      all.flatMap((box) =>
        box
          .map((own) => bitsOf(own).map(String))
          .reduce<readonly string[]>((made, bits) => made.flatMap((start) => bits.map((bit) => `${start} ${bit}`)), ['']),
      ),
    ),
  ].sort();

/** As words are: as long as there are classes to name, nothing where all are meant. */
const lengthOf = (box: Box): number =>
  axes.reduce((sum, { index, whole }) => sum + (box[index] === whole ? 0 : bitsOf(box[index] ?? 0n).length), 0);

describe('boxes that are narrowed to be told', () => {
  it('hold the same cases, in words that are no longer', () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const narrowed = narrowBoxes(given, { axes, lengthOf });
        expect(casesIn(narrowed)).toEqual(casesIn(given));
        for (const [place, box] of narrowed.entries()) expect(lengthOf(box)).toBeLessThanOrEqual(lengthOf(given[place] ?? []));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('do not say twice what another says', () => {
    const [wide, narrow]: Box[] = [
      [0b11n, 0b011n, 0b1111n],
      [0b11n, 0b111n, 0b0011n],
    ];
    expect(narrowBoxes([wide ?? [], narrow ?? []], { axes, lengthOf })).toEqual([wide, narrow]);
    const within: Box = [0b11n, 0b110n, 0b0011n];
    expect(narrowBoxes([wide ?? [], within], { axes, lengthOf })).toEqual([wide, [0b11n, 0b100n, 0b0011n]]);
  });
});
