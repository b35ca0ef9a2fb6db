import { withRaw, type Case } from '../../../core/case.js';
import { NotFoundError, PermissionDeniedError, RejectedError } from '../../../core/errors/api-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Observation } from '../../../core/observation.js';
import { epochMsOf, toInstant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { getReturn } from '../endpoints/external-returns.js';
import { listFinancialEventsByOrderId } from '../endpoints/finances.js';
import { getOrder } from '../endpoints/orders.js';
import { toCase } from '../mappers/case.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { observeFinancialEvents } from '../merge/observe-money.js';
import { observeOrder } from '../merge/observe-order.js';
import { observeExternalReturn } from '../merge/observe-returns.js';
import { accountKeyOf } from '../sources/coverage.js';
import { isMoneyFresh } from '../sources/read-calls.js';
import { findCase, findStored } from './find-case.js';
import { mappingOf } from './own-case.js';

/** What Amazon refuses to tell is unknown; what it fails to tell is an error. */
const unlessRefused = async (answer: Promise<readonly Observation[]>): Promise<readonly Observation[]> => {
  try {
    return await answer;
  } catch (error) {
    if (NotFoundError.isInstance(error) || PermissionDeniedError.isInstance(error) || RejectedError.isInstance(error)) return [];
    throw error;
  }
};

/** An order changes little once goods come back, and one order in two seconds is all that Amazon answers. */
const orderMaxAgeInMs = 6 * 3_600_000;
const moneyMaxAgeInMs = 900_000;

const hasFreshOrder = ({ observations }: JoinedCase, now: number): boolean =>
  observations.some(({ body, readAt }) => isOrder(body) && epochMsOf(readAt) >= now - orderMaxAgeInMs);

const isOrder = (body: Observation['body']): boolean =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'order';

/** The number of the Amazon order, where there is one: other channels have their own numbers, and a SAFE-T payment has none. */
export const amazonOrderOf = ({ sellerReturns, externalReturns, fbaReturns, money }: JoinedCase): string | undefined =>
  [...sellerReturns, ...externalReturns, ...fbaReturns, ...money].map(({ orderId }) => orderId).find((id) => id !== undefined);

const readOrder = async (context: AmazonContext, orderId: string, options?: CallOptions): Promise<readonly Observation[]> => {
  const wire = await context.transport.send(getOrder, { orderId }, options);
  return [observeOrder(wire, toInstant(context.clock.now()))];
};

/** Money of one order: more than one page would be hundreds of events. */
const readMoney = async (context: AmazonContext, orderId: string, options?: CallOptions): Promise<readonly Observation[]> => {
  const observations: Observation[] = [];
  let nextToken: string | undefined;
  do {
    const page = await context.transport.send(listFinancialEventsByOrderId, { orderId, nextToken }, options);
    observations.push(...observeFinancialEvents(page.events, toInstant(context.clock.now())));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== '');
  return observations;
};

/** What Finances tells of one order now; nothing where the seller gave no access to it. */
export const readOrderMoney = (context: AmazonContext, orderId: string, options?: CallOptions): Promise<readonly Observation[]> =>
  unlessRefused(readMoney(context, orderId, options));

const readLive = async (context: AmazonContext, returnId: string, options?: CallOptions): Promise<readonly Observation[]> => {
  const wire = await context.transport.send(getReturn, { returnId }, options);
  return observeExternalReturn(wire, toInstant(context.clock.now()));
};

/** Asks for what is cheap and live: the return itself where an API has it, the order, and its money unless that was just swept. */
const refresh = async (context: AmazonContext, found: JoinedCase, options?: CallOptions): Promise<void> => {
  const orderId = amazonOrderOf(found);
  const observations: Observation[] = [];
  for (const { returnId } of found.externalReturns) {
    observations.push(...(await unlessRefused(readLive(context, returnId, options))));
  }
  if (orderId !== undefined && !hasFreshOrder(found, context.clock.now())) {
    observations.push(...(await unlessRefused(readOrder(context, orderId, options))));
  }
  if (orderId !== undefined && !(await isMoneyFresh(context, moneyMaxAgeInMs))) {
    observations.push(...(await readOrderMoney(context, orderId, options)));
  }
  await context.caseStore.add(accountKeyOf(context), observations);
};

/** The case as all sources tell it now; what is asked for is remembered in the store. */
export const readJoined = async (context: AmazonContext, id: CaseId, options?: CallOptions): Promise<JoinedCase> => {
  const found = await findCase(context, id, options);
  await refresh(context, found, options);
  return (await findStored(context, found.nativeId)) ?? found;
};

/**
 * `get`: the case from the store, the order and its money beside it. No call where both were read of late, three at most; a case that
 * the store does not know costs a scan. An alias gives the case that it was joined with, under that case's id.
 */
export const getCase = async (context: AmazonContext, id: CaseId, options?: CallOptions): Promise<Case> => {
  const joined = await readJoined(context, id, options);
  const found = toCase(joined, mappingOf(context));
  if (options?.includeRaw !== true) return found;
  const raw = joined.observations.map(({ key, readAt, body }) => ({ source: key.split(' ', 1)[0] ?? key, readAt, body }));
  return withRaw(found, raw);
};
