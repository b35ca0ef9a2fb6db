import { wireRestrictedToken } from '../wire/tokens.js';
import { defineRead } from './define.js';

export interface RestrictedResource {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Exactly the path that will be called; a pattern is refused for report documents. */
  readonly path: string;
  readonly dataElements?: readonly ('buyerInfo' | 'shippingAddress' | 'buyerTaxInformation')[];
}

/** A token for an hour and for the named calls only. */
export const createRestrictedDataToken = defineRead({
  name: 'tokens.createRestrictedDataToken',
  request: (resources: { readonly restrictedResources: readonly RestrictedResource[] }) => ({
    method: 'POST',
    path: '/tokens/2021-03-01/restrictedDataToken',
    body: { json: resources },
  }),
  response: wireRestrictedToken,
  parse: ({ restrictedDataToken }) => restrictedDataToken,
});
