import { money, type Money } from '../../core/money.js';

/** An exact share between 0 and 1: `parts` of 10^`scale`. */
export interface Chance {
  readonly parts: bigint;
  readonly scale: number;
}

export const sure: Chance = { parts: 1n, scale: 0 };

const shape = /^(?:0(?:\.(\d{1,6}))?|1(?:\.0{1,6})?)$/;

export const isChance = (text: string): boolean => shape.test(text);

/** Reads a checked decimal text. */
export const toChance = (text: string): Chance => {
  const [whole = '0', decimals = ''] = text.split('.');
  return { parts: BigInt(whole + decimals), scale: decimals.length };
};

const whole = ({ scale }: Chance): bigint => 10n ** BigInt(scale);

/** That it does not happen. */
export const complementOf = (chance: Chance): Chance => ({ ...chance, parts: whole(chance) - chance.parts });

/** That both happen. */
export const both = (left: Chance, right: Chance): Chance => ({
  parts: left.parts * right.parts,
  scale: left.scale + right.scale,
});

/** Decimal text without needless zeros: `1`, `0.35`. */
export const textOf = (chance: Chance): string => {
  const digits = String(chance.parts).padStart(chance.scale + 1, '0');
  const at = digits.length - chance.scale;
  const decimals = digits.slice(at).replace(/0+$/, '');
  return decimals === '' ? digits.slice(0, at) : `${digits.slice(0, at)}.${decimals}`;
};

/** The amount times the chance in whole minor units, half away from zero. */
export const expectedOf = ({ minor, currency }: Money, chance: Chance): Money => {
  const product = BigInt(Math.abs(minor)) * chance.parts;
  const unit = whole(chance);
  const rounded = (product * 2n + unit) / (unit * 2n);
  return money(Number(minor < 0 ? -rounded : rounded), currency);
};
