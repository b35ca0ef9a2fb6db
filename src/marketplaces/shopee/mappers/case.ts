import type { Case, CaseSummary } from '../../../core/case.js';
import type { CaseId, CaseIdParts } from '../../../core/ids.js';
import { present } from '../../../core/present.js';
import { toInstant } from '../../../core/time.js';
import type { DriftReporter } from '../../../transport/drift.js';
import type { ShopeeEscrow } from '../native/orders.js';
import type { ConfirmMatrix } from '../settings.js';
import type { WireReturn, WireSolutions } from '../wire/returns.js';
import { toActions } from './actions.js';
import { toAxes, toNative, type Axes } from './axes.js';
import { knowsAllDeadlines, toDeadlines } from './deadlines.js';
import { toOffers } from './offers.js';
import { toEvidence, toItems, toRefunds, toShipments } from './parts.js';
import { toReason } from './reason.js';
import { siteOf } from './sites.js';
import { toKind, toOutcome, toStanding } from './status.js';
import { toAmount, toText, toTime } from './values.js';
import { reportUnknownWords } from './words.js';

/** What a mapping needs to know besides the answer. */
export interface MappingContext {
  readonly account: Omit<CaseIdParts, 'nativeId'>;
  readonly toId: (returnSn: string) => CaseId;
  /** Overrides the site that the currency tells. */
  readonly site?: string | undefined;
  readonly confirm: ConfirmMatrix;
  readonly drift: DriftReporter;
}

export interface DetailAnswers {
  readonly wire: WireReturn;
  readonly solutions?: WireSolutions | undefined;
  readonly escrow?: ShopeeEscrow | undefined;
}

const epoch = toInstant(0);

const requestedOf = (wire: WireReturn, { goods }: Axes): CaseSummary['requested'] =>
  present({
    remedy: wire.is_refund_amount_adjusted === true ? ('partial-refund' as const) : ('refund' as const),
    amount: toAmount(wire.refund_amount, wire.currency),
    goods,
  });

type Draft<Finished> = { -readonly [Key in keyof Finished]: Finished[Key] };

/** Filled in place: copying a case once more for each optional field would cost more than reading it. */
const summaryOf = (wire: WireReturn, axes: Axes, context: MappingContext): Draft<CaseSummary> => {
  const openedAt = toTime(wire.create_time) ?? epoch;
  const { phase, waitingOn } = toStanding(wire, axes);
  const summary: Draft<CaseSummary> = {
    id: context.toId(wire.return_sn),
    account: context.account.sellerId,
    marketplace: context.account.marketplace,
    kind: toKind(wire, axes),
    phase,
    waitingOn,
    native: toNative(wire),
    reason: toReason(wire, axes.requestType),
    order: { id: wire.order_sn },
    items: toItems(wire),
    requested: requestedOf(wire, axes),
    openedAt,
    updatedAt: toTime(wire.update_time) ?? openedAt,
  };
  const site = context.site ?? siteOf(wire.currency);
  if (site !== undefined) summary.site = site;
  return summary;
};

/** A row of the list. Its phase is `unknown` while a return is under way, because the list does not say where the parcel is. */
export const toSummary = (wire: WireReturn, context: MappingContext): CaseSummary => {
  const axes = toAxes(wire);
  const summary = summaryOf(wire, axes, context);
  const outcome = toOutcome(wire, axes);
  reportUnknownWords(context.drift, { axes, reason: summary.reason, operation: 'returns.get_return_list' });
  if (outcome !== undefined) summary.outcome = outcome;
  if (knowsAllDeadlines(axes)) summary.deadlines = toDeadlines(wire, axes);
  return summary;
};

const isPaidBy = (escrow: ShopeeEscrow | undefined, returnSn: string): boolean =>
  escrow?.sellerReturnRefund !== undefined &&
  escrow.sellerReturnRefund < 0 &&
  escrow.returnSns.every((other) => other === returnSn);

/** The whole case from the detail, with the solutions and the escrow where they were asked for. */
export const toCase = ({ wire, solutions, escrow }: DetailAnswers, context: MappingContext): Case => {
  const axes = toAxes(wire);
  const summary = summaryOf(wire, axes, context);
  const outcome = toOutcome(wire, axes, escrow);
  const offers = toOffers(wire, axes);
  const deadlines = toDeadlines(wire, axes);
  const country = toText(wire.return_pickup_address?.region);
  reportUnknownWords(context.drift, { axes, reason: summary.reason, operation: 'returns.get_return_detail' });
  if (outcome !== undefined) summary.outcome = outcome;
  if (country !== undefined) Object.assign(summary, { buyer: { country } });
  return Object.assign(summary, {
    deadlines,
    actions: toActions({ wire, axes, offers, deadlines, solutions, confirm: context.confirm }),
    offers,
    evidence: toEvidence(wire),
    shipments: toShipments(wire, axes),
    refunds: toRefunds(wire, axes, { isPaid: isPaidBy(escrow, wire.return_sn) }),
  });
};
