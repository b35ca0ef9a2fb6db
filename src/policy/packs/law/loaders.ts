import type { LawPack } from '../types.js';

interface LawLoader {
  readonly countries: readonly string[];
  readonly load: () => Promise<LawPack>;
}

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';

const of = (country: string, load: LawLoader['load']): LawLoader => ({ countries: [country], load });

/** How to load the law of each country, so that only what is asked for is read. */
export const lawLoaders: readonly LawLoader[] = [
  { countries: union.split(' '), load: async () => (await import('./eu/index.js')).europeanUnion },
  of('AE', async () => (await import('./united-arab-emirates.js')).unitedArabEmirates),
  of('AR', async () => (await import('./argentina.js')).argentina),
  of('AU', async () => (await import('./australia.js')).australia),
  of('BR', async () => (await import('./brazil.js')).brazil),
  of('CA', async () => (await import('./canada.js')).canada),
  of('CH', async () => (await import('./switzerland.js')).switzerland),
  of('CL', async () => (await import('./chile.js')).chile),
  of('CN', async () => (await import('./china.js')).china),
  of('CO', async () => (await import('./colombia.js')).colombia),
  of('GB', async () => (await import('./united-kingdom.js')).unitedKingdom),
  of('ID', async () => (await import('./indonesia.js')).indonesia),
  of('IL', async () => (await import('./israel.js')).israel),
  of('IN', async () => (await import('./india.js')).india),
  of('JP', async () => (await import('./japan.js')).japan),
  of('KR', async () => (await import('./south-korea.js')).southKorea),
  of('MX', async () => (await import('./mexico.js')).mexico),
  of('MY', async () => (await import('./malaysia.js')).malaysia),
  of('PH', async () => (await import('./philippines.js')).philippines),
  of('RU', async () => (await import('./russia.js')).russia),
  of('SA', async () => (await import('./saudi-arabia.js')).saudiArabia),
  of('SG', async () => (await import('./singapore.js')).singapore),
  of('TH', async () => (await import('./thailand.js')).thailand),
  of('TR', async () => (await import('./turkey.js')).turkey),
  of('TW', async () => (await import('./taiwan.js')).taiwan),
  of('UA', async () => (await import('./ukraine.js')).ukraine),
  of('US', async () => (await import('./united-states.js')).unitedStates),
  of('VN', async () => (await import('./vietnam.js')).vietnam),
  of('ZA', async () => (await import('./south-africa.js')).southAfrica),
];
