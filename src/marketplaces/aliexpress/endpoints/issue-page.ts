import type * as z from 'zod';
import { UnexpectedResponseError } from '../../../core/errors/response-errors.js';
import { readLoosely } from '../../../transport/wire-parse.js';
import { marketplace } from '../classify.js';
import { wireRow, type wirePage, type WireRow } from '../wire/issues.js';

export interface IssuePage {
  /** Issues of the whole list, where the answer says it. */
  readonly total: number | undefined;
  readonly rows: readonly WireRow[];
  /** One error for each row that lacks what a case cannot do without. */
  readonly unreadable: readonly UnexpectedResponseError[];
  /** Paths of the fields that were left out because of their shape. */
  readonly dropped: readonly string[];
}

const operation = 'aliexpress.issue.issuelist.get';

const failureOf = (issues: readonly { readonly path: string; readonly message: string }[]): UnexpectedResponseError =>
  new UnexpectedResponseError(
    `aliexpress answered ${operation} with an unexpected shape: ${issues.map(({ path, message }) => `${path}: ${message}`).join('; ')}`,
    { marketplace, operation, issues },
  );

const totalOf = (value: string | number | null | undefined): number | undefined => {
  const total = Number(value ?? Number.NaN);
  return Number.isSafeInteger(total) && total >= 0 ? total : undefined;
};

/** The rows of a page, each read on its own; no row is lost without an error that tells where it stood. */
export const toIssuePage = ({ total_item: total, data_list: list }: z.infer<typeof wirePage>): IssuePage => {
  const given = list ?? [];
  if (!Array.isArray(given)) throw failureOf([{ path: 'data_list', message: 'expected array' }]);
  const rows: WireRow[] = [];
  const unreadable: UnexpectedResponseError[] = [];
  const dropped: string[] = [];
  for (const [index, row] of given.entries()) {
    const place = (path: string): string => (path === '' ? `data_list.${index}` : `data_list.${index}.${path}`);
    const reading = readLoosely(wireRow, row);
    if (reading.state === 'read') {
      rows.push(reading.wire);
      dropped.push(...reading.dropped.map(place));
    } else {
      unreadable.push(failureOf(reading.issues.map(({ path, message }) => ({ path: place(path), message }))));
    }
  }
  return { total: totalOf(total), rows, unreadable, dropped };
};
