import type { XmlElement } from '../xml.js';

/** One place of a sequence: which elements may stand there, and how often. */
export interface Place {
  readonly names: readonly string[];
  readonly least: 0 | 1;
  readonly most: number;
}

export const one = (...names: readonly string[]): Place => ({ names, least: 1, most: 1 });
export const optional = (...names: readonly string[]): Place => ({ names, least: 0, most: 1 });
export const many = (...names: readonly string[]): Place => ({ names, least: 1, most: Infinity });
export const any = (...names: readonly string[]): Place => ({ names, least: 0, most: Infinity });

/** Why an element's children do not follow its sequence: Amazon's schemas prescribe the order. */
export const sequenceProblem = ({ name, children }: XmlElement, places: readonly Place[]): string | undefined => {
  let position = 0;
  for (const { names, least, most } of places) {
    let count = 0;
    while (count < most && names.includes(children[position]?.name ?? '')) {
      position += 1;
      count += 1;
    }
    if (count < least)
      return `Invalid content in element '${name}': '${names.join("' or '")}' expected${children[position] === undefined ? '' : `, '${children[position]?.name ?? ''}' found`}`;
  }
  const stranger = children[position];
  return stranger === undefined ? undefined : `Invalid content in element '${name}': '${stranger.name}' is not expected here`;
};
