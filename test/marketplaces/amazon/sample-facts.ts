import { toCivilDate, toInstant, type Instant, type Observation } from 'aftersale';
import {
  observeFbaReturn,
  observeExternalReturn,
  observeSellerReturn,
} from '../../../src/marketplaces/amazon/merge/observe-returns.js';
import { observeFinancialEvents } from '../../../src/marketplaces/amazon/merge/observe-money.js';
import { observeTransaction } from '../../../src/marketplaces/amazon/merge/observe-transactions.js';
import type { FbaReturnRow, SellerReturnRow } from '../../../src/marketplaces/amazon/reports/rows.js';
import type { WireExternalReturn } from '../../../src/marketplaces/amazon/wire/external-returns.js';

export const orderId = '111-2223334-5556667';
export const sku = 'MUG BLUE/2';
const now = toInstant('2026-11-21T00:00:00Z');

export const sellerRow = (change: Partial<SellerReturnRow> = {}): SellerReturnRow => ({
  source: 'seller-returns',
  orderId,
  requestedAt: { date: toCivilDate('2026-11-01') },
  status: 'Approved',
  sku,
  asin: 'B0MUG00001',
  itemName: 'Blue mug',
  quantity: 1,
  reason: 'CR-DEFECTIVE',
  returnType: 'C-Returns',
  resolution: 'StandardRefund',
  currency: 'USD',
  ...change,
});

export const sellerReturn = (change: Partial<SellerReturnRow> = {}, readAt: Instant = now): readonly Observation[] =>
  observeSellerReturn(sellerRow(change), readAt);

export const fbaReturn = (change: Partial<FbaReturnRow> = {}, readAt: Instant = now): readonly Observation[] =>
  observeFbaReturn(
    {
      source: 'fba-returns',
      orderId,
      returnedAt: { date: toCivilDate('2026-11-10'), at: toInstant('2026-11-10T10:00:00Z') },
      sku,
      asin: 'B0MUG00001',
      quantity: 1,
      reason: 'DEFECTIVE',
      disposition: 'CUSTOMER_DAMAGED',
      licensePlate: 'LPN1',
      ...change,
    },
    readAt,
  );

export const externalReturn = (change: Partial<WireExternalReturn> = {}, readAt: Instant = now): readonly Observation[] =>
  observeExternalReturn(
    {
      id: 'ef-1',
      status: 'CREATED',
      returnType: 'CUSTOMER',
      creationDateTime: '2026-11-03T10:00:00Z',
      lastUpdatedDateTime: '2026-11-03T10:00:00Z',
      returnMetadata: { returnReason: 'Missed', rmaId: 'DabcdefghRRMA' },
      marketplaceChannelDetails: { customerOrderId: orderId, channelSku: sku },
      ...change,
    },
    readAt,
  );

export interface MoneyChange {
  readonly amount?: number;
  readonly sku?: string;
  readonly postedAt?: string;
  readonly adjustmentId?: string;
  readonly orderId?: string;
}

const eventOf = ({ amount = -12.5, ...change }: MoneyChange) => ({
  AmazonOrderId: change.orderId ?? orderId,
  PostedDate: change.postedAt ?? '2026-11-12T08:00:00Z',
  ShipmentItemAdjustmentList: [
    {
      SellerSKU: change.sku ?? sku,
      OrderItemId: '52986411826454',
      OrderAdjustmentItemId: change.adjustmentId ?? 'adj-1',
      ItemChargeAdjustmentList: [{ ChargeType: 'Principal', ChargeAmount: { CurrencyCode: 'USD', CurrencyAmount: amount } }],
      ItemFeeAdjustmentList: [{ FeeType: 'Commission', FeeAmount: { CurrencyCode: 'USD', CurrencyAmount: 1.5 } }],
    },
  ],
});

type EventList = 'RefundEventList' | 'GuaranteeClaimEventList' | 'ChargebackEventList';

export const moneyEvent = (list: EventList, change: MoneyChange = {}, readAt: Instant = now): readonly Observation[] =>
  observeFinancialEvents({ [list]: [eventOf(change)] }, readAt);

export const safeTEvent = (claimId = '12345-12345-1234567', readAt: Instant = now): readonly Observation[] =>
  observeFinancialEvents(
    {
      SAFETReimbursementEventList: [
        {
          SAFETClaimId: claimId,
          PostedDate: '2026-11-18T00:00:00Z',
          ReimbursedAmount: { CurrencyCode: 'USD', CurrencyAmount: 9.99 },
          ReasonCode: 'Approved',
        },
      ],
    },
    readAt,
  );

export const transaction = (
  change: MoneyChange & { readonly status?: string } = {},
  readAt: Instant = now,
): readonly Observation[] =>
  observeTransaction(
    {
      transactionType: 'Refund',
      transactionStatus: change.status ?? 'RELEASED',
      description: 'Refund Order',
      postedDate: change.postedAt ?? '2026-11-12T08:00:00Z',
      relatedIdentifiers: [
        { relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: orderId },
        { relatedIdentifierName: 'REFUND_ID', relatedIdentifierValue: 'r-1' },
      ],
      items: [
        {
          relatedIdentifiers: [
            { itemRelatedIdentifierName: 'ORDER_ADJUSTMENT_ITEM_ID', itemRelatedIdentifierValue: change.adjustmentId ?? 'adj-1' },
          ],
          contexts: [{ contextType: 'ProductContext', sku, quantityShipped: 1 }],
          breakdowns: [
            { breakdownType: 'ProductCharges', breakdownAmount: { currencyCode: 'USD', currencyAmount: change.amount ?? -12.5 } },
            { breakdownType: 'AmazonFees', breakdownAmount: { currencyCode: 'USD', currencyAmount: 1.5 } },
          ],
        },
      ],
    },
    readAt,
  );
