import { wireTransactionsAnswer } from '../wire/finances.js';
import { wireFinancialEventsAnswer } from '../wire/finances-v0.js';
import { defineRead } from './define.js';

export interface FinancialEventsInput {
  /** ISO 8601, more than two minutes ago. More than 180 days apart Amazon answers with nothing at all. */
  readonly postedAfter?: string | undefined;
  readonly postedBefore?: string | undefined;
  /** 1 to 100. */
  readonly maxResultsPerPage?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** Money that moved, Finances v0. Events of the last 48 hours may be missing. */
export const listFinancialEvents = defineRead({
  name: 'finances.listFinancialEvents',
  request: (input: FinancialEventsInput) => ({
    method: 'GET',
    path: '/finances/v0/financialEvents',
    query: {
      MaxResultsPerPage: input.maxResultsPerPage,
      PostedAfter: input.postedAfter,
      PostedBefore: input.postedBefore,
      NextToken: input.nextToken,
    },
  }),
  response: wireFinancialEventsAnswer,
  parse: ({ payload }) => ({ events: payload.FinancialEvents ?? {}, nextToken: payload.NextToken ?? undefined }),
});

/** Money that moved for one order. */
export const listFinancialEventsByOrderId = defineRead({
  name: 'finances.listFinancialEventsByOrderId',
  request: (input: { readonly orderId: string; readonly nextToken?: string | undefined }) => ({
    method: 'GET',
    path: `/finances/v0/orders/${encodeURIComponent(input.orderId)}/financialEvents`,
    query: { NextToken: input.nextToken },
  }),
  response: wireFinancialEventsAnswer,
  parse: ({ payload }) => ({ events: payload.FinancialEvents ?? {}, nextToken: payload.NextToken ?? undefined }),
});

export interface TransactionsInput {
  /** ISO 8601, more than two minutes ago; needed unless a related identifier is given. */
  readonly postedAfter?: string | undefined;
  readonly postedBefore?: string | undefined;
  /** Leave it out for orders that a seller in the United States fulfils. */
  readonly marketplaceId?: string | undefined;
  readonly transactionStatus?: 'DEFERRED' | 'RELEASED' | 'DEFERRED_RELEASED' | undefined;
  readonly relatedIdentifier?: { readonly name: 'ORDER_ID' | 'FINANCIAL_EVENT_GROUP_ID'; readonly value: string } | undefined;
  readonly nextToken?: string | undefined;
}

/** The seller's account, Finances 2024-06-19. A page may be empty and not the last. */
export const listTransactions = defineRead({
  name: 'finances.listTransactions',
  request: (input: TransactionsInput) => ({
    method: 'GET',
    path: '/finances/2024-06-19/transactions',
    query: {
      postedAfter: input.postedAfter,
      postedBefore: input.postedBefore,
      marketplaceId: input.marketplaceId,
      transactionStatus: input.transactionStatus,
      relatedIdentifierName: input.relatedIdentifier?.name,
      relatedIdentifierValue: input.relatedIdentifier?.value,
      nextToken: input.nextToken,
    },
  }),
  response: wireTransactionsAnswer,
  parse: ({ payload }) => ({ transactions: payload.transactions ?? [], nextToken: payload.nextToken ?? undefined }),
});
