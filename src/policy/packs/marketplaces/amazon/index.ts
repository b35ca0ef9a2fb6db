import type { MarketplacePack, PackRule } from '../../types.js';
import { costsElsewhere, costsInAmerica, costsInEurope } from './costs.js';
import { dutiesElsewhere, dutiesInAmerica, dutiesInBritainAndGermany, dutiesInEurope } from './duties.js';
import { labelsInAmerica, smallValueRefunds } from './labels.js';
import { sentBySeller } from './sender.js';
import { sources } from './sources.js';
import { windowsElsewhere, windowsInAmerica, windowsInEurope } from './windows.js';

const america: readonly PackRule[] = [
  ...windowsInAmerica,
  ...dutiesInAmerica,
  ...sentBySeller([...labelsInAmerica, ...costsInAmerica]),
];
const europe: readonly PackRule[] = [...windowsInEurope, ...dutiesInEurope, ...sentBySeller(costsInEurope)];
const abroadOf = (site: string): readonly PackRule[] => [
  ...windowsInEurope,
  ...dutiesInBritainAndGermany,
  ...sentBySeller([...smallValueRefunds(site), ...costsInEurope]),
];
const elsewhere: readonly PackRule[] = [...windowsElsewhere, ...dutiesElsewhere, ...sentBySeller(costsElsewhere)];

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

/** Amazon by site. What is owed for returns is known of orders the seller sends; the pages of the sites listed last were not read. */
export const amazon: readonly MarketplacePack[] = [
  ...['US'].map(siteOf(america)),
  ...['FR', 'IT', 'ES', 'NL', 'SE', 'PL', 'BE', 'IE'].map(siteOf(europe)),
  ...['DE', 'GB'].map((site) => siteOf(abroadOf(site))(site)),
  ...['CA', 'MX', 'BR', 'TR', 'AE', 'SA', 'EG', 'ZA', 'IN', 'JP', 'AU', 'SG'].map(siteOf(elsewhere)),
];
