import * as z from 'zod';
import { InvalidInputError } from '../core/errors/caller-errors.js';
import type { MarketplaceErrorCode } from '../core/errors/marketplace-error.js';
import { errorClassNames, isErrorCode } from './error-class-names.js';

/** A value as it stands in a JSON file. */
export type FixtureJson = z.core.util.JSONType;

/** What must go over the wire. */
export interface FixtureRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** Without the host, path parameters filled in. */
  readonly path: string;
  /** Every parameter of the call itself. What the signer adds (`signatureParameters`) is left out. */
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** Headers that must be there with exactly this value; names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The JSON body, or the fields of a form. A JSON number above 2^53 is written here as its digits in a string. */
  readonly body?: FixtureJson | undefined;
  /** Texts the raw body must hold, for a multipart body. */
  readonly contains?: readonly string[] | undefined;
}

/** What the marketplace answered: `body` for JSON, or `text` for the exact bytes (numbers above 2^53, or what is not JSON). */
export interface FixtureResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: FixtureJson | undefined;
  readonly text?: string | undefined;
}

/** One wire call in both directions with its origin: one JSON file per case. Exactly one of `expected`, `error`, `isUncertain`. */
export interface WireFixture {
  /** A sentence: what this case shows. */
  readonly description: string;
  /** The page it was taken from and when it was read: `https://… (read 2026-11-21)`. */
  readonly source: string;
  /** The name of the wire call, as in the suite's `endpoints`. */
  readonly endpoint: string;
  /** What the call is given. */
  readonly input: FixtureJson;
  readonly request: FixtureRequest;
  readonly response: FixtureResponse;
  /** What the call answers, as plain JSON. */
  readonly expected?: FixtureJson | undefined;
  /** The class of error a refusal becomes, by its `code`, and the marketplace's own code where it is kept. */
  readonly error?: { readonly code: MarketplaceErrorCode; readonly providerCode?: string | undefined } | undefined;
  /** The answer does not say whether the write took effect. */
  readonly isUncertain?: true | undefined;
  /** Dotted paths of status words in `response.body`: `response.return.0.status`. Each is replaced by a word nobody knows. */
  readonly openWords?: readonly string[] | undefined;
}

const texts = z.record(z.string(), z.string());

const responseSchema = z
  .strictObject({
    status: z.int().min(100).max(599),
    headers: texts.optional(),
    body: z.json().optional(),
    text: z.string().optional(),
  })
  .refine(({ body, text }) => body === undefined || text === undefined, {
    error: 'give the answer as `body` or as `text`, not both',
  });

const fixtureSchema = z
  .strictObject({
    description: z.string().min(1),
    source: z.string().min(1, { error: 'name the page this was taken from, and when it was read' }),
    endpoint: z.string().min(1),
    input: z.json(),
    request: z.strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']),
      path: z.string().startsWith('/', { error: 'expected a path without the host, beginning with /' }),
      query: texts.optional(),
      headers: texts.optional(),
      body: z.json().optional(),
      contains: z.array(z.string()).optional(),
    }),
    response: responseSchema,
    expected: z.json().optional(),
    error: z
      .strictObject({
        code: z.custom<MarketplaceErrorCode>(isErrorCode, {
          error: `expected the code of an error: ${Object.keys(errorClassNames).join(', ')}`,
        }),
        providerCode: z.string().optional(),
      })
      .optional(),
    isUncertain: z.literal(true).optional(),
    openWords: z.array(z.string().min(1)).optional(),
  })
  .refine(
    ({ expected, error, isUncertain }) => [expected, error, isUncertain].filter((given) => given !== undefined).length === 1,
    {
      error: 'give exactly one of `expected`, `error` and `isUncertain`',
    },
  );

/**
 * Checks one fixture. Raises `InvalidInputError` that names the file and each wrong place; a stray key is wrong too.
 */
export const parseFixture = (value: unknown, origin: { readonly file?: string } = {}): WireFixture => {
  const parsed = fixtureSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  throw new InvalidInputError(origin.file === undefined ? 'wire fixture' : `wire fixture ${origin.file}`, { issues });
};
