/** Module numbers of Shopee's reference; the page of an operation is found by both. */
const modules = { returns: 102, order: 94, payment: 97, logistics: 95, shop: 92, media: 91, public: 104, push: 105 } as const;

/** The page of Shopee's API reference that an endpoint was written from. */
export const documentationOf = (module: keyof typeof modules, operation: string): string =>
  `https://open.shopee.com/documents/v2/v2.${module}.${operation}?module=${modules[module]}&type=1`;

/** Guide "Return Refund Management": the call flow and the meaning of the words. */
export const returnsGuide = 'https://open.shopee.com/developer-guide/227';
