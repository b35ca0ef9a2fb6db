import type { ReturnDecision } from '../../decision.js';
import { showMoney } from '../words/show-value.js';
import { knownOf } from './known-refund.js';
import type { DifferencePart } from './policy-diff.js';

const deadlineTexts = ({ deadlines }: ReturnDecision): readonly string[] =>
  deadlines
    .filter(({ source }) => source === 'policy')
    .map(({ duty, party, lastDay, startsWhen, onMiss, strength, satisfiedBy }) =>
      [
        `${party}: ${duty} ${lastDay === null ? `after ${startsWhen ?? 'nobody knows what'}` : `by ${lastDay}`}`,
        ...(onMiss === 'unknown' || onMiss === 'none' ? [] : [`else ${onMiss}`]),
        ...(strength === 'hard' ? [] : [strength]),
        ...(satisfiedBy === 'done' ? [] : [satisfiedBy]),
      ].join(', '),
    )
    .sort();

const showRemedies = ({ remedies }: ReturnDecision): string => remedies.map(({ remedy }) => remedy).join(', ') || 'no remedy';

/** What is known of a refund is an answer too where the rest is not. */
const showSum = (refund: ReturnDecision['refund']): string => {
  if (refund.total !== null) return showMoney(refund.total);
  const known = knownOf(refund);
  const unknown = `unknown (${refund.unknownLines.join(', ')})`;
  return known === null ? unknown : `${showMoney(known)} and what is ${unknown}`;
};

const showRefund = ({ refund }: ReturnDecision): string => `${showSum(refund)} by ${refund.form}`;

/**
 * A part of the answer in words; two answers that read alike are the same answer. Of a refused case, and of one that no right
 * is known for, only the verdict is an answer: nobody pays, refunds or owes anything.
 */
export const partOfAnswer = (part: DifferencePart, decision: ReturnDecision): string | null => {
  if (part === 'verdict') return decision.verdict;
  if (decision.verdict === 'ineligible' || decision.recommended === null) return null;
  switch (part) {
    case 'refund':
      return showRefund(decision);
    case 'remedies':
      return showRemedies(decision);
    case 'deadlines':
      return deadlineTexts(decision).join('; ');
    default:
      return `${part} paid by ${decision.pays[part]}`;
  }
};

/** Whether a part differs; a refusal on either side differs in the verdict alone. */
export const isPartDifferent = (part: DifferencePart, before: ReturnDecision, after: ReturnDecision): boolean => {
  const [old, recent] = [partOfAnswer(part, before), partOfAnswer(part, after)];
  return old !== null && recent !== null && old !== recent;
};

const without = (texts: readonly string[], others: readonly string[]): string =>
  texts.filter((text) => !others.includes(text)).join('; ') || 'nothing';

/** Both answers in words that tell them apart. */
export const showApart = (
  part: DifferencePart,
  before: ReturnDecision,
  after: ReturnDecision,
): { before: string; after: string } => {
  if (part === 'deadlines') {
    const [old, recent] = [deadlineTexts(before), deadlineTexts(after)];
    return { before: without(old, recent), after: without(recent, old) };
  }
  return { before: partOfAnswer(part, before) ?? before.verdict, after: partOfAnswer(part, after) ?? after.verdict };
};
