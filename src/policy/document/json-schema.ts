import type { AnyPart } from './part.js';
import { documentGrammar, wholeRule } from './grammar.js';

/** A file of its own, so that only who wants the schema loads what writes it. */

type Schema = Readonly<Record<string, unknown>>;

/** The one part of the grammar that stands within itself: a rule. Named as zod would, whose schema this one is held against. */
const ruleName = '__schema0';

const ofGroup = (fields: Readonly<Record<string, AnyPart>>): Schema => {
  const required = Object.keys(fields).filter((key) => fields[key]?.isOptional !== true);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([key, part]) => [key, toSchema(part)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
};

const ofWords = (words: readonly (string | true)[]): Schema => ({
  type: words.includes(true) ? 'boolean' : 'string',
  ...(words.length === 1 ? { const: words[0] } : { enum: words }),
});

const toSchema = (part: AnyPart): Schema => {
  switch (part.kind) {
    case 'text':
      return { type: 'string' };
    case 'word':
      return ofWords(part.words);
    case 'count':
      return { type: 'integer', minimum: 0, maximum: part.most };
    case 'yes-no':
      return { type: 'boolean' };
    case 'list':
      return { ...(part.least === 0 ? {} : { minItems: part.least }), type: 'array', items: toSchema(part.item) };
    case 'group':
      return ofGroup(part.fields);
    case 'table':
      return {
        type: 'object',
        propertyNames: { type: 'string', enum: part.keys },
        additionalProperties: toSchema(part.entry),
      };
    case 'either':
      return { anyOf: part.parts.map(toSchema) };
    case 'again':
      return { $ref: `#/$defs/${ruleName}` };
  }
};

export const documentJsonSchema: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...toSchema(documentGrammar),
  $defs: { [ruleName]: toSchema(wholeRule) },
};
