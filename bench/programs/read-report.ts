import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { SaxesParser } from 'saxes';
import { sellerReturns, sellerReturnsXml } from '../../src/marketplaces/amazon/reports/definitions.js';
import { reportInput } from '../contract.js';
import { answer, readInput } from './program.js';

/** Reads one report from disk as a stream, keeps nothing, and tells how fast and how large it was. */

const { file, reader } = readInput(reportInput);
const pieces = (): AsyncIterable<Buffer> => createReadStream(file, { highWaterMark: 64 * 1024 });

const typedRows = async (definition: typeof sellerReturns): Promise<number> => {
  let rows = 0;
  for await (const batch of definition.read(pieces(), () => undefined)) rows += batch.rows.length;
  return rows;
};

/** The peer on its own: cells by the names of the header, no values. */
const csvParseRows = async (): Promise<number> => {
  let rows = 0;
  const parser = createReadStream(file).pipe(parse({ delimiter: '\t', columns: true, quote: false, relax_column_count: true }));
  for await (const row of parser as AsyncIterable<unknown>) rows += row === undefined ? 0 : 1;
  return rows;
};

/** The parser on its own, with the handlers that reading needs and nothing in them. */
const saxesRows = async (): Promise<number> => {
  let rows = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', () => undefined);
  parser.on('text', () => undefined);
  parser.on('closetag', ({ name }) => {
    if (name === 'item_details') rows += 1;
  });
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces()) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  return rows;
};

const readers = {
  'flat-file': () => typedRows(sellerReturns),
  xml: () => typedRows(sellerReturnsXml),
  'csv-parse': csvParseRows,
  saxes: saxesRows,
};

const startedAtInMs = performance.now();
const rows = await readers[reader]();
const seconds = (performance.now() - startedAtInMs) / 1000;
answer({ rows, seconds, residentInBytes: process.resourceUsage().maxRSS * 1024 });
process.exit(0);
