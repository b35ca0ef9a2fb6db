import type { KeptObservation } from '../../../core/observation.js';
import type { AmazonContext } from '../context.js';
import { linkFact, sellerReturnFact } from '../merge/facts.js';
import { safeTGroupOf } from '../merge/identity.js';
import { joinGroup } from '../merge/join.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { zoneOf } from '../mappers/days.js';
import { accountKeyOf } from './coverage.js';

const claimsOf = (observations: readonly KeptObservation[]): readonly string[] => {
  const claims = observations.flatMap(({ body }) => sellerReturnFact.safeParse(body).data?.safeT?.claimId ?? []);
  return [...new Set(claims)];
};

/** The order that a SAFE-T claim belongs to, where a return has named it. */
export const linkedGroupOf = (observations: readonly KeptObservation[]): string | undefined =>
  observations.map(({ body }) => linkFact.safeParse(body).data?.to).find((to) => to !== undefined);

/** The cases of a group. The money of a SAFE-T claim names no order: it is fetched for the returns that name the claim. */
export const casesOf = async (
  context: AmazonContext,
  observations: readonly KeptObservation[],
): Promise<readonly JoinedCase[]> => {
  const money: KeptObservation[] = [];
  for (const claim of claimsOf(observations)) {
    money.push(...(await context.caseStore.read(accountKeyOf(context), safeTGroupOf(claim))));
  }
  return joinGroup([...observations, ...money], zoneOf(context.settings.marketplaceIds));
};

/** The observations of a group; of a SAFE-T claim whose order is known, those of the order. */
export const readGroup = async (context: AmazonContext, group: string): Promise<readonly KeptObservation[]> => {
  const found = await context.caseStore.read(accountKeyOf(context), group);
  const linked = linkedGroupOf(found);
  return linked === undefined ? found : context.caseStore.read(accountKeyOf(context), linked);
};
