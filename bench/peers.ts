/** Clients that sellers use today, printed beside ours. */
export const peers = ['@congminh1254/shopee-sdk', 'amazon-sp-api', 'ae_sdk', 'ebay-api'] as const;
