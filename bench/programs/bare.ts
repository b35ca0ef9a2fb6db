import http from 'node:http';
import axios from 'axios';
import { bareInput, type ClientResult, type Pass } from '../contract.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';

/** The yardstick: axios and `JSON.parse` with the very same requests, already written and signed, and nothing else. */

const { list, hydrate, concurrency } = readInput(bareInput);
const instance = axios.create({
  adapter: 'http',
  httpAgent: new http.Agent({ keepAlive: true, maxSockets: 32 }),
  maxRedirects: 0,
  proxy: false,
  responseType: 'text',
  transformRequest: [],
  transformResponse: [],
});

let parsed = 0;
const read = async (url: string): Promise<void> => {
  const { data } = await instance.get<string>(url);
  const value: unknown = JSON.parse(data);
  if (typeof value === 'object') parsed += 1;
};

const readAll = async (urls: readonly string[], lanes: number): Promise<number> => {
  const before = process.cpuUsage();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) await read(url);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return processorTimeSince(before);
};

const runPass = async (): Promise<Pass> => ({
  listInMicroseconds: await readAll(list, 1),
  hydrateInMicroseconds: await readAll(hydrate, concurrency),
});

const passes = [await runPass(), await runPass()];
if (parsed !== passes.length * (list.length + hydrate.length)) throw new Error('an answer was not JSON');
answer({ passes } satisfies ClientResult);
process.exit(0);
