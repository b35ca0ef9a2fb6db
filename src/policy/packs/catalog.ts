import type { Calendar } from '../calendar/calendar.js';
import { calendarsOf } from './catalog-calendars.js';
import { europeanUnion } from './law/eu/index.js';
import { unitedKingdom } from './law/united-kingdom.js';
import { amazon } from './marketplaces/amazon/index.js';
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
export const lawPacks: readonly LawPack[] = [europeanUnion, unitedKingdom].map(withCalendars);

/** The rules of every site of a marketplace this version carries. */
export const marketplacePacks: readonly MarketplacePack[] = amazon;

export const allPacks: readonly Pack[] = [...lawPacks, ...marketplacePacks];
