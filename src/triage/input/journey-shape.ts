import * as z from 'zod';
import { shipmentStatuses } from '../../core/case.js';
import { isInstant } from '../../core/time.js';
import type { ThresholdName } from '../diagnosis/thresholds.js';
import { defaultThresholds } from '../diagnosis/thresholds.js';
import type { DiagnoseOptions, Journey, JourneyEvent, JourneyOrder, Place } from '../diagnosis/types.js';

type Fields<Value> = Readonly<Record<keyof Value, z.ZodType>>;

export const instant = z.string().refine(isInstant, 'expected YYYY-MM-DDTHH:mm:ss.sssZ, as toInstant makes it');

const country = z.string().regex(/^[A-Z]{2}$/, 'expected two capital letters of ISO 3166');

const place = z.strictObject({
  country: country.optional(),
  city: z.string().optional(),
  postalCode: z.string().optional(),
} satisfies Fields<Place>);

const event = z.strictObject({
  at: instant,
  description: z.string(),
  status: z.strictObject({ unified: z.enum([...shipmentStatuses, 'unknown']), raw: z.string() }),
  direction: z.enum(['outbound', 'return', 'to-seller']),
  trackingNumber: z.string().optional(),
  place: place.optional(),
} satisfies Fields<JourneyEvent>);

const order = z.strictObject({
  placedAt: instant.optional(),
  shipBy: instant.optional(),
  shippedAt: instant.optional(),
  deliveredAt: instant.optional(),
  estimatedDeliveryAt: instant.optional(),
  isShipped: z.boolean().optional(),
} satisfies Fields<JourneyOrder>);

export const journeyShape = z.strictObject({
  events: z.array(event),
  order: order.optional(),
  origin: place.optional(),
  destination: place.optional(),
  trackingNumbers: z.array(z.string().min(1)).min(1, 'expected at least one number, or the key left out').optional(),
} satisfies Fields<Journey>);

const days = z.number().int('expected whole days').min(0).max(3650).optional();

const isThreshold = (name: string): name is ThresholdName => Object.hasOwn(defaultThresholds, name);

export const thresholdsShape = z.strictObject(
  Object.fromEntries(
    Object.keys(defaultThresholds)
      .filter(isThreshold)
      .map((name) => [name, days]),
  ),
);

export const diagnoseOptionsShape = z.strictObject({
  at: instant,
  thresholds: thresholdsShape.optional(),
} satisfies Fields<DiagnoseOptions>);
