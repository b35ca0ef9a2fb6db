import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from 'aftersale/policy';
import { showCountries } from '../../../../src/policy/analysis/words/country-groups.js';
import { findings, house, sound } from '../small-policy.js';

describe('countries in words', () => {
  const everywhere = ['DE', 'FR', 'JP', 'US', 'US-CA', 'US-NY'];

  it.each([
    ['a country with all its states', ['DE', 'US', 'US-CA', 'US-NY'], 'DE, US'],
    ['some of its states', ['DE', 'US', 'US-CA'], 'DE, US, US-CA'],
    ['a state alone', ['US-NY'], 'US-NY'],
    ['all but a country with its states', ['DE', 'FR', 'JP'], 'every country but US'],
    ['all', everywhere, 'every country'],
  ])('tell %s', (_, countries, words) => expect(showCountries(countries, everywhere)).toBe(words));
});

describe('where goods are sold, in words', () => {
  const regionsOf = (marketplace: string[]): readonly string[] => {
    const [first, second] = sound;
    const document: PolicyDocument = house([{ ...first!, when: { ...first!.when, marketplace } }, second!]);
    return findings(document, 'gap')
      .filter(({ severity }) => severity === 'warning')
      .map(({ region }) => region);
  };

  it.each([
    [['none'], 'sold on another marketplace, change of mind'],
    [['amazon', 'none'], 'sold on another marketplace, change of mind'],
    [['amazon', 'ebay'], 'sold on another marketplace or outside of marketplaces, change of mind'],
  ])('beside %j', (marketplaces, region) => expect(regionsOf(marketplaces)).toEqual([region]));
});
