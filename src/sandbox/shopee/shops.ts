import { regionNames, regions, type ShopeeRegion } from './regions.js';

/** One shop of the emulation. */
export interface Shop {
  readonly shopId: number;
  readonly region: ShopeeRegion;
  readonly name: string;
  /** Position among the shops; part of the ids made for it, so that no two shops share one. */
  readonly ordinal: number;
}

export const createShops = (): readonly [Shop, ...Shop[]] => {
  const [first = 'SG', ...others] = regionNames;
  return [toShop(first, 0), ...others.map((region, index) => toShop(region, index + 1))];
};

const toShop = (region: ShopeeRegion, ordinal: number): Shop => ({
  shopId: regions[region].shopId,
  region,
  name: `aftersale.${region.toLowerCase()}`,
  ordinal,
});
