import { InvalidInputError, type Issue } from '../../core/errors/caller-errors.js';
import { parseCivilDay } from '../calendar/civil-day.js';
import { isPlace } from '../calendar/country-zones.js';
import { showKind } from '../document/mistakes.js';
import { isGroup } from '../document/plain-data.js';

/** What an option may be; the sentence says what was expected where it is not. */
interface Option {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
  readonly isRequired?: true;
}

const isDay = (value: unknown): boolean => typeof value === 'string' && parseCivilDay(value) !== null;

const day: Option = { expected: 'a calendar day, such as 2026-11-22', holds: isDay };
const budget: Option = {
  expected: 'a whole number of at least 1, or Infinity',
  holds: (value) => value === Infinity || (Number.isSafeInteger(value) && Number(value) >= 1),
};
const list: Option = {
  expected: 'a list of packs, such as loadPacks gives; [] for none',
  holds: Array.isArray,
  isRequired: true,
};
const pack: Option = {
  expected: 'a pack (a promise of one has to be awaited)',
  holds: (value) => isGroup(value) && typeof value['layer'] === 'string' && Array.isArray(value['rules']),
  isRequired: true,
};
const floors: Option = { expected: `a list of 'law' and 'marketplace'`, holds: Array.isArray };
const floor: Option = { expected: `'law' or 'marketplace'`, holds: (value) => value === 'law' || value === 'marketplace' };
const places: Option = {
  expected: 'a list of at least one country',
  holds: (value) => Array.isArray(value) && value.length > 0,
};
const place: Option = {
  expected: 'an ISO 3166 country such as DE, or a subdivision such as US-CA',
  holds: (value) => typeof value === 'string' && isPlace(value),
};
const group: Option = { expected: 'days by the names from and to', holds: isGroup };

const shared = { packs: list, horizon: group, cellBudget: budget } as const;
const options = {
  checkPolicy: { ...shared, against: floors, countries: places },
  diffPolicies: shared,
  applyWaivers: {
    at: { ...day, isRequired: true },
    isComplete: { expected: 'true or false', holds: (value) => typeof value === 'boolean', isRequired: true },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Option>>>>;

const issueAt = (path: string, expected: string, value: unknown): Issue => ({
  path,
  message: `expected ${expected}, got ${showKind(value)}`,
});

const keysOf = (
  value: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, Option>>,
  path = '',
): readonly Issue[] => [
  ...Object.keys(value)
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => ({ path: path + key, message: `is no option: expected ${Object.keys(known).join(', ')}` })),
  ...Object.entries(known).flatMap(([key, { expected, holds, isRequired }]) =>
    (value[key] === undefined && isRequired !== true) || holds(value[key]) ? [] : [issueAt(path + key, expected, value[key])],
  ),
];

const entriesOf = (value: unknown, { expected, holds }: Option, path: string): readonly Issue[] =>
  Array.isArray(value)
    ? Array.from(value, (entry: unknown, index) =>
        holds(entry) ? [] : [issueAt(`${path}.${String(index)}`, expected, entry)],
      ).flat()
    : [];

const issuesOf = (call: keyof typeof options, given: unknown): readonly Issue[] => {
  if (!isGroup(given)) return [issueAt('options', `${Object.keys(options[call]).join(', ')} by name`, given)];
  const { horizon, packs, against, countries } = given;
  return [
    ...keysOf(given, options[call]),
    ...(isGroup(horizon) ? keysOf(horizon, { from: day, to: day }, 'horizon.') : []),
    ...entriesOf(packs, pack, 'packs'),
    ...entriesOf(against, floor, 'against'),
    ...entriesOf(countries, place, 'countries'),
  ];
};

/** Refuses what a caller without types could pass, all of it at once: an analysis of nothing would find nothing wrong. */
export const checkOptions = (call: keyof typeof options, given: unknown): void => {
  const issues = issuesOf(call, given);
  if (issues.length > 0) throw new InvalidInputError(call, { issues });
};

/** Refuses a call without a document, which would pass by looking at nothing. What the documents are is for the compiler to say. */
export const requireDocuments = (call: keyof typeof options, ...documents: readonly unknown[]): void => {
  if (documents.every((each) => Array.isArray(each) && each.length === 0))
    throw new InvalidInputError(call, { issues: [{ path: 'documents', message: 'expected at least one' }] });
};
