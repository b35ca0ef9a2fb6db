/** The sites of the emulation. Amounts are in major units; `digits` is how many decimals the site's wire amounts carry. */
export const regions = {
  SG: { currency: 'SGD', digits: 2, dueInHours: 48, shipInHours: 240, price: [8, 120], shopId: 14701711 },
  MY: { currency: 'MYR', digits: 2, dueInHours: 48, shipInHours: 240, price: [15, 400], shopId: 32980116 },
  TW: { currency: 'TWD', digits: 0, dueInHours: 48, shipInHours: 240, price: [150, 4000], shopId: 60112934 },
  TH: { currency: 'THB', digits: 2, dueInHours: 48, shipInHours: 240, price: [90, 2900], shopId: 75530218 },
  VN: { currency: 'VND', digits: 0, dueInHours: 48, shipInHours: 144, price: [45_000, 1_900_000], shopId: 88617305 },
  ID: { currency: 'IDR', digits: 0, dueInHours: 72, shipInHours: 240, price: [25_000, 900_000], shopId: 102344871 },
  PH: { currency: 'PHP', digits: 2, dueInHours: 48, shipInHours: 240, price: [99, 4800], shopId: 119820456 },
  BR: { currency: 'BRL', digits: 2, dueInHours: 47, shipInHours: 306, price: [19, 640], shopId: 368765100 },
  MX: { currency: 'MXN', digits: 2, dueInHours: 48, shipInHours: 72, price: [79, 2900], shopId: 571206638 },
  CL: { currency: 'CLP', digits: 0, dueInHours: 48, shipInHours: 240, price: [5000, 120_000], shopId: 604419027 },
  CO: { currency: 'COP', digits: 0, dueInHours: 48, shipInHours: 240, price: [20_000, 600_000], shopId: 633905412 },
} as const;

/** A Shopee site, by its two letters. */
export type ShopeeRegion = keyof typeof regions;

export type RegionFacts = (typeof regions)[ShopeeRegion];

const isRegion = (name: string): name is ShopeeRegion => Object.hasOwn(regions, name);

export const regionNames: readonly ShopeeRegion[] = Object.keys(regions).filter(isRegion);

/** Currencies whose smallest unit is the unit itself, as ISO 4217 has it; the others count hundredths. */
const wholeCurrencies: ReadonlySet<string> = new Set(['VND', 'CLP']);

const minorPerMajor = (currency: string): number => (wholeCurrencies.has(currency) ? 1 : 100);

export const toMinor = (major: number, currency: string): number => Math.round(major * minorPerMajor(currency));

/** The float that goes over the wire. */
export const toMajor = (minor: number, currency: string): number => minor / minorPerMajor(currency);

/** The nearest amount the site's wire can carry. */
export const roundToSite = (minor: number, region: ShopeeRegion): number => {
  const { currency, digits } = regions[region];
  const step = minorPerMajor(currency) / 10 ** digits;
  return Math.max(step, Math.round(minor / step) * step);
};
