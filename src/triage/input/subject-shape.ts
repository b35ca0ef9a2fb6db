import * as z from 'zod';
import { reasonDefinitions } from '../../core/reason.js';
import { defaultSignalLimits, type CaseMessage, type PastCase, type ReturnedGoods, type SignalLimits } from '../signals/types.js';
import type { TriageOptions, TriageSubject } from '../types.js';
import { costsShape } from './costs-shape.js';
import { instant, journeyShape, thresholdsShape } from './journey-shape.js';

type Fields<Value> = Readonly<Record<keyof Value, z.ZodType>>;

const text = z.string().min(1, 'expected a text');
const reasons = new Set(Object.keys(reasonDefinitions));

const message = z.strictObject({
  from: z.enum(['buyer', 'seller', 'marketplace']),
  at: instant.optional(),
  text: z.string(),
} satisfies Fields<CaseMessage>);

const pastCase = z.strictObject({
  caseId: text,
  buyer: text,
  openedAt: instant,
  reason: z.string().refine((word) => reasons.has(word), 'expected a reason of the closed list'),
} satisfies Fields<PastCase>);

const grams = z.number().int('expected whole grams').min(0).optional();

const returned = z.strictObject({
  isSameItem: z.boolean().optional(),
  weightInGrams: grams,
  sentWeightInGrams: grams,
} satisfies Fields<ReturnedGoods>);

/** Facts are checked by the policy's own reader, which is as strict. */
export const subjectShape = z.strictObject({
  facts: z.unknown(),
  journey: journeyShape.optional(),
  caseId: text.optional(),
  buyer: text.optional(),
  history: z.array(pastCase).optional(),
  messages: z.array(message).optional(),
  returned: returned.optional(),
} satisfies Fields<TriageSubject>);

const limit = z.number().int('expected a whole number').min(1).optional();

const limitsShape = z.strictObject({
  lookBackInDays: limit,
  repeatedCases: limit,
  notReceivedCases: limit,
  weightDifferenceInPercent: limit,
} satisfies Fields<SignalLimits>);

export const optionsShape = z.strictObject({
  at: instant,
  costs: costsShape.optional(),
  thresholds: thresholdsShape.optional(),
  signalLimits: limitsShape.optional(),
} satisfies Fields<TriageOptions>);

const amount = z.looseObject({ minor: z.number(), currency: z.string() });
const because = z.array(z.looseObject({ rule: z.string(), source: z.string() }));
const remedies = z.array(z.looseObject({ remedy: z.string(), chosenBy: z.string(), isOpen: z.boolean(), because }));

/** The parts of a decision that are read here: one from elsewhere than `decide` is refused instead of misread. */
export const decisionShape = z.looseObject({
  verdict: z.enum(['eligible', 'needs-review', 'ineligible']),
  liable: z.string(),
  window: z.looseObject({ because }).nullable(),
  pays: z.looseObject({ return: z.string(), replacement: z.string() }),
  refund: z.looseObject({ total: amount.nullable(), lines: z.array(z.looseObject({ kind: z.string(), amount })) }),
  remedies,
  rights: z.array(z.looseObject({ kind: z.string(), verdict: z.string(), remedies, because })),
  deadlines: z.array(z.looseObject({ duty: z.string(), party: z.string(), by: z.string().nullable() })),
});

export const limitsOf = (given: Partial<SignalLimits> | undefined): SignalLimits => ({ ...defaultSignalLimits, ...given });
