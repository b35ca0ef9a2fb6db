import * as z from 'zod';

/** Shopee prints whole numbers as numbers, in samples also as text, and ids above 2^53 arrive as text; `''`, `'-'`, 0 and null mean "none". */
export const number = z.union([z.number(), z.string()]);
export const optionalNumber = number.nullish();
export const optionalText = z.string().nullish();
export const optionalFlag = z.boolean().nullish();
export const optionalTexts = z.array(z.string()).nullish();

export type WireNumber = z.infer<typeof optionalNumber>;
