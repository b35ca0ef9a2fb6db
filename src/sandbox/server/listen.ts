import type { Server } from 'node:http';
import { SandboxInputError } from '../sandbox-input-error.js';

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** The sandbox holds made-up data but a control surface without a password: it never listens beyond this machine. */
export const requireLoopback = (host: string): void => {
  if (!loopbackHosts.has(host)) throw new SandboxInputError(`the sandbox listens on loopback only, not on '${host}'`);
};

/** Whether a URL stays on this machine. */
export const isLoopbackUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && loopbackHosts.has(hostname.replace(/^\[|\]$/g, ''));
};

/** Resolves with the base URL once the server listens. */
export const listen = (server: Server, host: string, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const boundPort = address !== null && typeof address === 'object' ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`);
    });
  });

/** Ends every connection, also those kept alive. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
