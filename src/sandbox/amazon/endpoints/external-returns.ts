import type { Reply } from '../../exchange.js';
import { pageOf } from '../paging.js';
import type { ExternalReturn } from '../record.js';
import { invalidInput, notFound } from '../refusal.js';
import { createdAtOf, stepOf, toWireReturn } from '../wire/external-return.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { parameterOf, queryInstant, requireOneOf, respond, wholeOf } from './input.js';

const folder = '/externalFulfillment/2024-09-11/returns';

const statuses = [
  'CREATED',
  'CARRIER_NOTIFIED_TO_PICK_UP_FROM_CUSTOMER',
  'CARRIER_OUT_FOR_PICK_UP_FROM_CUSTOMER',
  'CUSTOMER_CANCELLED_PICK_UP',
  'CUSTOMER_RESCHEDULED_PICK_UP',
  'PICKED_FROM_CUSTOMER',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'REPLANNED',
  'CUSTOMER_DROPPED_OFF',
  'PARTIALLY_PROCESSED',
  'PROCESSED',
  'REJECTED',
  'CANCELLED',
];

interface Row {
  readonly record: ExternalReturn;
  readonly step: ExternalReturn['steps'][number];
}

type Test = (row: Row) => boolean;

const sameText = (call: AmazonCall, name: string, valueOf: (row: Row) => string | undefined): Test => {
  const wanted = call.request.query.get(name);
  return wanted === null ? () => true : (row) => valueOf(row) === wanted;
};

const within =
  (valueOf: (row: Row) => number, from: number | undefined, until: number | undefined): Test =>
  (row) =>
    valueOf(row) >= (from ?? 0) && valueOf(row) <= (until ?? Infinity);

/** The deprecated pair means the creation, whatever its name says. */
const createdWithin = (call: AmazonCall): Test =>
  within(
    ({ record }) => createdAtOf(record),
    queryInstant(call, 'createdSince') ?? queryInstant(call, 'lastUpdatedAfter'),
    queryInstant(call, 'createdUntil') ?? queryInstant(call, 'lastUpdatedBefore'),
  );

const updatedWithin = (call: AmazonCall): Test => {
  const { query } = call.request;
  const [from, until] = [queryInstant(call, 'lastUpdatedSince'), queryInstant(call, 'lastUpdatedUntil')];
  const isAsked = from !== undefined || until !== undefined;
  if (isAsked && !(query.has('returnLocationId') && query.has('status')))
    throw invalidInput('lastUpdatedSince and lastUpdatedUntil need returnLocationId and status.');
  return within(({ step }) => step.at, from, until);
};

const testsOf = (call: AmazonCall): readonly Test[] => {
  const status = call.request.query.get('status');
  if (status !== null) requireOneOf(status, statuses, 'status');
  return [
    sameText(call, 'returnLocationId', ({ record }) => record.returnLocationId),
    sameText(call, 'rmaId', ({ record }) => record.rmaId),
    sameText(call, 'status', ({ step }) => step.status),
    sameText(call, 'reverseTrackingId', ({ record }) => record.reverseTrackingId),
    createdWithin(call),
    updatedWithin(call),
  ];
};

const rowsOf = ({ world, seller, now }: AmazonCall): readonly Row[] =>
  world.externalReturns.flatMap((record) => {
    const step = record.seller === seller ? stepOf(record, now) : undefined;
    return step === undefined ? [] : [{ record, step }];
  });

const listReturns = (call: AmazonCall): Reply => {
  const size = wholeOf(call.request.query, 'maxResults', { least: 1, most: 100, otherwise: 10 });
  const tests = testsOf(call);
  const rows = rowsOf(call).filter((row) => tests.every((test) => test(row)));
  const page = pageOf(call, { rows, size, tokenName: 'nextToken', emptyPages: call.world.app.emptyPages });
  return respond(200, {
    returns: page.rows.map(({ record, step }) => toWireReturn(record, step, call.now)),
    nextToken: page.nextToken,
  });
};

const getReturn = (call: AmazonCall): Reply => {
  const id = parameterOf(call, 'returnId');
  const row = rowsOf(call).find(({ record }) => record.id === id);
  if (row === undefined) throw notFound('The return item was not found.');
  return respond(200, toWireReturn(row.record, row.step, call.now));
};

/** From the page on rate limits; the model itself has no usage plan. */
const rate = { perSecond: 10, burst: 20 };

export const externalReturnEndpoints: readonly Endpoint[] = [
  { operation: 'listReturns', method: 'GET', path: folder, rate, answer: listReturns },
  { operation: 'getReturn', method: 'GET', path: `${folder}/{returnId}`, rate, answer: getReturn },
];
