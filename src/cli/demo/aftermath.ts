import type { Case } from '../../core/case.js';
import { epochMsOf } from '../../core/time.js';
import { parseCaseId } from '../../core/ids.js';
import type { Money } from '../../core/money.js';
import type { JudgedCase } from './judged-case.js';
import type { DemoWorld } from './world.js';

/** A case that time moved while nobody answered. */
export interface Moved {
  readonly before: JudgedCase;
  readonly after: Case;
  /** What the marketplace paid the buyer meanwhile, at the seller's cost. */
  readonly refunded: Money | null;
  readonly cause: string | null;
}

const refundOf = (
  { sandbox }: DemoWorld,
  found: Case,
  since: number,
): { readonly amount: Money; readonly cause: string } | undefined => {
  const { nativeId } = parseCaseId(found.id);
  return sandbox
    .ledger()
    .entries.find(({ kind, caseId, at }) => kind === 'refund' && caseId === nativeId && epochMsOf(at) > since);
};

/** Lets time pass, then reads each unanswered case again over HTTP. */
export const letTimePass = async (world: DemoWorld, unanswered: readonly JudgedCase[], ms: number): Promise<readonly Moved[]> => {
  const since = world.sandbox.clock.now();
  await world.sandbox.advance(ms);
  const moved: Moved[] = [];
  for (const before of unanswered) {
    const after = await world.client.account(before.account).cases.get(before.found.id);
    const refund = refundOf(world, after, since);
    const isSame = after.phase === before.found.phase && after.outcome === before.found.outcome;
    if (isSame && refund === undefined) continue;
    moved.push({ before, after, refunded: refund?.amount ?? null, cause: refund?.cause ?? null });
  }
  return moved;
};
