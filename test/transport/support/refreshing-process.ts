/** A process of its own that makes 20 calls at once with an expired token. Prints how many succeeded. Arguments: token directory, server. */
import { createAxiosHttpClient } from '../../../src/transport/axios-http-client.js';
import { createFileTokenStore } from '../../../src/transport/file-stores.js';
import { createTransport } from '../../../src/transport/transport.js';
import { readCase, testProtocol } from './test-marketplace.js';

const [directory = '', baseUrl = ''] = process.argv.slice(2);
const http = createAxiosHttpClient();
const transport = createTransport({
  protocol: testProtocol,
  baseUrl,
  httpClient: http,
  tokens: { store: createFileTokenStore(directory), keys: { seller: 'test:1' } },
});

await http.send({ method: 'GET', url: `${baseUrl}/ready`, headers: {} }, { timeoutInMs: 100_000 });
const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => transport.send(readCase, String(index))));
const failures = results.filter(({ status }) => status === 'rejected').map((result) => String(Reflect.get(result, 'reason')));
process.stdout.write(JSON.stringify({ succeeded: results.length - failures.length, failures }));
http.close?.();
