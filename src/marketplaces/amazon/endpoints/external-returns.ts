import { wireExternalReturn, wireExternalReturns } from '../wire/external-returns.js';
import { asIs, defineRead } from './define.js';

const base = '/externalFulfillment/2024-09-11/returns';

/**
 * What to list. `lastUpdatedSince` and `lastUpdatedUntil` demand `returnLocationId` and `status`. The deprecated `lastUpdatedAfter` and
 * `lastUpdatedBefore` mean the time of creation, whatever they are called, so they are not offered.
 */
export interface ExternalReturnsInput {
  readonly returnLocationId?: string | undefined;
  readonly rmaId?: string | undefined;
  readonly status?: string | undefined;
  readonly reverseTrackingId?: string | undefined;
  readonly createdSince?: string | undefined;
  readonly createdUntil?: string | undefined;
  readonly lastUpdatedSince?: string | undefined;
  readonly lastUpdatedUntil?: string | undefined;
  /** 1 to 100; Amazon's default is 10. */
  readonly maxResults?: number | undefined;
  /** With the same other arguments. A page may be empty and not the last. */
  readonly nextToken?: string | undefined;
}

/** One page of the returns of Amazon's SmartConnect channels (Seller Flex, Easy Ship, Self Ship). */
export const listReturns = defineRead({
  name: 'externalReturns.listReturns',
  request: (input: ExternalReturnsInput) => ({
    method: 'GET',
    path: base,
    query: {
      returnLocationId: input.returnLocationId,
      rmaId: input.rmaId,
      status: input.status,
      reverseTrackingId: input.reverseTrackingId,
      createdSince: input.createdSince,
      createdUntil: input.createdUntil,
      lastUpdatedSince: input.lastUpdatedSince,
      lastUpdatedUntil: input.lastUpdatedUntil,
      maxResults: input.maxResults,
      nextToken: input.nextToken,
    },
  }),
  response: wireExternalReturns,
  parse: asIs,
});

export const getReturn = defineRead({
  name: 'externalReturns.getReturn',
  request: ({ returnId }: { readonly returnId: string }) => ({
    method: 'GET',
    path: `${base}/${encodeURIComponent(returnId)}`,
  }),
  response: wireExternalReturn,
  parse: asIs,
});
