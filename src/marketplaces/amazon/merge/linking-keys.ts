import { isInstant, type CivilDate, type Instant } from '../../../core/time.js';
import { civilDateIn } from '../mappers/days.js';
import type { ReturnFact } from './facts.js';
import type { ItemNames } from './identity.js';

const namesOf = ({ sku, orderItemId, asin }: ItemNames): readonly string[] => [
  ...(sku === undefined ? [] : [`sku ${sku}`]),
  ...(orderItemId === undefined ? [] : [`item ${orderItemId}`]),
  // A listing may be sold under several stock-keeping units, so it counts only where nothing nearer is known.
  ...(sku === undefined && orderItemId === undefined && asin !== undefined ? [`asin ${asin}`] : []),
];

interface Moment {
  readonly date?: CivilDate;
  readonly at?: Instant;
}

const momentOf = (fact: ReturnFact): Moment => {
  switch (fact.kind) {
    case 'seller-return':
      return fact.requested;
    case 'fba-return':
      return fact.returned;
    case 'external-return':
      return fact.createdAt === undefined ? {} : { at: fact.createdAt };
  }
};

/** The flat file counts its days in a zone that Amazon does not name: of a moment, both readings may be the day it means. */
const daysOf = ({ date, at }: Moment, zone: string): readonly string[] => {
  const days = [date, at?.slice(0, 10), isInstant(at) ? civilDateIn(at, zone) : undefined];
  return [...new Set(days.filter((day) => day !== undefined))];
};

const rmaOf = (fact: ReturnFact): string | undefined => (fact.kind === 'fba-return' ? undefined : fact.rmaId);

const trackingOf = (fact: ReturnFact): string | undefined => {
  if (fact.kind === 'external-return') return fact.trackingId;
  return fact.kind === 'seller-return' ? fact.label?.trackingId : undefined;
};

/**
 * What names a return: the goods together with the day it was asked for, with its number, or with the label it travels under. Facts
 * that share one of these texts are of one return. What is in a warehouse is told by its day alone.
 */
export const linkingKeysOf = (
  fact: ReturnFact,
  { nativeId, zone }: { readonly nativeId: string; readonly zone: string },
): readonly string[] => {
  const [rma, tracking] = [rmaOf(fact), trackingOf(fact)];
  const marks = [
    ...daysOf(momentOf(fact), zone).map((day) => `day ${day}`),
    ...(rma === undefined ? [] : [`rma ${rma}`]),
    ...(tracking === undefined ? [] : [`tracking ${tracking}`]),
  ];
  return [`id ${nativeId}`, ...namesOf(fact).flatMap((name) => marks.map((mark) => `${name} ${mark}`))];
};
