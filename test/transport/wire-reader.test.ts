import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readFitting } from '../../src/transport/wire-reader.js';

const leaf = z.union([z.number(), z.string()]);
const part = z.object({ name: z.string().nullish(), amount: leaf.nullish() });

const tree = z.object({
  name: leaf,
  get part() {
    return tree.nullish();
  },
});

/** Each kind that is read without zod, the same kinds with more to them, and kinds that only zod knows. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  text: z.string(),
  number: z.number(),
  flag: z.boolean(),
  unknown: z.unknown(),
  pattern: z.string().regex(/^a+$/),
  'pattern that remembers': z.string().regex(/^a+$/g),
  'two conditions': z.string().regex(/^a/).min(2),
  trimmed: z.string().trim(),
  coerced: z.coerce.string(),
  'coerced number': z.coerce.number(),
  whole: z.int(),
  'small number': z.number().max(3),
  address: z.email(),
  nullish: z.string().nullish(),
  'optional with a substitute': z.string().default('none').optional(),
  substitute: z.object({ name: z.string().default('none'), amount: z.number().catch(0) }),
  object: part,
  nested: z.object({ name: leaf, part: part.nullish(), list: z.array(part).nullish(), any: z.unknown() }),
  'strict object': z.strictObject({ name: leaf.nullish() }),
  'loose object': z.looseObject({ name: leaf.nullish() }),
  'refined object': part.refine(({ name }) => name !== 'a'),
  'object in itself': tree,
  list: z.array(leaf),
  'bounded list': z.array(leaf).max(1),
  choice: z.union([z.object({ name: z.string() }), z.array(z.string()), z.null()]),
  'told apart': z.discriminatedUnion('name', [
    z.object({ name: z.literal('a'), amount: leaf }),
    z.object({ name: z.literal('b') }),
  ]),
  'one of two': z.xor([z.object({ name: leaf.nullish() }), z.object({ amount: leaf.nullish() })]),
  changed: z.string().transform((text) => text.length),
  record: z.record(z.string(), leaf),
};

/** JSON of the names that the schemas know, so that much of it fits. */
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      2.5,
      7,
      '',
      'a',
      'aa',
      ' a ',
      'b',
      'x@example.com',
      undefined,
      Number.POSITIVE_INFINITY,
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.record(
      { name: tie('value'), amount: tie('value'), part: tie('value'), list: tie('value'), any: tie('value'), more: tie('value') },
      { requiredKeys: [] },
    ),
  ),
}));

describe('reading what fits a schema', () => {
  test.each(Object.keys(schemas))('%s: exactly what zod reads, and nothing that zod refuses', (name) => {
    const schema = schemas[name] ?? z.never();
    fc.assert(
      fc.property(json, (value) => {
        const expected = schema.safeParse(value);
        expect(readFitting(schema, value)).toStrictEqual(
          expected.success ? { fits: true, wire: expected.data } : { fits: false },
        );
      }),
      { numRuns: 150 },
    );
  });

  test('leaves out what the schema does not name, at any depth', () => {
    const read = readFitting(schemas['nested'] ?? z.never(), { name: 1, list: [{ name: 'a', buyer: 'b' }], any: 2, buyer: 'c' });
    expect(read).toStrictEqual({ fits: true, wire: { name: 1, list: [{ name: 'a' }], any: 2 } });
  });
});
