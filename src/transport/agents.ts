import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** More at once than a marketplace's quota lets through; it only bounds what a mistake can open. */
const maxSockets = 32;

/** Node's `http.Agent` or `https.Agent`, named by its shape so that the types of this package need no other. */
export interface ConnectionAgent {
  readonly destroy: () => void;
}

export interface AgentSettings {
  /** Your own agent, for client certificates or a private authority. Its connections are used as it gives them. */
  readonly agent?: ConnectionAgent | undefined;
  /** `http://user:password@proxy:8080`. Calls go through a tunnel, so that the proxy sees neither address nor content. */
  readonly proxy?: string | undefined;
}

export interface AgentPair {
  readonly httpAgent: ConnectionAgent;
  readonly httpsAgent: ConnectionAgent;
}

export interface Agents {
  readonly pooled: AgentPair;
  /** Opens a connection for each call. */
  readonly fresh: AgentPair;
  readonly destroy: () => void;
}

/** The connections of one adapter. The default agent of Node would open a new TLS connection for nearly every call. */
export const createAgents = ({ agent, proxy }: AgentSettings): Agents => {
  if (agent !== undefined) {
    const given = { httpAgent: agent, httpsAgent: agent };
    return { pooled: given, fresh: given, destroy: () => undefined };
  }
  const pooled = createPair({ keepAlive: true, maxSockets }, proxy);
  const fresh = createPair({ keepAlive: false, maxSockets }, proxy);
  return {
    pooled,
    fresh,
    destroy: () => {
      for (const open of [pooled.httpAgent, pooled.httpsAgent, fresh.httpAgent, fresh.httpsAgent]) open.destroy();
    },
  };
};

const createPair = (options: http.AgentOptions, proxy: string | undefined): AgentPair => {
  if (proxy === undefined) return { httpAgent: new http.Agent(options), httpsAgent: new https.Agent(options) };
  const tunnel = new HttpsProxyAgent(proxy, options);
  return { httpAgent: tunnel, httpsAgent: tunnel };
};
