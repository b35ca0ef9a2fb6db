import type { Pays } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import type { Grant } from './grant.js';

interface Seen {
  readonly heard: readonly { readonly grant: Grant }[];
  readonly pays: Pays;
  readonly scene: Scene;
}

/** What the marketplace says of this case against what its own rules come to here. */
const isInPolicyDenied = ({ heard, scene }: Seen): boolean => {
  const stated = scene.facts.platformStates?.isInPolicy;
  if (stated === undefined) return false;
  const own = heard.flatMap(({ grant }) =>
    grant.source.layer === 'marketplace' && grant.window !== null ? [grant.verdict] : [],
  );
  if (own.length === 0) return false;
  return stated ? own.every((verdict) => verdict === 'ineligible') : own.includes('eligible');
};

const isLabelPayerDenied = ({ pays, scene }: Seen): boolean => {
  const stated = scene.facts.returnShipping?.labelPayer;
  if (stated === undefined || stated === 'unknown' || scene.facts.marketplace === undefined) return false;
  return pays.return !== 'unknown' && pays.return !== 'nobody' && (stated === 'buyer') !== (pays.return === 'buyer');
};

/** Codes of what the marketplace states about the case and the rules say otherwise: a person may want to know why. */
export const platformDisagreements = (seen: Seen): readonly string[] => [
  ...(isInPolicyDenied(seen) ? ['platform-disagrees:in-policy'] : []),
  ...(isLabelPayerDenied(seen) ? ['platform-disagrees:label-payer'] : []),
];
