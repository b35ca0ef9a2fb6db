import type { Reply } from '../exchange.js';
import { writeJson, type JsonObject } from '../json.js';

/** How success is spelled: the guide says empty, the reference's samples print `" "` and `"-"`, live answers also `"success"`. */
export type SuccessWords = 'empty' | 'blank' | 'dash' | 'success';

const successWords: Readonly<Record<SuccessWords, { readonly error: string; readonly message: string }>> = {
  empty: { error: '', message: '' },
  blank: { error: ' ', message: ' ' },
  dash: { error: '-', message: '-' },
  success: { error: '', message: 'success' },
};

/** A refusal in Shopee's words; thrown by whatever finds the reason, answered by the emulator. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  /** 200 for what the business refuses, 403 at the gateway unless stated otherwise. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: string, message: string, { status = 200, headers = {} }: RefusalDetails = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

interface RefusalDetails {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Envelopes {
  /** `{ request_id, error, message, response }` around JSON text that is ready. */
  wrap(responseJson: string | Buffer): Reply;
  /** An envelope without `response`, its fields at the top: the shape of `/auth/*`, `/public/*` and shop info. */
  flat(fields: JsonObject): Reply;
  refuse(refusal: Refusal): Reply;
}

/** `nextRequestId` makes each answer's `request_id`; it never repeats. */
export const createEnvelopes = (nextRequestId: () => string, words: SuccessWords): Envelopes => {
  const { error, message } = successWords[words];
  const head = (): string =>
    `{"request_id":"${nextRequestId()}","error":${JSON.stringify(error)},"message":${JSON.stringify(message)}`;
  return {
    wrap: (responseJson) => ({
      status: 200,
      body: Buffer.concat([Buffer.from(`${head()},"response":`), Buffer.from(responseJson), Buffer.from('}')]),
      error: '',
    }),
    flat: (fields) => {
      const members = writeJson(fields).slice(1);
      return { status: 200, body: `${head()}${members === '}' ? '' : ','}${members}`, error: '' };
    },
    refuse: ({ code, message: text, status, headers }) => ({
      status,
      headers,
      body: JSON.stringify({ error: code, message: text, request_id: nextRequestId() }),
      error: code,
    }),
  };
};
