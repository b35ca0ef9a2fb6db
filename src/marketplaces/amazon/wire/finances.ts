import * as z from 'zod';
import { optionalIdentifier, optionalNumber, optionalText } from './fields.js';

const amount = z.lazy(() => z.object({ currencyCode: optionalText, currencyAmount: optionalNumber }).nullish());

const breakdown = z.lazy(() => z.object({ breakdownType: optionalText, breakdownAmount: amount }));

const context = z.lazy(() =>
  z.object({
    contextType: optionalText,
    asin: optionalText,
    sku: optionalText,
    quantityShipped: optionalNumber,
    fulfillmentNetwork: optionalText,
  }),
);

const item = z.lazy(() =>
  z.object({
    description: optionalText,
    relatedIdentifiers: z
      .array(z.object({ itemRelatedIdentifierName: optionalText, itemRelatedIdentifierValue: optionalIdentifier }))
      .nullish(),
    totalAmount: amount,
    breakdowns: z.array(breakdown).nullish(),
    contexts: z.array(context).nullish(),
  }),
);

/** One entry of the seller's account, Finances 2024-06-19. `transactionType` is an open list: the model names `Shipment` only. */
export const wireTransaction = z.lazy(() =>
  z.object({
    transactionId: optionalIdentifier,
    transactionType: optionalText,
    transactionStatus: optionalText,
    description: optionalText,
    postedDate: optionalText,
    relatedIdentifiers: z
      .array(z.object({ relatedIdentifierName: optionalText, relatedIdentifierValue: optionalIdentifier }))
      .nullish(),
    totalAmount: amount,
    marketplaceDetails: z.object({ marketplaceId: optionalText, marketplaceName: optionalText }).nullish(),
    items: z.array(item).nullish(),
    breakdowns: z.array(breakdown).nullish(),
  }),
);
export type WireTransaction = z.infer<typeof wireTransaction>;

export const wireTransactionsAnswer = z.lazy(() =>
  z.object({
    payload: z.object({ nextToken: optionalText, transactions: z.array(wireTransaction).nullish() }),
  }),
);
