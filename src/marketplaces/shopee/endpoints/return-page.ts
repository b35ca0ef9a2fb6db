import type * as z from 'zod';
import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import { readLoosely } from '../../../transport/wire-parse.js';
import { marketplace } from '../classify.js';
import { wireReturn, type wireReturnPage, type WireReturn } from '../wire/returns.js';

export interface ReturnPage {
  /** Undefined where the answer does not say it as it should: the list may go on all the same. */
  readonly more: boolean | undefined;
  readonly return: readonly WireReturn[];
  /** One error for each row that lacks what a case cannot do without. */
  readonly unreadable: readonly UnexpectedResponseError[];
  /** Paths of the fields that were left out because of their shape. */
  readonly dropped: readonly string[];
}

const operation = 'returns.get_return_list';

const failureOf = (issues: readonly { readonly path: string; readonly message: string }[]): UnexpectedResponseError => {
  const text = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return new UnexpectedResponseError(`shopee answered ${operation} with an unexpected shape: ${text}`, {
    marketplace,
    operation,
    issues,
  });
};

/** The rows of a page, each read on its own; no row is lost without an error that tells where it stood. */
export const toReturnPage = ({ more, return: rows }: z.infer<typeof wireReturnPage>): ReturnPage => {
  if (rows !== undefined && rows !== null && !Array.isArray(rows)) {
    throw failureOf([{ path: 'return', message: 'expected array' }]);
  }
  const found: WireReturn[] = [];
  const unreadable: UnexpectedResponseError[] = [];
  const dropped: string[] = typeof more === 'boolean' ? [] : ['more'];
  for (const [index, row] of (rows ?? []).entries()) {
    const place = (path: string): string => (path === '' ? `return.${index}` : `return.${index}.${path}`);
    const reading = readLoosely(wireReturn, row);
    if (reading.state === 'read') {
      found.push(reading.wire);
      dropped.push(...reading.dropped.map(place));
    } else {
      unreadable.push(failureOf(reading.issues.map(({ path, message }) => ({ path: place(path), message }))));
    }
  }
  return { more: typeof more === 'boolean' ? more : undefined, return: found, unreadable, dropped };
};
