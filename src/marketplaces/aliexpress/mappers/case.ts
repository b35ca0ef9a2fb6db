import type { Case } from '../../../core/case.js';
import type { CaseId, CaseIdParts } from '../../../core/ids.js';
import { present } from '../../../core/present.js';
import { toInstant, type Instant } from '../../../core/time.js';
import type { DriftReporter } from '../../../transport/drift.js';
import type { WireDetail } from '../wire/issues.js';
import { toActions } from './actions.js';
import { toAxes, toNative } from './axes.js';
import { toDeadlines } from './deadlines.js';
import { toEvidence, toItems, toRefunds, toShipments } from './parts.js';
import { toReason, type KnownReasons } from './reason.js';
import { requestOf, toOffers, toSolutions, type Solution } from './solutions.js';
import { toKind, toOutcome, toStanding } from './status.js';
import { toIdentifier, toTime } from './values.js';
import { reportUnknownWords } from './words.js';

/** What a mapping needs to know besides the answer. */
export interface MappingContext {
  readonly account: Omit<CaseIdParts, 'nativeId'>;
  readonly toId: (issueId: string) => CaseId;
  readonly answerable: readonly string[];
  readonly reasons: KnownReasons;
  readonly drift: DriftReporter;
}

export const epoch = toInstant(0);

/** The detail has no time of change of its own: the newest of all that is dated in it. */
const updatedAtOf = (wire: WireDetail, solutions: readonly Solution[]): Instant => {
  const moments = [
    toTime(wire.gmt_create),
    ...solutions.flatMap(({ wire: solution }) => [
      toTime(solution.gmt_create),
      toTime(solution.gmt_modified),
      toTime(solution.reached_time),
    ]),
    ...(wire.process_dto_list ?? []).map((record) => toTime(record.gmt_create)),
  ].filter((moment) => moment !== undefined);
  return moments.sort().at(-1) ?? epoch;
};

const requestedOf = (solutions: readonly Solution[]): Case['requested'] => {
  const request = requestOf(solutions);
  return present({ remedy: 'refund' as const, amount: request?.amount, goods: request?.goods });
};

/** The whole case. `issueId` is the id it was asked with: the ids inside the answer were seen to be others. */
export const toCase = (issueId: string, wire: WireDetail, context: MappingContext): Case => {
  const [axes, solutions] = [toAxes(wire), toSolutions(wire)];
  const reason = toReason({ id: wire.issue_reason_id, texts: [wire.issue_reason] }, context.reasons);
  const deadlines = toDeadlines(wire, axes, solutions);
  reportUnknownWords(context.drift, axes);
  return present({
    id: context.toId(issueId),
    account: context.account.sellerId,
    marketplace: context.account.marketplace,
    kind: toKind(solutions, reason.unified),
    ...toStanding(axes),
    outcome: toOutcome({ wire, axes, solutions }),
    native: toNative(wire),
    reason,
    order: { id: toIdentifier(wire.parent_order_id) ?? toIdentifier(wire.order_id) ?? '' },
    items: toItems(wire),
    requested: requestedOf(solutions),
    openedAt: toTime(wire.gmt_create) ?? epoch,
    updatedAt: updatedAtOf(wire, solutions),
    deadlines,
    actions: toActions({ wire, axes, reason: reason.unified, solutions, deadlines, answerable: context.answerable }),
    offers: toOffers(wire, solutions),
    evidence: toEvidence(wire),
    shipments: toShipments(wire, axes, solutions),
    refunds: toRefunds(axes, solutions),
  });
};
