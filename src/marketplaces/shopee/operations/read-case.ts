import { withRaw, type Case, type RawSource } from '../../../core/case.js';
import { ConflictError, NotFoundError, PermissionDeniedError, RejectedError } from '../../../core/errors/api-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { CallOptions } from '../../../core/inputs.js';
import { toInstant } from '../../../core/time.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { getEscrowDetail } from '../endpoints/orders.js';
import { getAvailableSolutions, getReturnDetail } from '../endpoints/return-reads.js';
import { toCase } from '../mappers/case.js';
import type { ShopeeEscrow } from '../native/orders.js';
import type { WireReturn, WireSolutions } from '../wire/returns.js';
import { rawOf } from './raw.js';

export interface ReadCase {
  readonly found: Case;
  readonly wire: WireReturn;
}

const isRefusal = (error: unknown): boolean =>
  ConflictError.isInstance(error) ||
  NotFoundError.isInstance(error) ||
  PermissionDeniedError.isInstance(error) ||
  RejectedError.isInstance(error);

/** What Shopee refuses to tell is unknown; what it fails to tell is an error. */
const unlessRefused = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await answer;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
};

const negotiable = new Set(['REQUESTED', 'PROCESSING']);

const readSolutions = async (
  { transport }: ShopeeContext,
  wire: WireReturn,
  options?: CallOptions,
): Promise<WireSolutions | undefined> =>
  negotiable.has(wire.status ?? '')
    ? unlessRefused(transport.send(getAvailableSolutions, { returnSn: wire.return_sn }, options))
    : undefined;

/** CLOSED does not say whether the buyer was refunded; the order's escrow does, where the application may read payments. */
const readEscrow = async (
  { transport }: ShopeeContext,
  wire: WireReturn,
  options?: CallOptions,
): Promise<ShopeeEscrow | undefined> =>
  wire.status === 'CLOSED' ? unlessRefused(transport.send(getEscrowDetail, { orderSn: wire.order_sn }, options)) : undefined;

/** One call: the detail alone, which is all that the statuses, offers and amounts of a case need. */
export const readDetail = async (context: ShopeeContext, id: CaseId, options?: CallOptions): Promise<ReadCase> => {
  const wire = await context.transport.send(getReturnDetail, { returnSn: returnSnOf(context, id) }, options);
  return { found: toCase({ wire }, context.mapping), wire };
};

/** Two calls: the detail and, where the seller may still offer something, the solutions. */
export const readNegotiable = async (
  context: ShopeeContext,
  id: CaseId,
  options?: CallOptions,
): Promise<ReadCase & { readonly solutions: WireSolutions | undefined }> => {
  const { wire } = await readDetail(context, id, options);
  const solutions = await readSolutions(context, wire, options);
  return { found: toCase({ wire, solutions }, context.mapping), wire, solutions };
};

/**
 * `get`: the detail, then the solutions of a case that is requested or under way, or the escrow of one that is closed. One call for
 * every other status, two at most.
 */
export const getCase = async (context: ShopeeContext, id: CaseId, options?: CallOptions): Promise<Case> => {
  const returnSn = returnSnOf(context, id);
  if (options?.includeRaw !== true) {
    const wire = await context.transport.send(getReturnDetail, { returnSn }, options);
    const [solutions, escrow] = [await readSolutions(context, wire, options), await readEscrow(context, wire, options)];
    return toCase({ wire, solutions, escrow }, context.mapping);
  }
  const { body, wire } = await rawOf(context, getReturnDetail, { input: { returnSn }, options });
  const solutions = await readSolutions(context, wire, options);
  const raw: RawSource = { source: getReturnDetail.name, readAt: toInstant(context.clock.now()), body };
  return withRaw(toCase({ wire, solutions, escrow: await readEscrow(context, wire, options) }, context.mapping), [raw]);
};
