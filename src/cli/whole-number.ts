import { InvalidArgumentError } from 'commander';

/** Reads an option that must be a whole number within bounds. */
export const wholeNumber =
  (min: number, max: number): ((text: string) => number) =>
  (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`expected a whole number from ${min} to ${max}.`);
  };
