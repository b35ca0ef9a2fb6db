import type { Random } from '../../random.js';
import type { Seconds } from '../record.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** YYMMDD, with which every Shopee serial number begins. */
const dayOf = (at: Seconds): string => new Date(at * 1000).toISOString().slice(2, 10).replaceAll('-', '');

export interface Serial {
  readonly at: Seconds;
  /** Shop and case by number: with both in it no two serial numbers are alike. */
  readonly ordinal: number;
  readonly index: number;
  readonly random: Random;
}

const ordinalLetter = (ordinal: number): string => alphabet.charAt(10 + ordinal);

/** 15 characters: letters and digits, or as on older returns digits alone. */
export const toReturnSn = ({ at, ordinal, index, random }: Serial): string => {
  if (index % 17 === 5)
    return `${dayOf(at)}${String(ordinal).padStart(2, '0')}${String(index).padStart(6, '0')}${random.integer(0, 9)}`;
  const number = index.toString(36).toUpperCase().padStart(4, '0');
  return `${dayOf(at)}${random.text(2, alphabet)}${number}${ordinalLetter(ordinal)}${random.text(2, alphabet)}`;
};

/** 14 characters. */
export const toOrderSn = ({ at, ordinal, index, random }: Serial): string => {
  const number = index.toString(36).toUpperCase().padStart(4, '0');
  return `${dayOf(at)}${random.text(2, alphabet)}${number}${ordinalLetter(ordinal)}${random.text(1, alphabet)}`;
};
