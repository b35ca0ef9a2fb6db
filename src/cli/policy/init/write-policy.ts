import { stringify } from 'yaml';
import { calendarCountries } from '../../../policy/calendar/load-calendars.js';
import { zonesOf } from '../../../policy/calendar/country-zones.js';
import type { PolicyWaiver } from '../../../policy/document/schema.js';
import type { Answers } from './answers.js';

const flow = (words: readonly string[]): string => `[${words.join(', ')}]`;

const sellerLine = (country: string): string => {
  const zones = zonesOf(country) ?? [];
  const parts = [
    `country: ${country}`,
    // Of several zones only the seller knows the right one.
    ...(zones.length === 1 ? [`timeZone: ${zones[0] ?? ''}`] : []),
    ...(calendarCountries().includes(country) ? [`calendar: ${country}`] : []),
  ];
  return `seller: { ${parts.join(', ')} }`;
};

const waiverLines = (waivers: readonly PolicyWaiver[]): readonly string[] =>
  waivers.length === 0
    ? []
    : [
        '',
        '# Where law or a marketplace demands more than the rules above: look at each, and take it out.',
        stringify({ waive: waivers }).trimEnd(),
      ];

const ruleLines = ({ countries, marketplaces, days, returnPayer }: Answers): readonly string[] => {
  const when = (reasonClass: string): string =>
    `when: { reasonClass: ${reasonClass}, country: ${flow(countries)}, marketplace: ${flow(marketplaces)} }`;
  return [
    'rules:',
    '  # Goods that are not wanted after all.',
    '  - id: change-of-mind',
    `    ${when('withdrawal')}`,
    `    window: { days: ${String(days)}, from: delivered }`,
    `    pays: { return: ${returnPayer} }`,
    '    refund: { item: 100%, outbound: cheapest, form: original-means }',
    '    remedies: [refund, exchange]',
    '',
    '  # Goods that are faulty, or not as described.',
    '  - id: faulty',
    `    ${when('conformity')}`,
    '    window: { months: 24, from: delivered }',
    '    pays: { return: seller, replacement: seller }',
    '    refund: { item: 100%, outbound: full, form: original-means }',
    '    remedies: [replacement, repair, price-reduction, refund]',
    '',
    '  # Goods that came after the promised day, or never.',
    '  - id: late',
    `    ${when('late')}`,
    '    window: { days: 60, from: promised }',
    '    pays: { return: seller }',
    '    refund: { item: 100%, outbound: full, form: original-means }',
    '    remedies: [refund]',
    '  - id: never-arrived',
    `    ${when('non-delivery')}`,
    '    window: unlimited',
    '    pays: { replacement: seller }',
    '    refund: { item: 100%, outbound: full, form: original-means }',
    '    remedies: [reship, refund]',
    '',
  ];
};

/** A whole policy as text, with the reasons beside the rules. */
export const writePolicy = (answers: Answers, waivers: readonly PolicyWaiver[]): string =>
  [
    '# A return policy that a pipeline can check: aftersale policy check <this file>',
    'aftersale: policy/v1',
    `id: ${answers.id}`,
    sellerLine(answers.sellerCountry),
    `currency: ${answers.currency}`,
    '',
    ...ruleLines(answers),
    '# What we promise, and by when.',
    'promises:',
    '  refund: { days: 14, from: requested }',
    ...waiverLines(waivers),
    '',
  ].join('\n');
