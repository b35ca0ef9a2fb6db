import { toJSONSchema } from 'zod/mini';
import { policyDocumentSchema } from './schema.js';

/** A file of its own, so that only who wants the schema loads what writes it. */
export const documentJsonSchema: object = toJSONSchema(policyDocumentSchema);
