import type { Case, CaseSummary } from '../../../core/case.js';
import type { CaseId } from '../../../core/ids.js';
import { present } from '../../../core/present.js';
import { epochMsOf, toInstant, type Clock, type Instant } from '../../../core/time.js';
import type { DriftReporter } from '../../../transport/drift.js';
import type { AmazonAccount } from '../context.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { toActions } from './actions.js';
import { momentIn } from './days.js';
import { refundStateOf, toRefunds } from './money.js';
import { siteOf, toItems, toProgramme, toRequested, toShipments } from './parts.js';
import { toReason } from './reason.js';
import { toKind, toOutcome, toStanding, type Money } from './status.js';
import { reportUnknownWords, toNative } from './words.js';

/** What a mapping needs to know besides what the sources tell. */
export interface MappingContext {
  readonly account: AmazonAccount;
  readonly toId: (nativeId: string) => CaseId;
  readonly marketplaceIds: readonly string[];
  readonly zone: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly drift: DriftReporter;
}

/** The reach of the reports: what has not moved for so long is not heard of again. */
const reachInMs = 60 * 86_400_000;

const openedAtOf = (joined: JoinedCase, zone: string): Instant => {
  const requested = joined.sellerReturns.map((fact) => fact.requested);
  const report = requested.find(({ at }) => at !== undefined) ?? requested[0];
  if (report !== undefined) return momentIn(report, zone);
  const external = joined.externalReturns.map((fact) => fact.createdAt ?? fact.updatedAt).find((at) => at !== undefined);
  if (external !== undefined) return external;
  const [received] = joined.fbaReturns;
  if (received !== undefined) return momentIn(received.returned, zone);
  return joined.money[0]?.postedAt ?? joined.changedAt ?? toInstant(0);
};

const latest = (times: readonly (Instant | undefined)[], otherwise: Instant): Instant =>
  times.reduce<Instant>((last, time) => (time !== undefined && time > last ? time : last), otherwise);

/** No report says when a row changed: what the row dates itself, and when a change of it was first read. */
const updatedAtOf = (joined: JoinedCase, openedAt: Instant, zone: string): Instant =>
  latest(
    [
      joined.changedAt,
      ...joined.externalReturns.map(({ updatedAt }) => updatedAt),
      ...joined.money.map(({ postedAt }) => postedAt),
      ...joined.sellerReturns.flatMap(({ delivered, safeT }) =>
        [delivered, safeT?.created].flatMap((time) => (time === undefined ? [] : [momentIn(time, zone)])),
      ),
    ],
    openedAt,
  );

const reasonOf = (joined: JoinedCase): CaseSummary['reason'] => {
  const codes = [...joined.sellerReturns, ...joined.externalReturns, ...joined.fbaReturns].flatMap(({ reason }) => reason ?? []);
  const known = codes.map(toReason);
  return known.find(({ unified }) => unified !== 'unknown') ?? known[0] ?? { unified: 'unknown', raw: '' };
};

/** A return of a channel without an Amazon order is named by its fulfillment order; a SAFE-T payment alone names no order. */
const orderIdOf = ({ sellerReturns, externalReturns, fbaReturns, money }: JoinedCase): string => {
  const named = [...sellerReturns, ...fbaReturns, ...externalReturns, ...money].find(({ orderId }) => orderId !== undefined);
  const [external] = externalReturns;
  return named?.orderId ?? external?.fulfillmentOrderId ?? external?.returnId ?? '';
};

const orderOf = (joined: JoinedCase, zone: string): CaseSummary['order'] => {
  const dates = joined.sellerReturns.map(({ ordered }) => ordered);
  const day = dates.find((time) => time?.at !== undefined) ?? dates.find((time) => time !== undefined);
  const placedAt = joined.order?.placedAt ?? (day === undefined ? undefined : momentIn(day, zone));
  return present({ id: orderIdOf(joined), placedAt });
};

const moneyOf = (joined: JoinedCase, items: CaseSummary['items'], now: number): Money => {
  const last = joined.money.at(-1);
  return { refund: refundStateOf(joined, items[0]), isSettled: last !== undefined && epochMsOf(last.postedAt) + reachInMs < now };
};

interface Mapped {
  readonly summary: CaseSummary;
  readonly money: Money;
}

const map = (joined: JoinedCase, context: MappingContext): Mapped => {
  const { account, toId, zone, marketplaceIds, clock, drift } = context;
  reportUnknownWords(drift, joined);
  const items = toItems(joined);
  const money = moneyOf(joined, items, clock.now());
  const standing = toStanding(joined, money);
  const openedAt = openedAtOf(joined, zone);
  const summary = present({
    id: toId(joined.nativeId),
    aliases: joined.aliases.length === 0 ? undefined : joined.aliases.map(toId),
    account: account.sellerId,
    marketplace: account.marketplace,
    kind: toKind(joined),
    ...standing,
    outcome: toOutcome(joined, standing, money),
    native: toNative(joined),
    reason: reasonOf(joined),
    order: orderOf(joined, zone),
    items,
    requested: toRequested(joined),
    openedAt,
    updatedAt: updatedAtOf(joined, openedAt, zone),
    site: siteOf(joined, marketplaceIds),
    programme: toProgramme(joined),
  });
  return { summary, money };
};

/** What the store knows of a case. No source states a deadline, so there is none: `deadlinesFrom(policy)` adds them. */
export const toSummary = (joined: JoinedCase, context: MappingContext): CaseSummary => map(joined, context).summary;

/** The whole case, with prices and parcels once its order has been read. */
export const toCase = (joined: JoinedCase, context: MappingContext): Case => {
  const { summary, money } = map(joined, context);
  return Object.assign(summary, {
    deadlines: [],
    actions: toActions({ joined, phase: summary.phase, refund: money.refund }),
    offers: [],
    evidence: [],
    shipments: toShipments(joined, context.zone),
    refunds: toRefunds(joined),
  });
};
