import * as z from 'zod/mini';
import type { AnyPart } from '../../../src/policy/document/part.js';

const seen = new Map<() => AnyPart, z.ZodMiniType>();

const isText = (word: string | true): word is string => typeof word === 'string';

const wordsInZod = (words: readonly (string | true)[]): z.ZodMiniType => {
  const texts = words.filter(isText);
  if (texts.length < words.length) return z.literal(true);
  return texts.length === 1 ? z.literal(texts) : z.enum(texts);
};

const groupInZod = (fields: Readonly<Record<string, AnyPart>>): z.ZodMiniType =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([key, part]) => [key, part.isOptional === true ? z.optional(inZod(part)) : inZod(part)]),
    ),
  );

const againInZod = (part: () => AnyPart): z.ZodMiniType => {
  const made = seen.get(part) ?? z.lazy(() => inZod(part()));
  seen.set(part, made);
  return made;
};

/** A grammar of ours as a schema of zod: what checks documents is held against a validator that others keep well. */
export const inZod = (part: AnyPart): z.ZodMiniType => {
  switch (part.kind) {
    case 'text':
      return z.string({ error: part.expected }).check(z.refine(part.isRight, part.expected));
    case 'word':
      return wordsInZod(part.words);
    case 'count':
      return z.int({ error: part.expected }).check(z.minimum(0), z.maximum(part.most));
    case 'yes-no':
      return z.boolean();
    case 'list':
      return part.least === 0 ? z.array(inZod(part.item)) : z.array(inZod(part.item)).check(z.minLength(part.least));
    case 'group':
      return groupInZod(part.fields);
    case 'table':
      return z.partialRecord(z.enum(part.keys), inZod(part.entry));
    case 'either':
      return z.union(part.parts.map(inZod));
    case 'again':
      return againInZod(part.part);
  }
};
