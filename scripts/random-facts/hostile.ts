import { filled, type Random } from './random.js';

/** Values that break programs: wrong kinds, edges of numbers, texts that look like keys or days. */
const values = filled<unknown>([
  undefined,
  null,
  true,
  '',
  ' ',
  'XX',
  'xx',
  '__proto__',
  'constructor',
  'toString',
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '9999-12-31',
  '0000-01-01',
  '275761-01-01',
  '2026-11-02T10:00:00',
  '2026-11-02T24:00:00Z',
  'yesterday',
  '\u0000',
  '😀'.repeat(50),
  -1,
  0,
  -0,
  0.5,
  1e308,
  Number.NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  2 ** 53 + 2,
  10n,
  [],
  {},
  [null],
  { at: null },
  { at: '2026-02-30' },
  { minor: -1, currency: 'EUR' },
  { minor: 1.5, currency: 'EUR' },
  { minor: 1, currency: 'eur' },
  { minor: '1', currency: 'EUR' },
  Symbol('hostile'),
  () => 1,
  new Date(Number.NaN),
  new Map([['a', 1]]),
  Object.create(null),
  JSON.parse('{"__proto__":{"isWhole":true}}'),
]);

const keys = filled(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'colour', '', 'at', 'toJSON']);

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withKey = (group: Readonly<Record<string, unknown>>, key: string, value: unknown): object =>
  Object.defineProperty({ ...group }, key, { value, enumerable: true, configurable: true, writable: true });

/** Puts a hostile value somewhere in the facts: at a key they have, or under one that has no business there. */
export const breakFacts = (facts: unknown, random: Random): unknown => {
  if (!isGroup(facts) || random.happens(0.02)) return random.pick(values);
  const known = Object.keys(facts);
  const [first, ...others] = known;
  if (first === undefined || random.happens(0.15)) return withKey(facts, random.pick(keys), random.pick(values));
  const key = random.pick([first, ...others]);
  const value = facts[key];
  return withKey(facts, key, isGroup(value) && random.happens(0.7) ? breakFacts(value, random) : random.pick(values));
};

/** What makes facts senseless whatever else they say, with the path a decision must name. */
export const contradictions: readonly (readonly [path: string, change: (facts: Readonly<Record<string, unknown>>) => unknown])[] =
  [
    ['item.price.minor', (facts) => ({ ...facts, item: { ...itemOf(facts), price: { minor: -1, currency: 'EUR' } } })],
    ['buyer.country', (facts) => ({ ...facts, buyer: { country: 'XX' } })],
    ['site', (facts) => ({ ...facts, site: 'XX' })],
    ['reason', (facts) => ({ ...facts, reason: 'because' })],
    ['order.deliveredAt', (facts) => ({ ...facts, order: { placedAt: '2026-11-10', deliveredAt: '2026-11-02' } })],
    ['order.shippedAt', (facts) => ({ ...facts, order: { placedAt: '2026-11-10', shippedAt: '2026-11-02' } })],
    ['item.colour', (facts) => ({ ...facts, item: { ...itemOf(facts), colour: 'red' } })],
    ['item.quantity', (facts) => ({ ...facts, item: { ...itemOf(facts), quantity: 0 } })],
  ];

const itemOf = ({ item }: Readonly<Record<string, unknown>>): object => (isGroup(item) ? item : {});
