import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { createAgents, type AgentSettings } from './agents.js';
import { watchConnection, type ConnectionWatch } from './connection-watch.js';
import {
  HttpFailure,
  type HttpClient,
  type HttpHeaders,
  type HttpOptions,
  type HttpRequest,
  type HttpResponse,
} from './http-client.js';
import { toHttpFailure } from './http-failure.js';

/** After decompression, so that a small answer cannot fill the memory. */
const maxAnswerInBytes = 64 * 1024 * 1024;

/**
 * The default `HttpClient`: one axios instance with its own connections. It follows no redirect, reads no proxy from the environment,
 * gives every status back and the body as bytes.
 */
export const createAxiosHttpClient = (settings: AgentSettings = {}): HttpClient => {
  const agents = createAgents(settings);
  const instance = axios.create({
    adapter: 'http',
    maxRedirects: 0,
    proxy: false,
    responseType: 'arraybuffer',
    maxContentLength: maxAnswerInBytes,
    maxBodyLength: Infinity,
    transformRequest: [],
    transformResponse: [],
    validateStatus: () => true,
  });
  return {
    send: (request, options) =>
      sendOnce(instance, request, { ...options, ...(options.freshConnection === true ? agents.fresh : agents.pooled) }),
    close: agents.destroy,
  };
};

type ExchangeOptions = HttpOptions & Pick<ReturnType<typeof createAgents>['pooled'], 'httpAgent' | 'httpsAgent'>;

const sendOnce = async (instance: AxiosInstance, request: HttpRequest, options: ExchangeOptions): Promise<HttpResponse> => {
  if (options.signal?.aborted === true) throw new HttpFailure('the call was aborted', { kind: 'aborted', wasSent: false });
  const watch: ConnectionWatch = { isOpen: false };
  const ending = createEnding(options);
  try {
    const response = await instance.request<unknown>({
      method: request.method,
      url: request.url,
      headers: request.headers,
      data: request.body,
      signal: ending.signal,
      httpAgent: options.httpAgent,
      httpsAgent: options.httpsAgent,
      transport: watchConnection(watch),
    });
    if (watch.refusedByProxy !== undefined) throw refusedByProxy(watch.refusedByProxy);
    return toResponse(response);
  } catch (error) {
    if (watch.refusedByProxy !== undefined) throw refusedByProxy(watch.refusedByProxy);
    throw toHttpFailure(error, { wasSent: watch.isOpen, endedBy: ending.cause() });
  } finally {
    ending.release();
  }
};

const refusedByProxy = (status: number): HttpFailure =>
  new HttpFailure(`the proxy refused the tunnel (${status})`, { kind: 'connection', wasSent: false });

/**
 * Ends the exchange on the caller's signal or when its time is up. axios' own time-out counts from the last byte, so that a body
 * that trickles would never end.
 */
const createEnding = ({ signal, timeoutInMs }: HttpOptions) => {
  const controller = new AbortController();
  let endedBy: 'timeout' | 'aborted' | undefined;
  const end = (cause: 'timeout' | 'aborted') => (): void => {
    endedBy ??= cause;
    controller.abort();
  };
  const onAbort = end('aborted');
  const timer = setTimeout(end('timeout'), timeoutInMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    cause: () => endedBy,
    release: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
};

const toResponse = ({ status, headers, data }: AxiosResponse<unknown>): HttpResponse => ({
  status,
  headers: toHeaders(headers),
  body: data instanceof Uint8Array ? data : new Uint8Array(),
});

const toHeaders = (headers: AxiosResponse['headers']): HttpHeaders => {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
  return plain;
};
