import type { Random } from '../../random.js';

type Words = readonly [string, ...string[]];

/** Names are text in any script; a quotation mark in one is why these tables cannot be read as quoted CSV. */
const goods: Readonly<Record<string, Words>> = {
  US: ['Enamel pour-over kettle', '5" bamboo desk lamp', 'Canvas weekend bag', 'Linen shirt, men\'s, "L"', 'Bike speaker 20 W'],
  DE: ['Emaille-Kaffeekanne für vier Tassen', 'Schreibtischlampe aus Bambus', 'Wochenendtasche – groß'],
  FR: ['Bouilloire émaillée', 'Sac de voyage en toile', 'Lampe de bureau « bambou »'],
  MX: ['Tetera esmaltada', 'Lámpara de bambú', 'Bolsa de lona'],
  JP: ['ホーロー製ドリップポット', '竹製デスクランプ', '帆布トートバッグ'],
};

const categories: Words = ['Kitchen', 'Lighting', 'Luggage', 'Apparel', 'Electronics'];

const buyers: Words = ['Ana Torres', 'Bo Lindqvist', 'Chidi Okafor', 'Dana Weiss', 'Emi Tanaka', 'Farid Haddad'];

const comments: Words = ['', 'Arrived with a crack', 'Not the color in the picture', 'Too small'];

export const goodsNameOf = (country: string, random: Random): string => random.pick(goods[country] ?? goods['US'] ?? ['Kettle']);
export const categoryOf = (random: Random): string => random.pick(categories);
export const buyerNameOf = (random: Random): string => random.pick(buyers);
export const commentOf = (random: Random): string => random.pick(comments);
