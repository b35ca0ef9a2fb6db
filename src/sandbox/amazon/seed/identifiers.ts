import type { Random } from '../../random.js';
import type { AmazonRegion } from '../sellers.js';

const digits = '0123456789';
const letters = 'BCDFGHJKLMNPQRSTVWXYZ';

/** Which seller's which order: with both in it no two ids are alike. */
export interface Serial {
  readonly region: AmazonRegion;
  readonly ordinal: number;
  readonly index: number;
  readonly random: Random;
}

const firstDigits: Readonly<Record<AmazonRegion, readonly [string, ...string[]]>> = {
  na: ['111', '112', '113', '114'],
  eu: ['026', '203', '302', '404'],
  fe: ['249', '250', '503'],
};

const serialDigits = ({ ordinal, index }: Serial): string => `${ordinal + 1}${String(index).padStart(6, '0')}`;

export const toOrderId = (serial: Serial): string =>
  `${serial.random.pick(firstDigits[serial.region])}-${serial.random.text(7, digits)}-${serialDigits(serial)}`;

/** 14 digits, the last of which counts the order's lines. */
export const toOrderItemId = (serial: Serial, line: number): string =>
  `${serial.random.integer(10_000, 99_999)}${serialDigits(serial)}0${line}`;

export const toAsin = (random: Random): string => `B0${random.text(8, `${digits}${letters}`)}`;

export const toRmaId = (random: Random): string => `D${random.text(8, `${digits}abcdefghkmnpqrstvwxyzBCDFGHJKLMNP`)}RRMA`;

export const toTrackingId = (random: Random): string => `1Z${random.text(16, `${digits}${letters}`)}`;

/** Lower-case hexadecimal in the groups of a UUID. */
export const toUuid = (random: Random): string => [8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-');
