/**
 * JSON Schema (2020-12) of the document, for editors: they complete keys and words and mark mistakes while typing. What writes it is
 * only loaded when it is asked for.
 */
export const policyJsonSchema = async (): Promise<object> => {
  const { documentJsonSchema } = await import('./json-schema.js');
  return documentJsonSchema;
};
