import * as z from 'zod';
import { optionalNumber, optionalText, requiredText } from './fields.js';

/** Login with Amazon. `refresh_token` is absent for grantless access. */
export const wireAccess = z.lazy(() =>
  z.object({
    access_token: requiredText,
    expires_in: optionalNumber,
    refresh_token: optionalText,
  }),
);
export type WireAccess = z.infer<typeof wireAccess>;

const restricted = z.lazy(() => z.object({ restrictedDataToken: requiredText, expiresIn: optionalNumber }));

/** The model answers unwrapped, the older guide shows a `payload`. */
export const wireRestrictedToken = z.lazy(() =>
  z.union([restricted, z.object({ payload: restricted }).transform(({ payload }) => payload)]),
);
