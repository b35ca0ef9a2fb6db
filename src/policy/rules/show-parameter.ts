import type { Bound } from './span.js';
import type { Rule } from './rule.js';

/** A bound in a few words: `14 days from delivered`. */
const showBound = (bound: Bound): string => {
  switch (bound.kind) {
    case 'span':
      return `${String(bound.amount)} ${bound.unit} from ${typeof bound.from === 'string' ? bound.from : `(${showBound(bound.from)})`}`;
    case 'until':
      return `until ${bound.day}`;
    case 'unlimited':
    case 'unknown':
    case 'own-window':
      return bound.kind;
    default:
      return `${bound.kind} (${bound.bounds.map(showBound).join('; ')})`;
  }
};

/** What a rule sets a parameter to, in words for messages. */
export const showParameter = (rule: Rule, parameter: string): string => {
  if (parameter === 'window' && rule.terms.window !== undefined) return showBound(rule.terms.window.closes);
  const deadline = rule.terms.deadlines?.find(({ duty, party }) => parameter === `deadline.${duty}.${party}`);
  if (deadline !== undefined) return showBound(deadline.period.closes);
  return (rule.parameters.get(parameter) ?? '').replaceAll(/["{}[\]]/g, '').replaceAll(/[:,]/g, '$& ');
};
