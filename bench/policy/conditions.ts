import { parseCivilDay } from '../../src/policy/calendar/civil-day.js';
import type { PreparedCase } from './prepared-case.js';

/** One thing a rule asks of a prepared case; each peer gets it in its own grammar. */
export type Condition =
  | { readonly fact: keyof PreparedCase; readonly is: string | boolean }
  | { readonly fact: keyof PreparedCase; readonly oneOf: readonly string[] }
  | { readonly fact: keyof PreparedCase; readonly atLeast: number }
  | { readonly fact: keyof PreparedCase; readonly atMost: number };

const day = (text: string): number => parseCivilDay(text) ?? 0;

const withdrawal: Condition = { fact: 'reasonClass', is: 'withdrawal' };
const faulty: Condition = { fact: 'reasonClass', oneOf: ['conformity', 'late'] };

/** The twelve rules once more, as conditions alone; all of a rule must hold. */
export const ruleConditions: Readonly<Record<string, readonly Condition[]>> = {
  'change-of-mind': [withdrawal],
  electronics: [withdrawal, { fact: 'category', oneOf: ['electronics', 'phones', 'computers'] }],
  'made-to-order': [withdrawal, { fact: 'isCustomMade', is: true }],
  'opened-hygiene': [withdrawal, { fact: 'isHygieneSealed', is: true }, { fact: 'isUnsealed', is: true }],
  poland: [withdrawal, { fact: 'country', oneOf: ['PL', 'CZ'] }],
  refurbished: [withdrawal, { fact: 'soldAs', is: 'refurbished' }],
  expensive: [withdrawal, { fact: 'priceInMinor', atLeast: 50_000 }],
  christmas: [withdrawal, { fact: 'placedDay', atLeast: day('2026-11-01') }, { fact: 'placedDay', atMost: day('2026-12-31') }],
  faulty: [faulty],
  cheap: [faulty, { fact: 'priceInMinor', atMost: 2000 }],
  lost: [{ fact: 'reasonClass', is: 'non-delivery' }],
  'promises.answer': [],
};
