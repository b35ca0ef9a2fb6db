import { parseCivilDay } from '../calendar/civil-day.js';
import type { PackRange, PackWhen, Validity } from '../packs/types.js';
import { simplifyPlaces, words, type Constraint } from './constraint.js';
import { dimensionNames, dimensionOf, type DimensionName } from './dimensions.js';
import { openRange, type Guard } from './guard.js';
import { reasonPairs } from './reason-words.js';

const numberOf = (end: string | number | undefined, open: number): number =>
  end === undefined ? open : typeof end === 'number' ? end : (parseCivilDay(end) ?? open);

const dayRange = ({ from, to }: PackRange): Constraint => ({
  kind: 'range',
  from: numberOf(from, openRange.days.from),
  to: numberOf(to, openRange.days.to),
});

const isList = (allowed: readonly string[] | boolean | PackRange): allowed is readonly string[] => Array.isArray(allowed);

const toConstraint = (name: DimensionName, allowed: readonly string[] | boolean | PackRange): Constraint => {
  if (typeof allowed === 'boolean') return words(String(allowed));
  if (!isList(allowed)) return dayRange(allowed);
  return dimensionOf(name).shape === 'place' ? words(...simplifyPlaces(allowed)) : words(...allowed);
};

const priceRange = (price: NonNullable<PackWhen['price']>): readonly [DimensionName, Constraint] => {
  const currency = price.from?.currency ?? price.to?.currency ?? '';
  const from = price.from?.minor ?? openRange.minor.from;
  return [`price:${currency}`, { kind: 'range', from, to: price.to?.minor ?? openRange.minor.to }];
};

/** Turns `when` into a box. */
export const buildGuard = (when: PackWhen): Guard => {
  const box = new Map<DimensionName, Constraint>();
  for (const name of dimensionNames) {
    const allowed = name === 'reason' ? undefined : when[name];
    if (allowed !== undefined) box.set(name, toConstraint(name, allowed));
  }
  if (when.reason !== undefined || when.reasonClass !== undefined) {
    box.set('reason', words(...reasonPairs(when.reason, when.reasonClass)));
  }
  if (when.price !== undefined) box.set(...priceRange(when.price));
  return box;
};

/** The box of the days on which a value holds. */
export const validityGuard = (valid: Validity | undefined): Guard =>
  valid === undefined || (valid.from === undefined && valid.to === undefined)
    ? new Map()
    : new Map([[valid.selectedBy, dayRange(valid)]]);
