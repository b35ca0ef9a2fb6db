import * as z from 'zod';
import {
  type clientInput,
  clientResult,
  recordedBodies,
  type serverInput,
  shop,
  type ClientResult,
  type RecordedBodies,
  type Shop,
} from './contract.js';
import { runProgram, startProgram } from './program.js';
import { tell } from './progress.js';
import { concurrency, type Scale } from './scale.js';

/** A shop with its answers made ready, and which of them a client asks for. */
export interface World {
  readonly shop: Shop;
  /** The complete addresses of the requests, as the client sent them. */
  readonly requests: { readonly list: readonly string[]; readonly hydrate: readonly string[] };
  readonly bodies: RecordedBodies;
  readonly runClient: () => Promise<ClientResult>;
}

const fetchJson = async <Result>(url: string, schema: z.ZodType<Result>): Promise<Result> => {
  const response = await fetch(url);
  return schema.parse(await response.json());
};

/** A shop of so many cases in a process of its own, for as long as `work` takes. */
export const withShop = async <Result>(cases: number, work: (found: Shop) => Promise<Result>): Promise<Result> => {
  tell(`a sandbox with ${String(cases)} cases starts in its own process`);
  const server = startProgram({ name: 'byte-server', input: { cases } satisfies z.infer<typeof serverInput>, schema: shop });
  try {
    return await work(await server.result);
  } finally {
    await server.stop();
  }
};

/** The same, after a client has made its whole round once: from then on every answer is ready. */
export const withWorld = (scale: Scale, work: (world: World) => Promise<void>): Promise<void> =>
  withShop(scale.listedCases, async (found) => {
    const { listedCases, hydratedCases } = scale;
    const input = { shop: found, listedCases, hydratedCases, concurrency } satisfies z.infer<typeof clientInput>;
    const runClient = (): Promise<ClientResult> => runProgram({ name: 'client', input, schema: clientResult });
    await runClient();
    // The client makes two equal passes; one of them is the list of what to ask for.
    const paths = await fetchJson(`${found.baseUrl}/__bench/asked`, z.array(z.string()));
    const urls = paths.slice(0, paths.length / 2).map((path) => `${found.baseUrl}${path}`);
    const isList = (url: string): boolean => url.includes('/get_return_list');
    await work({
      shop: found,
      requests: { list: urls.filter(isList), hydrate: urls.filter((url) => !isList(url)) },
      bodies: await fetchJson(`${found.baseUrl}/__bench/bodies`, recordedBodies),
      runClient,
    });
  });
