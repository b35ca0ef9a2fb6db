import type { WaivedFinding } from '../../../policy/analysis/index.js';
import type { Waived } from '../../reporters/report.js';

/** Why a finding is accepted, and until when: several waivers that cover it together end with the first of them. */
export const acceptanceOf = (waivers: WaivedFinding['waivers']): Omit<Waived, 'finding'> => {
  const [end] = waivers.flatMap(({ until }) => until ?? []).sort();
  const reason = [...new Set(waivers.map((waiver) => waiver.reason))].join('; ');
  return { reason, ...(end === undefined ? {} : { until: end }) };
};
