import * as z from 'zod';

/** What a reader gives for a value that does not fit. */
const misfit = Symbol('misfit');

type Schema = z.core.$ZodType;
type Reader = (value: unknown) => unknown;

export type Fit<Wire> = { readonly fits: true; readonly wire: Wire } | { readonly fits: false };

/**
 * Reads a payload that fits its schema to exactly what zod makes of it; why another does not fit is left to zod to say.
 * zod writes a function of its own for each kind of object. That pays off after some ten thousand objects; before, which is where most
 * processes end, it costs five times what these few small functions cost.
 */
export const readFitting = <Wire>(schema: z.ZodType<Wire>, payload: unknown): Fit<Wire> => {
  const wire = readerOf(schema)(payload);
  return isWire(wire, schema) ? { fits: true, wire } : { fits: false };
};

const isWire = <Wire>(read: unknown, _schema: z.ZodType<Wire>): read is Wire => read !== misfit;

const readers = new WeakMap<Schema, Reader>();

const readerOf = (schema: Schema): Reader => {
  const known = readers.get(schema);
  if (known !== undefined) return known;
  const reader = toReader(schema) ?? throughZod(schema);
  readers.set(schema, reader);
  return reader;
};

/** For every kind of schema that is not known here. */
const throughZod =
  (schema: Schema): Reader =>
  (value) => {
    const result = z.safeParse(schema, value);
    return result.success ? result.data : misfit;
  };

const toReader = (schema: Schema): Reader | undefined => {
  if (schema instanceof z.ZodLazy) return lazyReader(schema);
  if (schema instanceof z.ZodString) return textReader(schema);
  if (!isPlain(schema)) return undefined;
  if (schema instanceof z.ZodUnknown) return (value) => value;
  if (schema instanceof z.ZodBoolean) return (value) => (typeof value === 'boolean' ? value : misfit);
  if (schema instanceof z.ZodNumber) return (value) => (Number.isFinite(value) ? value : misfit);
  if (schema instanceof z.ZodOptional) return orReader(schema.def.innerType, undefined);
  if (schema instanceof z.ZodNullable) return orReader(schema.def.innerType, null);
  if (schema instanceof z.ZodArray) return listReader(schema.def.element);
  if (schema instanceof z.ZodUnion) return choiceReader(schema.def.options);
  return schema instanceof z.ZodObject ? objectReader(schema.def.shape) : undefined;
};

/** Built at its first value, as the schema is. */
const lazyReader = (schema: z.ZodLazy): Reader => {
  let read: Reader | undefined;
  return (value) => (read ??= readerOf(schema.unwrap()))(value);
};

const plainParts: ReadonlySet<string> = new Set(['type', 'innerType', 'element', 'options', 'shape']);

/** Whether its definition says no more than what is read here: no refinement, no coercion, no rule for the keys it does not name. */
const isPlain = ({ _zod: { def } }: Schema): boolean =>
  Object.entries(def).every(([part, value]) => plainParts.has(part) || value === undefined || isEmptyList(value));

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const textReader = ({ def }: z.ZodString): Reader | undefined => {
  const { type: _type, checks = [], ...more } = def;
  const patterns = checks.flatMap((check) => (check instanceof z.core.$ZodCheckRegex ? check._zod.def.pattern : []));
  const isKnown =
    patterns.length === checks.length &&
    patterns.every(({ flags }) => flags === '') &&
    Object.values(more).every((part) => part === undefined);
  if (!isKnown) return undefined;
  return (value) => (typeof value === 'string' && patterns.every((pattern) => pattern.test(value)) ? value : misfit);
};

const orReader = (inner: Schema, nothing: null | undefined): Reader | undefined => {
  // An absent value may have a substitute.
  if (inner._zod.optin === 'defaulted') return undefined;
  const read = readerOf(inner);
  return (value) => (value === nothing ? value : read(value));
};

const listReader = (element: Schema): Reader => {
  const read = readerOf(element);
  return (value) => {
    if (!Array.isArray(value)) return misfit;
    const list: unknown[] = [];
    for (const item of value) {
      const wire = read(item);
      if (wire === misfit) return misfit;
      list.push(wire);
    }
    return list;
  };
};

const choiceReader = (options: readonly Schema[]): Reader => {
  const choices = options.map(readerOf);
  return (value) => {
    for (const read of choices) {
      const wire = read(value);
      if (wire !== misfit) return wire;
    }
    return misfit;
  };
};

interface Field {
  readonly name: string;
  /** zod refuses an object without this key, even where any value would do. */
  readonly isRequired: boolean;
  readonly read: Reader;
}

const objectReader = (shape: Readonly<Record<string, Schema>>): Reader => {
  let fields: readonly Field[] | undefined;
  return (value) => {
    if (!isRecord(value)) return misfit;
    // Only now: an object may hold objects of its own kind.
    fields ??= Object.entries(shape).map(([name, schema]) => ({
      name,
      isRequired: schema._zod.optin === undefined,
      read: readerOf(schema),
    }));
    const object: Record<string, unknown> = {};
    for (const { name, isRequired, read } of fields) {
      if (isRequired && !(name in value)) return misfit;
      const wire = read(value[name]);
      if (wire === misfit) return misfit;
      if (wire !== undefined || name in value) object[name] = wire;
    }
    return object;
  };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
