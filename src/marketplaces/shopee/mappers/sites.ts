/** A return names its currency, not its site; each site has its own currency, so one tells the other. */
const siteByCurrency: Readonly<Record<string, string>> = {
  SGD: 'SG',
  MYR: 'MY',
  PHP: 'PH',
  IDR: 'ID',
  THB: 'TH',
  VND: 'VN',
  TWD: 'TW',
  BRL: 'BR',
  MXN: 'MX',
  CLP: 'CL',
  COP: 'CO',
};

/** ISO 3166 country of the shop's site; undefined for a currency of no single site. */
export const siteOf = (currency: string | null | undefined): string | undefined =>
  typeof currency === 'string' && Object.hasOwn(siteByCurrency, currency) ? siteByCurrency[currency] : undefined;
