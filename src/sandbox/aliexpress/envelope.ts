import type { Reply } from '../exchange.js';
import { writeJson, type JsonObject } from '../json.js';
import { inShape, type JsonShape } from './wire/in-shape.js';

/** Who is to blame in the gateway's eyes: the caller, a service behind it, or the platform. */
export type FaultSide = 'ISV' | 'ISP' | 'SYSTEM';

interface RefusalDetails {
  readonly side?: FaultSide;
  readonly subCode?: string;
  readonly subMessage?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in the gateway's words; thrown by whatever finds the reason, answered by the emulator. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly details: RefusalDetails;
  constructor(code: string, message: string, details: RefusalDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** `system`: `/rest`, errors flat with `message`. `business`: `/sync`, errors under `error_response` with `msg`. */
export type Gate = 'system' | 'business';

export interface Envelopes {
  business(method: string, shape: JsonShape, fields: JsonObject): Reply;
  system(fields: JsonObject): Reply;
  refuse(gate: Gate, refusal: Refusal): Reply;
}

const reply = (value: unknown): Reply => ({ status: 200, body: writeJson(value), error: '' });

const rootOf = (method: string): string => `${method.replaceAll('.', '_')}_response`;

/** `nextRequestId` makes each answer's `request_id`; it never repeats. */
export const createEnvelopes = (nextRequestId: () => string): Envelopes => ({
  business: (method, shape, fields) => {
    const shaped = inShape({ ...fields, request_id: nextRequestId() }, shape);
    return reply(shape === 'simplified' ? shaped : { [rootOf(method)]: shaped });
  },
  system: (fields) => reply({ ...fields, code: '0', request_id: nextRequestId() }),
  refuse: (gate, { code, message, details }) => {
    const { side = 'ISV', subCode, subMessage, status = 200, headers = {} } = details;
    const request_id = nextRequestId();
    const body =
      gate === 'system'
        ? { type: side, code, message, request_id }
        : { error_response: { type: side, code, msg: message, sub_code: subCode, sub_msg: subMessage, request_id } };
    return { status, headers, body: writeJson(body), error: code };
  },
});
