import * as z from 'zod';

/** Numbers come as numbers and as text, ids above 2^53 always as text, "none" as `''`. */
export const number = z.union([z.number(), z.string()]);
export const optionalNumber = number.nullish();
export const optionalText = z.string().nullish();
export const optionalFlag = z.union([z.boolean(), z.string()]).nullish();

export type WireNumber = z.infer<typeof optionalNumber>;
export type WireText = z.infer<typeof optionalText>;
export type WireFlag = z.infer<typeof optionalFlag>;

/** An id of digits: what is none cannot be sent back as the number that the platform demands. */
export const identifier = number.refine((value) => /^-?\d{1,19}$/.test(String(value)), 'expected an id of digits');
