/** One seller of the emulation. */
export interface Seller {
  readonly name: SellerName;
  readonly sellerId: string;
  /** Of the seller's shop on its channel; some calls want it beside the token. */
  readonly channelSellerId: string;
  readonly channel: 'AE_GLOBAL' | 'ARISE_ES';
  readonly shopName: string;
  /** The login name tokens are issued for. */
  readonly account: string;
  /** Part of the ids made for the seller, so that no two sellers share one. */
  readonly ordinal: number;
}

/** `global` holds a case of nearly every kind, `neighbor` a handful, `arise` the reverse orders of a newer channel. */
export type SellerName = 'global' | 'neighbor' | 'arise';

export type Sellers = Readonly<Record<SellerName, Seller>>;

export const sellers: Sellers = {
  global: {
    name: 'global',
    sellerId: '223525827',
    channelSellerId: '223525827',
    channel: 'AE_GLOBAL',
    shopName: 'Aftersale Global Store',
    account: 'cn1523401122abcd',
    ordinal: 1,
  },
  neighbor: {
    name: 'neighbor',
    sellerId: '240114903',
    channelSellerId: '240114903',
    channel: 'AE_GLOBAL',
    shopName: 'Neighbor Store',
    account: 'cn1523409911efgh',
    ordinal: 2,
  },
  arise: {
    name: 'arise',
    sellerId: '251733018',
    channelSellerId: '2671514005',
    channel: 'ARISE_ES',
    shopName: 'Aftersale ES',
    account: 'es1523401777ijkl',
    ordinal: 3,
  },
};

export const sellerList: readonly Seller[] = Object.values(sellers);
