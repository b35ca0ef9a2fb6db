/** North America, Europe, Far East: each has its own emulated seller and stores. */
export type AmazonRegion = 'na' | 'eu' | 'fe';

/** A store of Amazon's and what differs between them. Ids: https://developer-docs.amazon.com/sp-api/docs/marketplace-ids */
export interface Marketplace {
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly currency: string;
  /** Prices contain the tax: a refund may name no separate tax component. */
  readonly isTaxInclusive: boolean;
}

/** One seller per region, with the stores it sells in; the first is where most of its orders are. */
export interface Seller {
  readonly region: AmazonRegion;
  readonly ordinal: number;
  readonly sellerId: string;
  readonly marketplaces: readonly [Marketplace, ...Marketplace[]];
}

const unitedStates = { id: 'ATVPDKIKX0DER', country: 'US', name: 'Amazon.com', currency: 'USD', isTaxInclusive: false };
const canada = { id: 'A2EUQ1WTGCTBG2', country: 'CA', name: 'Amazon.ca', currency: 'CAD', isTaxInclusive: false };
const mexico = { id: 'A1AM78C64UM0Y8', country: 'MX', name: 'Amazon.com.mx', currency: 'MXN', isTaxInclusive: true };
const unitedKingdom = { id: 'A1F83G8C2ARO7P', country: 'GB', name: 'Amazon.co.uk', currency: 'GBP', isTaxInclusive: true };
const germany = { id: 'A1PA6795UKMFR9', country: 'DE', name: 'Amazon.de', currency: 'EUR', isTaxInclusive: true };
const france = { id: 'A13V1IB3VIYZZH', country: 'FR', name: 'Amazon.fr', currency: 'EUR', isTaxInclusive: true };
const india = { id: 'A21TJRUUN4KGV', country: 'IN', name: 'Amazon.in', currency: 'INR', isTaxInclusive: true };
const japan = { id: 'A1VC38T7YXB528', country: 'JP', name: 'Amazon.co.jp', currency: 'JPY', isTaxInclusive: true };
const australia = { id: 'A39IBJ37TRP1C6', country: 'AU', name: 'Amazon.com.au', currency: 'AUD', isTaxInclusive: true };

export const sellers: readonly [Seller, ...Seller[]] = [
  { region: 'na', ordinal: 0, sellerId: 'A2Q7SANDBOXNA1', marketplaces: [unitedStates, canada, mexico] },
  { region: 'eu', ordinal: 1, sellerId: 'A3K9SANDBOXEU1', marketplaces: [unitedKingdom, germany, france, india] },
  { region: 'fe', ordinal: 2, sellerId: 'A1M4SANDBOXFE1', marketplaces: [japan, australia] },
];
