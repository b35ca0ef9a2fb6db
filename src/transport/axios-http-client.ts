import type { AxiosInstance, AxiosResponse, AxiosStatic } from 'axios';
import { createAgents, type AgentPair, type Agents, type AgentSettings } from './agents.js';
import { downloadOnce } from './axios-download.js';
import { ConnectionWatch } from './connection-watch.js';
import { HttpFailure, type HttpClient, type HttpOptions, type HttpRequest, type HttpResponse } from './http-client.js';
import { toHttpFailure } from './http-failure.js';
import { toHeaders } from './http-headers.js';

/** After decompression, so that a small answer cannot fill the memory. */
const maxAnswerInBytes = 64 * 1024 * 1024;

/**
 * The default `HttpClient`: axios with its own connections. It follows no redirect, reads no proxy from the environment, gives every
 * status back and the body as bytes. axios is half of what an adapter loads, so it is loaded with the first call: a program that only
 * maps webhooks, or brings an `HttpClient` of its own, does without it.
 */
export const createAxiosHttpClient = (settings: AgentSettings = {}): HttpClient => {
  const agents = createAgents(settings);
  let loading: Promise<Instances> | undefined;
  const load = async (): Promise<Instances> => {
    try {
      return await (loading ??= createInstances(agents));
    } catch {
      loading = undefined;
      throw new HttpFailure('axios could not be loaded', { kind: 'connection', wasSent: false });
    }
  };
  return {
    send: async (request, options) => {
      const { pooled, fresh } = await load();
      return exchangeOnce(options.freshConnection === true ? fresh : pooled, request, options);
    },
    download: async (request, options) => downloadOnce((await load()).pooled, request, options),
    close: agents.destroy,
  };
};

interface Instances {
  readonly pooled: AxiosInstance;
  readonly fresh: AxiosInstance;
}

const createInstances = async ({ pooled, fresh }: Agents): Promise<Instances> => {
  const { default: axios } = await import('axios');
  return { pooled: createInstance(axios, pooled), fresh: createInstance(axios, fresh) };
};

const createInstance = (axios: AxiosStatic, agents: AgentPair): AxiosInstance =>
  axios.create({
    ...agents,
    adapter: 'http',
    maxRedirects: 0,
    proxy: false,
    responseType: 'arraybuffer',
    maxContentLength: maxAnswerInBytes,
    maxBodyLength: Infinity,
    transformRequest: [],
    transformResponse: [],
    validateStatus: null,
  });

const exchangeOnce = async (instance: AxiosInstance, request: HttpRequest, options: HttpOptions): Promise<HttpResponse> => {
  const { signal, timeoutInMs } = options;
  if (signal?.aborted === true) throw new HttpFailure('the call was aborted', { kind: 'aborted', wasSent: false });
  const watch = new ConnectionWatch();
  const timer = setTimeout(() => watch.end('timeout'), timeoutInMs);
  const onAbort = (): void => watch.end('aborted');
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const { method, url, headers, body } = request;
    const response = await instance.request<unknown>({ method, url, headers, data: toData(body), transport: watch });
    if (watch.refusedByProxy !== undefined) throw refusedByProxy(watch.refusedByProxy);
    return toResponse(response);
  } catch (error) {
    if (watch.refusedByProxy !== undefined) throw refusedByProxy(watch.refusedByProxy);
    throw toHttpFailure(error, { wasSent: watch.isOpen, endedBy: watch.endedBy });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
};

/** axios sends bytes as a `Buffer` only, and refuses every other view of them; a part of a larger block stays that part. */
const toData = (body: HttpRequest['body']): Buffer | string | undefined =>
  body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : body;

const refusedByProxy = (status: number): HttpFailure =>
  new HttpFailure(`the proxy refused the tunnel (${status})`, { kind: 'connection', wasSent: false });

const toResponse = ({ status, headers, data }: AxiosResponse<unknown>): HttpResponse => ({
  status,
  headers: toHeaders(headers),
  body: data instanceof Uint8Array ? data : new Uint8Array(),
});
