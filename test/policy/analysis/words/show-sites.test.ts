import { describe, expect, it } from 'vitest';
import { showSites } from '../../../../src/policy/analysis/words/show-sites.js';

const carried = ['BE', 'DE', 'ES', 'FR', 'GB', 'IT', 'JP', 'US'];
const without = (...left: readonly string[]): readonly string[] => carried.filter((site) => !left.includes(site));

describe('the sites of a marketplace in words', () => {
  it.each([
    ['all that were looked at', carried, 'every site looked at'],
    ['all but a few', without('JP'), 'every site looked at but JP'],
    ['those of the EU', ['BE', 'DE', 'ES', 'FR', 'IT'], 'every EU site looked at'],
    ['those of the EU and others', ['BE', 'DE', 'ES', 'FR', 'GB', 'IT'], 'every site looked at but JP or US'],
    ['most of the EU, which are few', ['BE', 'DE', 'ES', 'FR'], 'site BE or DE or ES or FR'],
    ['few', ['DE', 'FR', 'US'], 'site DE or FR or US'],
    ['few of the EU among others', ['DE', 'GB', 'JP', 'US'], 'site DE or GB or JP or US'],
    ['one nobody looked at', [...carried, 'SE'], 'site BE or DE or ES or FR or GB or IT or JP or US or SE'],
  ])('tell %s', (_, sites, words) => expect(showSites(sites, carried)).toBe(words));

  it('are told one by one where it is not known which there are', () => {
    expect(showSites(['DE', 'ES', 'FR', 'IT'], [])).toBe('site DE or ES or FR or IT');
  });

  it('name the rest before the group, so that what is missing is missing of the group', () => {
    const all = [...carried, 'AE', 'AU', 'BR', 'CA', 'IE', 'NL', 'PL', 'SE'];
    const most = ['DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'NL', 'PL', 'SE', 'US'];
    expect(showSites(most, all)).toBe('site GB or US or every EU site looked at but BE');
  });
});
