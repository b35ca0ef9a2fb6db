/** Clients that sellers use today, printed beside ours. */
export const peers = ['@congminh1254/shopee-sdk', 'amazon-sp-api', 'ebay-api'] as const;
