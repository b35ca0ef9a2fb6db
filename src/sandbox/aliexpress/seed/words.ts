import type { Random } from '../../random.js';
import type { CurrencyCode } from '../currencies.js';

type Words = readonly [string, ...string[]];

/** Names of goods as sellers write them, in any script. */
const goods: Words = [
  'Enamel pour-over kettle 0.9 L',
  'Canvas weekend bag, waxed',
  '手冲咖啡壶 不锈钢',
  'Bamboo desk lamp "Mori" – 3000 K',
  'Лампа настольная бамбук',
  'Auriculares inalámbricos con estuche',
];

const complaints: Words = [
  'This is not what I ordered',
  'No llegó el paquete, ya pasó el plazo',
  'Zniszczone opakowanie, kubek pęknięty',
  'Produto parou de funcionar no segundo dia',
  '상품이 사진과 다릅니다',
  'See the photos & video <3',
];

interface Country {
  readonly code: string;
  readonly currency: CurrencyCode;
}

const countries: readonly [Country, ...Country[]] = [
  { code: 'ES', currency: 'EUR' },
  { code: 'US', currency: 'USD' },
  { code: 'BR', currency: 'BRL' },
  { code: 'PL', currency: 'PLN' },
  { code: 'FR', currency: 'EUR' },
  { code: 'MX', currency: 'MXN' },
  { code: 'KR', currency: 'KRW' },
  { code: 'JP', currency: 'JPY' },
  { code: 'CL', currency: 'CLP' },
];

export const goodsNameOf = (random: Random): string => random.pick(goods);

export const complaintOf = (random: Random): string => random.pick(complaints);

export const countryOf = (random: Random): Country => random.pick(countries);

/** Buyers are known by a login name alone: country, digits, letters. */
export const loginIdOf = (country: string, random: Random): string =>
  `${country.toLowerCase()}${random.integer(1_000_000_000, 9_999_999_999)}${random.text(4, 'abcdefghijkmnpqrstuvwxyz')}`;
