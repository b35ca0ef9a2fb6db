import type { CaseFacts } from '../../facts/case-facts.js';
import type { DeadlineTerm } from '../../rules/terms.js';
import type { Duty } from '../../vocabulary.js';
import { showCase, showDay } from '../words/show-case.js';

const dutyWords: Readonly<Partial<Record<Duty, string>>> = {
  answer: 'an answer',
  'answer-message': 'an answer to a message',
  'authorise-return': 'the approval of the return',
  'provide-label': 'a return label',
  'provide-address': 'a return address',
  'collect-goods': 'the collection of the goods',
  'dispatch-back': 'to send the goods back',
  inspect: 'the inspection',
  refund: 'the refund',
  repair: 'the repair',
  replace: 'the replacement',
};

const showDuty = (duty: Duty): string => dutyWords[duty] ?? `to ${duty.replaceAll('-', ' ')}`;

/** `the refund by Mon 7 Dec 2026`; of the buyer, whom a deadline gives time: `until Mon 7 Dec 2026 to send the goods back`. */
export const showDeadline = ({ duty, party }: DeadlineTerm, lastDay: string): string =>
  party === 'buyer' ? `until ${showDay(lastDay)} ${showDuty(duty)}` : `${showDuty(duty)} by ${showDay(lastDay)}`;

const happenings = [
  ['authorisedAt', 'approved'],
  ['goodsReturnedAt', 'goods back'],
  ['inspectedAt', 'inspected'],
] as const;

/** The case with those of its events that the two deadlines are counted from. */
export const showCourse = (facts: CaseFacts, terms: readonly DeadlineTerm[]): string => {
  const text = JSON.stringify(terms.map(({ period }) => period));
  const triggers = { authorisedAt: 'authorised', goodsReturnedAt: 'goods-returned', inspectedAt: 'inspected' } as const;
  const told = happenings.flatMap(([name, word]) => {
    const when = facts.events?.[name];
    return when === undefined || !text.includes(`"${triggers[name]}"`) ? [] : [`${word} ${showDay(when)}`];
  });
  return [showCase(facts), ...told].join(', ');
};
