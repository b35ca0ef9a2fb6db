import type { AmazonRegion } from './hosts.js';

/** One of Amazon's stores. */
export interface AmazonMarketplace {
  readonly id: string;
  /** ISO 3166. */
  readonly country: string;
  readonly region: AmazonRegion;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA zone in which a report's days are read; Amazon does not say which one it counts in. */
  readonly zone: string;
  /** Where sellers work and give applications access. */
  readonly sellerCentral: string;
}

/** https://developer-docs.amazon.com/sp-api/docs/marketplace-ids; the United Kingdom is GB here, as in ISO 3166. */
const table = `
A2EUQ1WTGCTBG2 CA na CAD America/Los_Angeles sellercentral.amazon.ca
ATVPDKIKX0DER US na USD America/Los_Angeles sellercentral.amazon.com
A1AM78C64UM0Y8 MX na MXN America/Mexico_City sellercentral.amazon.com.mx
A2Q3Y263D00KWC BR na BRL America/Sao_Paulo sellercentral.amazon.com.br
A28R8C7NBKEWEA IE eu EUR Europe/Dublin sellercentral.amazon.ie
A1RKKUPIHCS9HS ES eu EUR Europe/Madrid sellercentral-europe.amazon.com
A1F83G8C2ARO7P GB eu GBP Europe/London sellercentral-europe.amazon.com
A13V1IB3VIYZZH FR eu EUR Europe/Paris sellercentral-europe.amazon.com
AMEN7PMS3EDWL BE eu EUR Europe/Brussels sellercentral.amazon.com.be
A1805IZSGTT6HS NL eu EUR Europe/Amsterdam sellercentral.amazon.nl
A1PA6795UKMFR9 DE eu EUR Europe/Berlin sellercentral-europe.amazon.com
APJ6JRA9NG5V4 IT eu EUR Europe/Rome sellercentral-europe.amazon.com
A2NODRKZP88ZB9 SE eu SEK Europe/Stockholm sellercentral.amazon.se
AE08WJ6YKNBMC ZA eu ZAR Africa/Johannesburg sellercentral.amazon.co.za
A1C3SOZRARQ6R3 PL eu PLN Europe/Warsaw sellercentral.amazon.pl
ARBP9OOSHTCHU EG eu EGP Africa/Cairo sellercentral.amazon.eg
A33AVAJ2PDY3EV TR eu TRY Europe/Istanbul sellercentral.amazon.com.tr
A17E79C6D8DWNP SA eu SAR Asia/Riyadh sellercentral.amazon.sa
A2VIGQ35RCS4UG AE eu AED Asia/Dubai sellercentral.amazon.ae
A21TJRUUN4KGV IN eu INR Asia/Kolkata sellercentral.amazon.in
A19VAU5U5O7RUS SG fe SGD Asia/Singapore sellercentral.amazon.sg
A39IBJ37TRP1C6 AU fe AUD Australia/Sydney sellercentral.amazon.com.au
A1VC38T7YXB528 JP fe JPY Asia/Tokyo sellercentral.amazon.co.jp
`;

const toRegion = (word: string): AmazonRegion => (word === 'na' || word === 'eu' ? word : 'fe');

/** Every store of the list of 2026, by its id. */
export const amazonMarketplaces: ReadonlyMap<string, AmazonMarketplace> = new Map(
  table
    .trim()
    .split('\n')
    .map((line): [string, AmazonMarketplace] => {
      const [id = '', country = '', region = '', currency = '', zone = '', host = ''] = line.split(' ');
      return [id, { id, country, region: toRegion(region), currency, zone, sellerCentral: `https://${host}` }];
    }),
);

const withTaxApart = new Set(['US', 'CA']);

/**
 * Whether buyers see prices with tax in them, so that a refund of tax apart from the price is refused. Amazon publishes no list: sales
 * tax is added at the till in the United States and Canada only.
 */
export const hasTaxInPrices = (country: string): boolean => !withTaxApart.has(country);
