import type { Random } from '../../random.js';
import type { Product } from '../record.js';
import { goodsNameOf } from './words.js';

/** Prices in US cents, as listings have them; cheap goods are common and dear ones rare. */
export const makeProduct = (random: Random): Product => ({
  productId: `1005${random.integer(1_000_000, 9_999_999)}${random.integer(10_000, 99_999)}`,
  name: goodsNameOf(random),
  priceMinor: 199 + Math.floor(16_000 * random.next() ** 2),
  quantity: random.chance(0.8) ? 1 : random.integer(2, 3),
});
