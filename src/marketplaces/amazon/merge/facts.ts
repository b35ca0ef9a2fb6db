import * as z from 'zod';
import { isCivilDate, isInstant, type CivilDate, type Instant } from '../../../core/time.js';

/** What the five sources tell, in one form each; this is what the case store keeps. */

const text = z.string().exactOptional();
const flag = z.boolean().exactOptional();
const instant = z.custom<Instant>(isInstant);
const reportTime = z.lazy(() => z.object({ date: z.custom<CivilDate>(isCivilDate), at: instant.exactOptional() }));
const amount = z.lazy(() => z.object({ minor: z.int(), currency: z.string() }));
const item = { orderItemId: text, sku: text, asin: text, name: text, quantity: z.number().exactOptional() };

/** A row of a report on returns of orders that the seller fulfilled. */
export const sellerReturnFact = z.lazy(() =>
  z.object({
    kind: z.literal('seller-return'),
    source: z.string(),
    orderId: z.string(),
    ...item,
    ordered: reportTime.exactOptional(),
    requested: reportTime,
    status: z.string(),
    rmaId: text,
    reason: text,
    isInPolicy: flag,
    isPrime: flag,
    isClaimed: flag,
    returnType: text,
    resolution: text,
    currency: text,
    label: z.object({ type: text, payer: text, carrier: text, trackingId: text }).exactOptional(),
    delivered: reportTime.exactOptional(),
    safeT: z.object({ claimId: text, state: text, reason: text, created: reportTime.exactOptional() }).exactOptional(),
  }),
);
export type SellerReturnFact = z.infer<typeof sellerReturnFact>;

/** A return of the External Fulfillment Returns API. */
export const externalReturnFact = z.lazy(() =>
  z.object({
    kind: z.literal('external-return'),
    returnId: z.string(),
    orderId: text,
    fulfillmentOrderId: text,
    ...item,
    rmaId: text,
    status: z.string(),
    type: text,
    subtype: text,
    reason: text,
    createdAt: instant.exactOptional(),
    updatedAt: instant.exactOptional(),
    pickedUpAt: instant.exactOptional(),
    deliveredAt: instant.exactOptional(),
    carrier: text,
    trackingId: text,
    outboundCarrier: text,
    outboundTrackingId: text,
    exchangeOrderId: text,
    store: text,
    channel: text,
  }),
);
export type ExternalReturnFact = z.infer<typeof externalReturnFact>;

/** A unit that came back to an Amazon warehouse. */
export const fbaReturnFact = z.lazy(() =>
  z.object({
    kind: z.literal('fba-return'),
    orderId: z.string(),
    ...item,
    returned: reportTime,
    disposition: text,
    reason: text,
    status: text,
    fulfillmentCenterId: text,
    licensePlate: text,
  }),
);
export type FbaReturnFact = z.infer<typeof fbaReturnFact>;

export const moneyTypes = ['refund', 'guarantee-claim', 'chargeback', 'safe-t'] as const;
export type MoneyType = (typeof moneyTypes)[number];

/** Money that has moved, or will: the only truth about it. */
export const moneyFact = z.lazy(() =>
  z.object({
    kind: z.literal('money'),
    type: z.enum(moneyTypes),
    /** The older API names each type, the newer one tells what is held back. */
    source: z.enum(['finances-v0', 'finances']),
    orderId: text,
    ...item,
    /** Amazon's number of this very adjustment, the same in both APIs. */
    adjustmentId: text,
    safeTClaimId: text,
    postedAt: instant,
    /** Positive: from the seller to the buyer. Negative: to the seller. */
    amount: amount.exactOptional(),
    state: z.enum(['agreed', 'paid', 'unknown']),
    word: text,
    store: text,
  }),
);
export type MoneyFact = z.infer<typeof moneyFact>;

/** What the order adds to its cases. */
export const orderFact = z.lazy(() =>
  z.object({
    kind: z.literal('order'),
    orderId: z.string(),
    placedAt: instant,
    marketplaceId: text,
    fulfilledBy: text,
    programs: z.array(z.string()),
    items: z.array(z.object({ ...item, orderItemId: z.string(), price: amount.exactOptional(), total: amount.exactOptional() })),
    packages: z.array(
      z.object({
        id: z.string(),
        status: text,
        detailedStatus: text,
        carrier: text,
        trackingId: text,
        shippedAt: instant.exactOptional(),
      }),
    ),
  }),
);
export type OrderFact = z.infer<typeof orderFact>;

/** Stands in the group of a SAFE-T claim and names the order that it belongs to. */
export const linkFact = z.lazy(() => z.object({ kind: z.literal('link'), to: z.string() }));

export const fact = z.lazy(() =>
  z.discriminatedUnion('kind', [sellerReturnFact, externalReturnFact, fbaReturnFact, moneyFact, orderFact, linkFact]),
);
export type Fact = z.infer<typeof fact>;
export type ReturnFact = SellerReturnFact | ExternalReturnFact | FbaReturnFact;
