import * as z from 'zod';
import { evidenceKinds } from '../../core/case.js';
import { refundComponents } from '../../core/inputs.js';
import { isReason } from '../../core/reason.js';
import { isInstant } from '../../core/time.js';
import { caseKinds, casePhases, programmes } from '../../core/vocabulary.js';
import { grantableRemedies, startingPhases } from './vocabulary.js';

const text = z.string().min(1);
const goods = z.enum(['kept-by-buyer', 'returned']);
const positiveMoney = z.strictObject({
  minor: z.int().positive({ error: 'expected more than nothing, in minor units' }),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'expected a currency as three capital letters of ISO 4217' }),
});
const instant = z.custom(isInstant, { error: 'expected an instant exactly as 2026-01-01T00:00:00.000Z' });
const reason = z.custom((word) => typeof word === 'string' && isReason(word), { error: 'expected a reason of this package' });
const remedy = z.enum(grantableRemedies);

const file = z.union([
  z.strictObject({ url: text, thumbnail: text.optional() }),
  z.strictObject({ content: z.instanceof(Uint8Array), contentType: text, fileName: text.optional() }),
]);

export const acceptanceSchema = z.strictObject({
  expected: z.strictObject({ remedy, amount: positiveMoney.optional(), goods }),
  returnAddress: text.optional(),
});

export const offerSchema = z.strictObject({
  remedy,
  goods,
  amount: positiveMoney.optional(),
  answering: text.optional(),
  returnAddress: text.optional(),
  text: text.optional(),
});

export const offerChoiceSchema = z.strictObject({
  offer: text,
  expected: z.strictObject({ remedy, amount: positiveMoney.optional() }),
  returnAddress: text.optional(),
});

export const rejectionSchema = z.strictObject({
  reason: text,
  text: text.optional(),
  evidence: z.array(z.strictObject({ requirement: text, files: z.array(file).min(1) })).optional(),
  operatorEmail: z.email().optional(),
});

export const nothingSchema = z.undefined();

export const refundSchema = z.strictObject({
  reason,
  lines: z
    .array(
      z.strictObject({
        itemId: text,
        quantity: z.int().positive().optional(),
        parts: z.array(z.strictObject({ component: z.enum(refundComponents), amount: positiveMoney })).min(1),
      }),
    )
    .min(1),
  text: text.optional(),
});

export const evidenceSchema = z.strictObject({
  files: z.array(file).min(1),
  text: text.optional(),
  requirement: text.optional(),
});

export const messageSchema = z.strictObject({ text, kind: text.optional(), attachments: z.array(file).optional() });

export const querySchema = z.strictObject({
  openedFrom: instant.optional(),
  openedUntil: instant.optional(),
  updatedFrom: instant.optional(),
  updatedUntil: instant.optional(),
  phase: z.enum(casePhases).optional(),
  open: z.boolean().optional(),
});

const item = z.strictObject({
  id: text,
  sku: text.optional(),
  name: text.optional(),
  quantity: z.int().positive(),
  price: positiveMoney,
});

export const caseDescriptionSchema = z.strictObject({
  nativeId: z.string().regex(/^\S+$/, { error: 'expected a text without spaces' }).optional(),
  kind: z.enum(caseKinds).optional(),
  reason: reason.optional(),
  nativeReason: text.optional(),
  remedy: remedy.optional(),
  amount: positiveMoney.optional(),
  goods: goods.optional(),
  items: z.array(item).min(1).optional(),
  phase: z.enum(startingPhases).optional(),
  status: text.optional(),
  judgement: z.enum(['buyer', 'seller']).optional(),
  needsReturnAddress: z.boolean().optional(),
  evidence: z.array(z.strictObject({ kind: z.enum(evidenceKinds), url: text.optional(), text: text.optional() })).optional(),
  order: z.strictObject({ id: text, placedAt: instant.optional(), deliveredAt: instant.optional() }).optional(),
  site: text.optional(),
  programme: z.enum(programmes).optional(),
  buyerCountry: text.optional(),
});

export const proposalSchema = z.strictObject({ remedy, goods, amount: positiveMoney.optional() });
