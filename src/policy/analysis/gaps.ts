import { decide } from '../decide.js';
import { reasonClasses } from '../document/words.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { sellerKindOf } from '../rules/reason-class.js';
import type { PolicyDocument } from '../document/schema.js';
import { validityOf } from '../document/to-rules.js';
import type { Rule } from '../rules/rule.js';
import type { ReasonClass } from '../vocabulary.js';
import type { Hit } from './report/hit.js';
import type { Box } from './space/box.js';
import { explore, type Guarded } from './space/explore.js';
import { representFacts } from './space/representative.js';
import { pairsOf } from './space/universe.js';
import { ordinaryCases, type Subject } from './subject.js';

/** A rule that answers a request: with a window, or with no. */
const isAnswer = ({ terms }: Rule): boolean => terms.window !== undefined || terms.exclude !== undefined;

/** Nobody needs a policy for what both agree on, and a person looks at abuse anyway. */
const isMinor = (reasonClass: ReasonClass): boolean => reasonClass === 'agreement' || reasonClass === 'abuse';

const isSilent = ({ policy, sellerId }: Subject, facts: CaseFacts): boolean =>
  decide(policy, facts, { at: facts.requestedAt ?? '' }).rights.every(({ source }) => source !== sellerId);

const toHit = (subject: Subject, reasonClass: ReasonClass, box: Box): readonly Hit[] => {
  const facts = representFacts(subject.space, box, { setting: subject.setting });
  if (facts === null) return [];
  const says = 'nothing';
  return [
    {
      code: 'gap',
      severity: isMinor(reasonClass) ? 'note' : 'warning',
      rule: null,
      topic: isMinor(reasonClass) ? reasonClass : 'gap',
      box,
      when: null,
      facts,
      says,
      demands: null,
      because: [],
      tell: () => 'The policy says nothing here: no window and no refusal.',
      isConfirmed: (confirmed) => isSilent(subject, confirmed),
    },
  ];
};

const gapsOf = (subject: Subject, reasonClass: ReasonClass): readonly Hit[] => {
  const { space, rules, budget } = subject;
  const start = space.cutTo(ordinaryCases(space), 'reason', pairsOf(reasonClass));
  if (start === null) return [];
  const kind = sellerKindOf(reasonClass);
  const answers = rules.filter((rule) => rule.kinds.includes(kind) && isAnswer(rule));
  const validities = validitiesOf(subject);
  const isValidity = new Set<Guarded>(validities);
  const leaves = explore<Guarded, boolean>({
    space,
    start,
    items: [...answers, ...validities],
    budget,
    settle: ({ items, holds, isCertain }) => {
      const said = items.filter((item) => !isValidity.has(item));
      // The widest rule first: it leaves the fewest cells.
      if (said.some(isCertain) || [...said].reverse().some(holds)) return true;
      // Days on which no document is valid are told apart.
      return !validities.some(holds);
    },
  });
  return leaves.filter(({ value }) => !value).flatMap(({ box }) => toHit(subject, reasonClass, box));
};

/** The days each document is valid on. */
const validitiesOf = ({ policy }: Subject): readonly Guarded[] =>
  policy.documents.map((document) => ({ guard: validityOf(document) }));

const showValid = ({ id, valid: { from, to, selectedBy = 'order' } = {} }: PolicyDocument): string => {
  const days = [...(from === undefined ? [] : [`from ${from} on`]), ...(to === undefined ? [] : [`until ${to}`])].join(' ');
  return `${id} is valid for what is ${selectedBy === 'order' ? 'ordered' : selectedBy} ${days}`;
};

const outsideHit = (subject: Subject, box: Box): readonly Hit[] => {
  const { policy, space, setting } = subject;
  const facts = representFacts(space, box, { setting });
  if (facts === null) return [];
  return [
    {
      code: 'gap',
      severity: 'note',
      rule: null,
      topic: 'outside',
      box,
      when: null,
      facts,
      says: 'nothing',
      demands: null,
      because: [],
      tell: () => `No document is valid on these days: ${policy.documents.map(showValid).join('; ')}.`,
      isConfirmed: (confirmed) => isSilent(subject, confirmed),
    },
  ];
};

/** The days of the horizon on which no document is valid: one note, whatever the case. */
const daysOutside = (subject: Subject): readonly Hit[] => {
  const { space, budget } = subject;
  const items = validitiesOf(subject);
  if (items.length === 0) return [];
  const start = ordinaryCases(space);
  const leaves = explore<Guarded, boolean>({ space, start, items, budget, settle: ({ holds }) => items.some(holds) });
  return leaves.filter(({ value }) => !value).flatMap(({ box }) => outsideHit(subject, box));
};

/** Cases about which the seller's documents say nothing at all: no window, no refusal. */
export const findGaps = (subject: Subject): readonly Hit[] => [
  ...reasonClasses.flatMap((each) => gapsOf(subject, each)),
  ...daysOutside(subject),
];
