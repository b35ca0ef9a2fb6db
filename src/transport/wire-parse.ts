import type * as z from 'zod';
import { ApiError } from '../core/errors/api-errors.js';
import type { Issue } from '../core/errors/caller-errors.js';
import { UnexpectedResponseError } from '../core/errors/response-errors.js';
import { toPath } from '../core/input-issues.js';
import type { AttemptFailure } from './attempt-failure.js';
import type { DriftReporter } from './drift.js';
import type { Endpoint } from './endpoint.js';
import { answerFailed } from './failures.js';
import { toWireIssues } from './issues.js';
import { readFitting } from './wire-reader.js';

export interface WireContext {
  readonly marketplace: string;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly drift: DriftReporter;
}

/** Checks the payload and translates it; fails with `UnexpectedResponseError` where the endpoint lacks what it cannot do without. */
export const parseWire = <Input, Wire, Output>(
  endpoint: Endpoint<Input, Wire, Output>,
  { payload, input }: { readonly payload: unknown; readonly input: Input },
  context: WireContext,
): Output => {
  const wire = checkWire(endpoint, payload, context);
  try {
    return endpoint.parse(wire, input);
  } catch (error) {
    if (UnexpectedResponseError.isInstance(error) || ApiError.isInstance(error)) throw answerFailed(error, 'unexpected-answer');
    // The error of a converter deep inside may quote the value it stumbled over.
    throw unexpected(endpoint.name, context, 'an answer that cannot be understood');
  }
};

const checkWire = <Wire>(
  endpoint: { readonly name: string; readonly response: z.ZodType<Wire> },
  payload: unknown,
  context: WireContext,
): Wire => {
  const reading = readLoosely(endpoint.response, payload);
  if (reading.state === 'unreadable') throw unexpected(endpoint.name, context, reading.issues);
  for (const path of reading.dropped) context.drift.report({ operation: endpoint.name, kind: 'unexpected-shape', path });
  return reading.wire;
};

export type LooseReading<Wire> =
  | { readonly state: 'read'; readonly wire: Wire; readonly dropped: readonly string[] }
  | { readonly state: 'unreadable'; readonly issues: readonly Issue[] };

/** Reads what the schema knows, without the inessential fields in a new shape: `dropped` are their paths. */
export const readLoosely = <Wire>(schema: z.ZodType<Wire>, payload: unknown): LooseReading<Wire> => {
  const fit = readFitting(schema, payload);
  if (fit.fits) return { state: 'read', wire: fit.wire, dropped: [] };
  const first = schema.safeParse(payload);
  if (first.success) return { state: 'read', wire: first.data, dropped: [] };
  const paths = first.error.issues.map(({ path }) => path);
  const second = schema.safeParse(without(payload, paths));
  if (!second.success) return { state: 'unreadable', issues: toWireIssues(first.error) };
  return { state: 'read', wire: second.data, dropped: paths.map(toPath) };
};

/**
 * The payload with each of the places set to nothing: an inessential field in a new shape must not fail the read of the others.
 * An element of a list is taken out instead, because no list holds nothing.
 */
const without = (payload: unknown, paths: readonly (readonly PropertyKey[])[]): unknown => {
  const copy: unknown = structuredClone(payload);
  const elements = new Map<unknown[], Set<PropertyKey>>();
  for (const path of paths) {
    const last = path.at(-1);
    const holder = path
      .slice(0, -1)
      .reduce<unknown>((place, key) => (isHolder(place) ? Reflect.get(place, key) : undefined), copy);
    if (last === undefined || !isHolder(holder)) continue;
    if (Array.isArray(holder)) elements.set(holder, (elements.get(holder) ?? new Set()).add(last));
    else Reflect.set(holder, last, undefined);
  }
  // Only now: a path names the position that an element had before others were taken out.
  for (const [list, gone] of elements) list.splice(0, list.length, ...list.filter((_, index) => !gone.has(index)));
  return copy;
};

const isHolder = (place: unknown): place is object => typeof place === 'object' && place !== null;

const unexpected = (
  operation: string,
  { marketplace, status, requestId }: WireContext,
  problem: string | readonly Issue[],
): AttemptFailure => {
  const issues = typeof problem === 'string' ? [] : problem;
  const what = typeof problem === 'string' ? problem : `an unexpected shape: ${problem.map(toText).join('; ')}`;
  const text = `${marketplace} answered ${operation} with ${what}`;
  const error = new UnexpectedResponseError(text, { marketplace, operation, requestId, status, issues });
  return answerFailed(error, 'unexpected-answer');
};

const toText = ({ path, message }: Issue): string => (path === '' ? message : `${path}: ${message}`);
