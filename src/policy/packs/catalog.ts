import type { Calendar } from '../calendar/calendar.js';
import { calendarsOf } from './catalog-calendars.js';
import { argentina } from './law/argentina.js';
import { australia } from './law/australia.js';
import { brazil } from './law/brazil.js';
import { canada } from './law/canada.js';
import { chile } from './law/chile.js';
import { china } from './law/china.js';
import { colombia } from './law/colombia.js';
import { europeanUnion } from './law/eu/index.js';
import { india } from './law/india.js';
import { israel } from './law/israel.js';
import { japan } from './law/japan.js';
import { mexico } from './law/mexico.js';
import { russia } from './law/russia.js';
import { saudiArabia } from './law/saudi-arabia.js';
import { singapore } from './law/singapore.js';
import { southAfrica } from './law/south-africa.js';
import { southKorea } from './law/south-korea.js';
import { indonesia } from './law/indonesia.js';
import { malaysia } from './law/malaysia.js';
import { philippines } from './law/philippines.js';
import { vietnam } from './law/vietnam.js';
import { switzerland } from './law/switzerland.js';
import { taiwan } from './law/taiwan.js';
import { thailand } from './law/thailand.js';
import { turkey } from './law/turkey.js';
import { ukraine } from './law/ukraine.js';
import { unitedArabEmirates } from './law/united-arab-emirates.js';
import { unitedKingdom } from './law/united-kingdom.js';
import { unitedStates } from './law/united-states.js';
import { aliexpress } from './marketplaces/aliexpress.js';
import { amazon } from './marketplaces/amazon/index.js';
import { ebay } from './marketplaces/ebay.js';
import { lazada } from './marketplaces/lazada.js';
import { mercadoLibre } from './marketplaces/mercado-libre.js';
import { shopee } from './marketplaces/shopee/index.js';
import { tiktokShop } from './marketplaces/tiktok-shop.js';
import { walmart } from './marketplaces/walmart.js';
import type { LawPack, MarketplacePack, Pack } from './types.js';

/** A pack with the public holidays of its countries, which are unpacked when they are first asked for. */
const withCalendars = (pack: LawPack): LawPack => {
  let unpacked: readonly Calendar[] | undefined;
  return {
    ...pack,
    get calendars() {
      unpacked ??= calendarsOf(pack.countries);
      return unpacked;
    },
  };
};

/** The law of every country this version carries, with all its public holidays. */
export const lawPacks: readonly LawPack[] = [
  europeanUnion,
  unitedArabEmirates,
  argentina,
  australia,
  brazil,
  canada,
  switzerland,
  chile,
  china,
  colombia,
  unitedKingdom,
  indonesia,
  israel,
  india,
  japan,
  southKorea,
  mexico,
  malaysia,
  philippines,
  russia,
  saudiArabia,
  singapore,
  thailand,
  turkey,
  taiwan,
  ukraine,
  unitedStates,
  vietnam,
  southAfrica,
].map(withCalendars);

/** The rules of every site of a marketplace this version carries. */
export const marketplacePacks: readonly MarketplacePack[] = [
  ...aliexpress,
  ...amazon,
  ...ebay,
  ...lazada,
  ...mercadoLibre,
  ...shopee,
  ...tiktokShop,
  ...walmart,
];

/** Every pack this version carries, law and marketplaces. It loads all of them with all holidays; `loadPacks` loads what is asked for. */
export const allPacks: readonly Pack[] = [...lawPacks, ...marketplacePacks];
