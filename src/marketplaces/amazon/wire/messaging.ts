import * as z from 'zod';
import { identifier, optionalText, requiredText } from './fields.js';

const link = z.lazy(() => z.object({ href: optionalText, name: optionalText }));

export const wireMessagingActions = z.lazy(() =>
  z.object({
    _links: z.object({ actions: z.array(link).nullish() }).nullish(),
  }),
);

export const wireBuyerAttributes = z.lazy(() => z.object({ buyer: z.object({ locale: optionalText }).nullish() }));

/** A message is accepted with `{}`; an error list has been told apart before. */
export const wireSent = z.lazy(() => z.object({}));

export const wireUploadDestination = z.lazy(() =>
  z.object({
    payload: z.object({
      uploadDestinationId: identifier,
      url: requiredText,
      headers: z.record(z.string(), z.unknown()).nullish(),
    }),
  }),
);
