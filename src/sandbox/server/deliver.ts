import type { ServerResponse } from 'node:http';
import type { Delivery } from '../faults/apply-faults.js';
import type { Reply } from '../exchange.js';

const defaultHeaders = { 'content-type': 'application/json; charset=utf-8' };

const bytesOf = ({ body }: Reply): Buffer => (typeof body === 'string' ? Buffer.from(body) : body);

/** As a peer that went away does it: without a word, in the middle of whatever was being sent. */
const breakConnection = (outgoing: ServerResponse): void => {
  outgoing.socket?.resetAndDestroy();
};

const write = (outgoing: ServerResponse, reply: Reply, body: Buffer): void => {
  outgoing.writeHead(reply.status, { ...defaultHeaders, ...reply.headers, 'content-length': body.length });
  outgoing.end(body);
};

const writeHalf = (outgoing: ServerResponse, reply: Reply, body: Buffer): void => {
  outgoing.writeHead(reply.status, { ...defaultHeaders, ...reply.headers, 'content-length': body.length });
  outgoing.write(body.subarray(0, body.length >> 1), () => breakConnection(outgoing));
};

/** Sends an answer, or what its fault leaves of it. */
export const deliver = (outgoing: ServerResponse, { reply, damage, at }: Omit<Delivery, 'delayInMs'>): void => {
  outgoing.setHeader('date', new Date(at).toUTCString());
  const body = bytesOf(reply);
  if (damage === 'destroyed') breakConnection(outgoing);
  else if (damage === 'truncated') writeHalf(outgoing, reply, body);
  else if (damage === 'malformed')
    write(outgoing, { ...reply, status: 200 }, Buffer.concat([body.subarray(0, body.length >> 1), Buffer.from('<!-')]));
  else if (damage === 'empty') write(outgoing, { ...reply, status: 200 }, Buffer.alloc(0));
  else write(outgoing, reply, body);
};
