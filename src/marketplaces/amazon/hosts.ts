/** Each seller account belongs to one of three regions, told by its marketplaces (https://developer-docs.amazon.com/sp-api/docs/sp-api-endpoints). */
export const amazonHosts = {
  na: 'https://sellingpartnerapi-na.amazon.com',
  eu: 'https://sellingpartnerapi-eu.amazon.com',
  fe: 'https://sellingpartnerapi-fe.amazon.com',
} as const;

/** North America, Europe, Far East. A seller account and its refresh token belong to one of them. */
export type AmazonRegion = keyof typeof amazonHosts;

export const amazonRegions = ['na', 'eu', 'fe'] as const satisfies readonly AmazonRegion[];

/** Amazon's own test hosts: fixed answers to the examples of its models, and one quota for all operations. */
export const amazonSandboxHosts: Readonly<Record<AmazonRegion, string>> = {
  na: 'https://sandbox.sellingpartnerapi-na.amazon.com',
  eu: 'https://sandbox.sellingpartnerapi-eu.amazon.com',
  fe: 'https://sandbox.sellingpartnerapi-fe.amazon.com',
};

/** Any other host, Amazon's own sandboxes included, makes the ids' environment `sandbox`. */
export const productionHosts: readonly string[] = Object.values(amazonHosts).map((address) => new URL(address).host);

/** Login with Amazon gives the tokens of all regions, those for the sandboxes too. */
export const loginAddress = 'https://api.amazon.com/auth/o2/token';
