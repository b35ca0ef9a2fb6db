import { Refusal } from './envelope.js';

export const missingParameter = (name: string): Refusal =>
  new Refusal('MissingParameter', `The input parameter "${name}" that is mandatory for processing this request is not supplied`);

/** What a service behind the gateway says of a parameter: the gateway's text is always the same, the reason stands in `sub_code`. */
export const invalidParameter = (detail: string): Refusal =>
  new Refusal('50', 'Remote service error', { subCode: 'isv.invalid-parameter', subMessage: detail });

export const illegalAccessToken = (): Refusal =>
  new Refusal('IllegalAccessToken', 'The specified access token is invalid or expired');

export const unknownPath = (): Refusal => new Refusal('InvalidApiPath', 'The specified API path is invalid');
