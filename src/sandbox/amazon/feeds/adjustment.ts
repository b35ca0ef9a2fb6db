/** One component of a line, its amount still as it was written. */
export interface WrittenComponent {
  readonly type: string;
  readonly amount: string;
  readonly currency: string | undefined;
}

export interface AdjustedLine {
  readonly orderItemId: string;
  readonly reason: string;
  readonly components: readonly WrittenComponent[];
  readonly quantity: number | undefined;
}

/** What one message of a feed wants to give back for one order. */
export interface Adjustment {
  readonly orderId: string;
  readonly lines: readonly AdjustedLine[];
}

/** Why a message, or the whole feed, is refused. The numbers are made up except 5000: Amazon lists none. */
export interface FeedProblem {
  readonly code: string;
  readonly description: string;
  readonly orderId?: string;
  readonly orderItemId?: string;
}

export interface ReadMessage {
  readonly messageId: string;
  readonly content: Adjustment | FeedProblem;
}

export const isProblem = (content: Adjustment | FeedProblem): content is FeedProblem => 'code' in content;

export const adjustmentReasons: readonly string[] = [
  'NoInventory',
  'CustomerReturn',
  'GeneralAdjustment',
  'CouldNotShip',
  'DifferentItem',
  'Abandoned',
  'CustomerCancel',
  'PriceError',
  'ProductOutofStock',
  'CustomerAddressIncorrect',
  'Exchange',
  'Other',
  'CarrierCreditDecision',
  'RiskAssessmentInformationNotValid',
  'CarrierCoverageFailure',
  'TransactionRecord',
  'Undeliverable',
  'RefusedDelivery',
];

export const componentTypes: readonly string[] = [
  'Principal',
  'Shipping',
  'Tax',
  'ShippingTax',
  'RestockingFee',
  'RestockingFeeTax',
  'GiftWrap',
  'GiftWrapTax',
  'Surcharge',
  'ReturnShipping',
  'Goodwill',
  'ExportCharge',
  'COD',
  'CODTax',
  'Other',
  'FreeReplacementReturnShipping',
];
