import type { MarketplacePack, PackRule } from '../../types.js';
import { costsElsewhere, costsInAmerica, costsInEurope } from './costs.js';
import { dutiesElsewhere, dutiesInAmerica, dutiesInEurope } from './duties.js';
import { sources } from './sources.js';
import { windowsElsewhere, windowsInAmerica, windowsInEurope } from './windows.js';

const america: readonly PackRule[] = [...windowsInAmerica, ...dutiesInAmerica, ...costsInAmerica];
const europe: readonly PackRule[] = [...windowsInEurope, ...dutiesInEurope, ...costsInEurope];
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
  ...['DE', 'FR', 'IT', 'ES', 'NL', 'SE', 'PL', 'BE', 'IE', 'GB'].map(siteOf(europe)),
  ...['CA', 'MX', 'BR', 'TR', 'AE', 'SA', 'EG', 'ZA', 'IN', 'JP', 'AU', 'SG'].map(siteOf(elsewhere)),
];
