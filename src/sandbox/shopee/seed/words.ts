import type { Random } from '../../random.js';
import type { ShopeeRegion } from '../regions.js';

type Words = readonly [string, ...string[]];

const english: Words = [
  'Enamel pour-over kettle',
  'Canvas weekend bag',
  'Bluetooth bike speaker',
  'Bamboo desk lamp',
  'Linen shirt',
];

/** Goods in the site's language: names are text in any script. */
const goods: Partial<Record<ShopeeRegion, Words>> = {
  MY: ['Periuk tanah liat', 'Beg galas kalis air', 'Lampu meja buluh'],
  TW: ['手沖咖啡壺', '帆布旅行袋', '竹製檯燈'],
  TH: ['กาน้ำดริปกาแฟ', 'กระเป๋าผ้าใบ', 'โคมไฟไม้ไผ่'],
  VN: ['Ấm pha cà phê', 'Túi vải bố', 'Đèn bàn tre'],
  ID: ['Teko kopi enamel', 'Tas kanvas', 'Lampu meja bambu'],
  BR: ['Chaleira esmaltada', 'Bolsa de lona', 'Luminária de bambu'],
  MX: ['Tetera esmaltada', 'Bolsa de lona', 'Lámpara de bambú'],
  CL: ['Tetera esmaltada', 'Bolso de lona', 'Lámpara de bambú'],
  CO: ['Tetera esmaltada', 'Morral de lona', 'Lámpara de bambú'],
};

const complaints: Partial<Record<ShopeeRegion, Words>> = {
  TW: ['商品與描述不符，想退貨', '沒有收到包裹'],
  TH: ['สินค้าใช้งานไม่ได้', 'ยังไม่ได้รับสินค้า'],
  VN: ['Hàng không đúng mô tả', 'Tôi chưa nhận được hàng'],
  BR: ['O produto não funciona', 'Ainda não recebi o pedido'],
};

const englishComplaints: Words = ['This is not what I ordered', 'It stopped working on day two', 'Please see the photos', ''];

const usernames: Words = [
  'kopi_siang',
  'bluekite',
  'mei.lin',
  'tukangkebun',
  'papercrane',
  'osso_buco',
  'nine_lives',
  'saltandlime',
];

export const goodsNameOf = (region: ShopeeRegion, random: Random): string => random.pick(goods[region] ?? english);

export const complaintOf = (region: ShopeeRegion, random: Random): string => random.pick(complaints[region] ?? englishComplaints);

export const usernameOf = (random: Random): string => `${random.pick(usernames)}${random.integer(10, 99)}`;
