import type { Pays, RemedyOption, RightKind } from '../decision.js';
import type { Source } from '../rules/rule.js';
import type { RemedyStep } from '../rules/terms.js';
import { freezeAll } from './freeze.js';
import type { Cited, Outbound, PaidLeg } from './grant.js';
import { joinRemedies, type Candidate, type Joined } from './join.js';
import type { Settled } from './settled.js';
import { payersOf, remedyOptions } from './write-terms.js';

/**
 * What a grant comes to where it stands alone and the facts say nothing of their own: no figure of the case goes into it, so it is
 * written once. Most rights are such rights.
 */
export interface Alone {
  readonly outbound: Joined<Outbound> | null;
  readonly return: Joined<PaidLeg> | null;
  readonly replacement: Joined<PaidLeg> | null;
  readonly remedies: readonly Candidate<RemedyStep>[];
  readonly pays: Pays;
  /** The remedies while none has been tried. */
  readonly options: readonly RemedyOption[];
}

interface Origin {
  readonly kind: RightKind;
  readonly source: Source;
}

const stepsOf = ({ value, ...origin }: Candidate<readonly RemedyStep[]>): readonly Candidate<RemedyStep>[] =>
  value.map((step) => ({ value: step, ...origin }));

export const standAlone = (settled: Settled, { kind, source }: Origin): Alone => {
  const sign = <Value>(cited: Cited<Value>): Candidate<Value> => ({
    layer: source.layer,
    right: `${kind}/${source.id}`,
    ...cited,
  });
  const join = <Value>(cited: Cited<Value> | null): Joined<Value> | null =>
    cited === null ? null : { main: sign(cited), others: [] };
  const joined = {
    outbound: join(settled.outbound),
    return: join(settled.return),
    replacement: join(settled.replacement),
    remedies: settled.remedies === null ? [] : joinRemedies(stepsOf(sign(settled.remedies))),
  };
  return { pays: freezeAll(payersOf(joined, kind)), options: freezeAll(remedyOptions(joined.remedies, [])), ...joined };
};
