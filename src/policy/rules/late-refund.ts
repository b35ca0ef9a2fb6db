import { civilDayAt } from '../calendar/zone.js';
import type { Because } from '../decision.js';
import { toMoment } from '../facts/moment.js';
import type { Scene } from '../facts/scene.js';
import { shareOf } from './amounts.js';
import { resolveBound, rollEnd } from './bound.js';
import { counterFor } from './counter.js';
import type { Base } from './deductions.js';
import type { ExactLine } from './refund-lines.js';
import type { LateRefund } from './terms.js';

/** The day the money came, or today while it has not. */
const paidOn = ({ facts, at, sellerZone }: Scene): number => {
  const refunded = facts.events?.refundedAt;
  const moment = refunded === undefined ? null : toMoment(refunded, sellerZone);
  return moment?.day ?? (at.milliseconds === null ? at.day : civilDayAt(at.milliseconds, sellerZone));
};

/** What the refund is raised by for being late; nothing while it is in time. */
export const lateLines = (
  late: LateRefund,
  base: Base,
  { scene, because }: { scene: Scene; because: Because },
): readonly ExactLine[] => {
  const counter = counterFor('seller', late.period, scene);
  const due = rollEnd(resolveBound(late.period.closes, scene, counter), late.period.roll ?? 'none', counter);
  if (due.kind !== 'ends') return [];
  const line = { kind: late.line, cap: null, because } as const;
  const [least, most] = [paidOn(scene) - due.latest.day, paidOn(scene) - due.earliest.day];
  const stepAfter = (days: number): LateRefund['steps'][number] | null =>
    days <= 0 ? null : (late.steps.find(({ lastDayLate = Infinity }) => days <= lastDayLate) ?? null);
  const [low, high] = [stepAfter(least), stepAfter(most)];
  if (high === null) return [];
  const percent = low === high ? high.percent : 'unknown';
  return [{ amount: percent === 'unknown' ? null : shareOf(base.minor, percent), ...line }];
};
