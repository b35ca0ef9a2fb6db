import type { Random } from '../../random.js';
import type { Buyer, Item } from '../record.js';
import { regions, roundToSite, toMinor, type ShopeeRegion } from '../regions.js';
import type { Shop } from '../shops.js';
import { goodsNameOf, usernameOf } from './words.js';

const imageUrl = (random: Random): string => `https://cf.shopee.sg/file/${random.hex(32)}`;

export const makeImages = (random: Random): readonly string[] =>
  Array.from({ length: random.integer(0, 3) }, () => imageUrl(random));

const makeItem = (region: ShopeeRegion, random: Random): Item => {
  const { currency, price } = regions[region];
  const [lowest, highest] = price;
  // Squared, so that cheap goods are common and dear ones rare.
  const major = lowest + (highest - lowest) * random.next() ** 2;
  const priceMinor = roundToSite(toMinor(major, currency), region);
  const quantity = random.chance(0.8) ? 1 : random.integer(2, 3);
  const share = random.chance(0.7) ? 1 : 0.9;
  return {
    itemId: random.integer(2_147_533_133, 29_800_000_000),
    modelId: random.chance(0.3) ? 0 : random.integer(10_000_000, 2_100_000_000),
    name: goodsNameOf(region, random),
    sku: `SKU-${random.integer(1000, 9999)}`,
    variationSku: random.pick(['', 'RED', 'NAVY', 'M', 'XL']),
    quantity,
    priceMinor,
    refundMinor: roundToSite(priceMinor * quantity * share, region),
  };
};

export const makeItems = (region: ShopeeRegion, random: Random): readonly Item[] =>
  Array.from({ length: random.chance(0.85) ? 1 : 2 }, () => makeItem(region, random));

/** TW hides the buyer of returns by carriers that are not integrated. */
export const makeBuyer = (shop: Shop, random: Random, isHidden: 'hidden' | 'shown'): Buyer => {
  const username = usernameOf(random);
  const userId = random.integer(100_000_000, 1_900_000_000);
  if (isHidden === 'hidden') return { userId, username: '****', email: '', portrait: '' };
  return {
    userId,
    username,
    email: `****${username.slice(-2)}@${shop.region.toLowerCase()}.example`,
    portrait: imageUrl(random),
  };
};
