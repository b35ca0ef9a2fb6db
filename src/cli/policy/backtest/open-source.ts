import { existsSync, statSync } from 'node:fs';
import { UsageError } from '../../exit-code.js';
import { createAccountSource, parseAccountPlace, type AccountQuery } from './account-source.js';
import type { CaseSource, SourceSettings } from './case-row.js';
import { createJsonlSource } from './jsonl-source.js';

const requireFile = (file: string): string => {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  if (statSync(file).isDirectory()) throw new UsageError(`${file}: is a folder, not a file`);
  return file;
};

/** What `--cases` named: a file of JSON lines, a table, or an account in a module. */
export const openSource = async (cases: string, settings: SourceSettings, query: AccountQuery): Promise<CaseSource> => {
  const place = parseAccountPlace(cases);
  if (place !== null) return createAccountSource(place, query, settings);
  if (Object.keys(query).length > 0)
    throw new UsageError(`${cases}: --opened-from and --opened-until choose cases of an account, not of a file`);
  if (/\.(jsonl|ndjson)$/i.test(cases)) return createJsonlSource(requireFile(cases), settings);
  if (/\.csv$/i.test(cases)) return (await import('./csv-source.js')).createCsvSource(requireFile(cases), settings);
  throw new UsageError(
    `${cases}: expected a file that ends in .jsonl, .ndjson or .csv, or an account such as ./accounts.mjs#sg-1`,
  );
};
