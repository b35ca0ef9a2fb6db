import { formatMoney } from '../../../core/money.js';
import type { Witness } from '../../../policy/analysis/index.js';

const words = (values: readonly string[] | undefined): readonly string[] => values ?? [];

const flags = (condition: object | undefined): readonly string[] =>
  Object.entries(condition ?? {}).flatMap(([flag, value]) => (value === true ? [flag] : []));

const soldOn = ({ marketplace, site }: Witness['facts']): readonly string[] =>
  marketplace === undefined ? [] : [site === undefined ? marketplace : `${marketplace}:${site}`];

/** The case of a witness in a line: who bought what, when it came and when it was asked about. */
export const showCase = ({ facts, at }: Witness): string => {
  const { buyer, order, item, reason, requestedAt } = facts;
  return [
    buyer.subdivision ?? buyer.country,
    ...soldOn(facts),
    reason,
    ...(item.category === undefined ? [] : [item.category]),
    ...words(item.traits),
    ...words(item.tags),
    ...flags(item.condition),
    formatMoney(item.price),
    ...(order.deliveredAt === undefined ? [] : [`delivered ${order.deliveredAt}`]),
    `asked ${requestedAt ?? at}`,
  ].join(', ');
};

/** A witness in one line, with what the policy says and who says otherwise, unless the message has told that. */
export const showWitness = (witness: Witness, message: string): string => {
  const shown = showCase(witness);
  if (message.includes(witness.says)) return shown;
  const says = `${shown}: your policy says ${witness.says}`;
  if (witness.demands === null) return says;
  const sources = [...new Set(witness.because.map(({ rule }) => rule))].join(', ');
  return `${says}, ${sources === '' ? '' : `${sources}: `}${witness.demands}`;
};
