import { field, textField } from './envelope.js';
import type { RefusalWords } from './error-rules.js';

/** A refusal as one of the three layers wrote it. */
export interface Refused extends RefusalWords {
  /** What to quote: the most telling code, or the name of the flag where a service says no without one. */
  readonly name: string;
  readonly requestId: string;
  readonly layer: 'gateway' | 'service';
}

const ofGateway = (error: unknown): Omit<Refused, 'message'> => {
  const [code, subCode] = [textField(error, 'code'), textField(error, 'sub_code')];
  const [type, requestId] = [textField(error, 'type'), textField(error, 'request_id')];
  return { layer: 'gateway', type, code, subCode, name: subCode || code, requestId };
};

/** `error_response` of `/sync`. */
const ofSync = (body: unknown): Refused | undefined => {
  const error = field(body, 'error_response');
  if (error === undefined) return undefined;
  return {
    ...ofGateway(error),
    message: [textField(error, 'msg'), textField(error, 'sub_msg')].filter((text) => text !== '').join(': '),
  };
};

const succeeded = new Set(['', '0']);

/** The flat form of `/rest`, where a code that is neither empty nor 0 is a refusal. */
const ofRest = (body: unknown): Refused | undefined => {
  if (succeeded.has(textField(body, 'code'))) return undefined;
  return { ...ofGateway(body), message: textField(body, 'message') || textField(body, 'msg') };
};

const isFalse = (value: unknown): boolean => value === false || value === 'false';

/** `success: false` inside an answer that the gateway calls good; each family of calls has its own names for it. */
const inService = (payload: unknown): Refused | undefined => {
  const result = field(payload, 'result');
  const [holder, flag] = [
    [payload, 'is_success'],
    [payload, 'result_success'],
    [result, 'success'],
    [result, 'is_success'],
    [payload, 'result_object'],
    [payload, 'target'],
    [result, 'target'],
    [payload, 'result'],
  ].find(([owner, name]) => typeof name === 'string' && isFalse(field(owner, name))) ?? [undefined, undefined];
  if (holder === undefined || typeof flag !== 'string') return undefined;
  const first = (...names: readonly string[]): string =>
    names.map((name) => textField(holder, name)).find((text) => text !== '') ?? '';
  const code = first('error_code', 'sub_error_code', 'result_error_code');
  return {
    layer: 'service',
    type: '',
    code,
    subCode: '',
    name: code || `${flag}=false`,
    message: first('error_message', 'memo', 'error_desc', 'error', 'msg'),
    requestId: textField(payload, 'request_id'),
  };
};

/** The refusal in an answer, looked for in each of the three layers; `undefined` when there is none. */
export const refusedIn = (body: unknown, payload: unknown): Refused | undefined =>
  ofSync(body) ?? ofRest(body) ?? (payload === body ? undefined : ofRest(payload)) ?? inService(payload);
