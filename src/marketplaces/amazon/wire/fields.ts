import * as z from 'zod';

/** Amounts are numbers in Finances and texts in Orders; a number of more than 15 digits arrives as text. */
export const optionalNumber = z.union([z.number(), z.string()]).nullish();
export const optionalText = z.string().nullish();
export const requiredText = z.string().min(1);

/** Identifiers are texts in every model; a number would still name the same thing. */
export const identifier = z.union([requiredText, z.number().transform(String)]);
export const optionalIdentifier = z.union([z.string(), z.number().transform(String)]).nullish();
