import * as z from 'zod';
import type { Issue } from './errors/caller-errors.js';
import { toInputIssues } from './input-issues.js';
import { refundComponents } from './inputs.js';
import { isReason } from './reason.js';
import { remedies } from './vocabulary.js';

// Lazily: most programs only read, and schemas take their time to be made.
const text = z.string();
const remedy = z.lazy(() => z.enum(remedies));
const goods = z.lazy(() => z.enum(['kept-by-buyer', 'returned']));

/** Whether it may be nothing is for each marketplace to say. */
const amount = z.lazy(() =>
  z.strictObject({
    minor: z.int({ error: 'expected a whole number of minor units' }),
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'expected a currency as three capital letters of ISO 4217' }),
  }),
);

const reason = z.custom((word) => typeof word === 'string' && isReason(word), { error: 'expected a reason of this package' });

const file = z.lazy(() =>
  z.union(
    [
      z.strictObject({ url: text, thumbnail: text.optional() }),
      z.strictObject({ content: z.instanceof(Uint8Array), contentType: text, fileName: text.optional() }),
    ],
    { error: 'expected a file as { url } or as { content, contentType }' },
  ),
);

const accept = z.lazy(() =>
  z.strictObject({
    expected: z.strictObject({ remedy, amount: amount.optional(), goods }),
    returnAddress: text.optional(),
  }),
);

const offer = z.lazy(() =>
  z.strictObject({
    remedy,
    goods,
    amount: amount.optional(),
    answering: text.optional(),
    returnAddress: text.optional(),
    text: text.optional(),
  }),
);

const acceptOffer = z.lazy(() =>
  z.strictObject({
    offer: text,
    expected: z.strictObject({ remedy, amount: amount.optional() }),
    returnAddress: text.optional(),
  }),
);

const reject = z.lazy(() =>
  z.strictObject({
    reason: text,
    text: text.optional(),
    evidence: z.array(z.strictObject({ requirement: text, files: z.array(file) })).optional(),
    operatorEmail: text.optional(),
  }),
);

const part = z.lazy(() => z.strictObject({ component: z.enum(refundComponents), amount }));

const refund = z.lazy(() =>
  z.strictObject({
    reason,
    lines: z.array(z.strictObject({ itemId: text, quantity: z.number().optional(), parts: z.array(part) })),
    text: text.optional(),
  }),
);

const submitEvidence = z.lazy(() =>
  z.strictObject({ files: z.array(file), text: text.optional(), requirement: text.optional() }),
);

const message = z.lazy(() => z.strictObject({ text, kind: text.optional(), attachments: z.array(file).optional() }));

/** What each write takes besides the case. Types say it to the compiler, this at run time. */
const shapes = { accept, offer, acceptOffer, reject, refund, submitEvidence, message };

/** Writes that take something besides the case. */
export type InputName = keyof typeof shapes;

/** What the input is called in the contract, and so in the path of a mistake. */
const called: Readonly<Record<InputName, string>> = {
  accept: 'acceptance',
  offer: 'offer',
  acceptOffer: 'choice',
  reject: 'rejection',
  refund: 'refund',
  submitEvidence: 'evidence',
  message: 'message',
};

/** What is wrong with the shape of an input, whatever the marketplace. */
export const checkShape = (name: InputName, input: unknown): readonly Issue[] => {
  const checked = shapes[name].safeParse(input);
  return checked.success ? [] : toInputIssues(checked.error.issues, called[name]);
};
