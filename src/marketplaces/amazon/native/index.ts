import type { Failure } from '../../../core/errors/response-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { AmazonContext } from '../context.js';
import { clearOpenRefund } from '../operations/refund-mark.js';
import { createFulfillmentReturns, type AmazonFulfillmentReturnCalls } from './fulfillment-returns.js';
import { createMessages, type AmazonMessages } from './messages.js';
import { refreshSources, type AmazonRefresh } from './refresh.js';
import { createReports, type AmazonReports } from './reports.js';
import { sendRequest, type AmazonAnswer, type AmazonRequest } from './request.js';

/** What only Amazon has. */
export interface AmazonNative {
  readonly reports: AmazonReports;
  readonly messages: AmazonMessages;
  readonly fulfillmentReturns: AmazonFulfillmentReturnCalls;
  /**
   * Reads sources into the case store now, whenever they were read last. Each report takes one of about one report a minute. Answers
   * what failed; the rest has been read.
   */
  readonly refresh: (wanted?: AmazonRefresh, options?: CallOptions) => Promise<readonly Failure[]>;
  /**
   * Lets an order be refunded again although the end of an earlier refund is not known. For a person who has looked into Seller
   * Central: the money may have moved.
   */
  readonly forgetOpenRefund: (orderId: string) => Promise<void>;
  /** Any other call of the Selling Partner API. */
  readonly request: (request: AmazonRequest, options?: CallOptions) => Promise<AmazonAnswer>;
  /** Closes idle connections. */
  readonly close: () => void;
}

export const createNative = (context: AmazonContext): AmazonNative => ({
  reports: createReports(context),
  messages: createMessages(context),
  fulfillmentReturns: createFulfillmentReturns(context),
  refresh: refreshSources(context),
  forgetOpenRefund: (orderId) => clearOpenRefund(context, orderId),
  request: sendRequest(context.transport),
  close: context.transport.close,
});
