import type { MarketplacePack, PackRule } from '../../types.js';
import { costsElsewhere, costsInAmerica, costsInEurope } from './costs.js';
import { dutiesElsewhere, dutiesInAmerica, dutiesInBritainAndGermany, dutiesInEurope } from './duties.js';
import { labelsInAmerica, smallValueRefunds } from './labels.js';
import { sources } from './sources.js';
import { windowsElsewhere, windowsInAmerica, windowsInEurope } from './windows.js';

const america: readonly PackRule[] = [...windowsInAmerica, ...dutiesInAmerica, ...labelsInAmerica, ...costsInAmerica];
const europe: readonly PackRule[] = [...windowsInEurope, ...dutiesInEurope, ...costsInEurope];
const abroadOf = (site: string): readonly PackRule[] => [
  ...windowsInEurope,
  ...dutiesInBritainAndGermany,
  ...smallValueRefunds(site),
  ...costsInEurope,
];
const elsewhere: readonly PackRule[] = [...windowsElsewhere, ...dutiesElsewhere, ...costsElsewhere];

const siteOf =
  (rules: readonly PackRule[]) =>
  (site: string): MarketplacePack => ({
    layer: 'marketplace',
    id: `amazon:${site}`,
    marketplace: 'amazon',
    site,
    sources,
    rules,
  });

/** Amazon by site. What seller-fulfilled orders owe; the pages of the sites listed last were not read. */
export const amazon: readonly MarketplacePack[] = [
  ...['US'].map(siteOf(america)),
  ...['FR', 'IT', 'ES', 'NL', 'SE', 'PL', 'BE', 'IE'].map(siteOf(europe)),
  ...['DE', 'GB'].map((site) => siteOf(abroadOf(site))(site)),
  ...['CA', 'MX', 'BR', 'TR', 'AE', 'SA', 'EG', 'ZA', 'IN', 'JP', 'AU', 'SG'].map(siteOf(elsewhere)),
];
