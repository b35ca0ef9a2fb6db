import { decide } from '../decide.js';
import { reasonClasses } from '../document/words.js';
import type { CaseFacts } from '../facts/case-facts.js';
import { sellerKindOf } from '../rules/reason-class.js';
import type { Rule } from '../rules/rule.js';
import type { ReasonClass } from '../vocabulary.js';
import type { Hit } from './report/hit.js';
import type { Box } from './space/box.js';
import { explore } from './space/explore.js';
import { representFacts } from './space/representative.js';
import { pairsOf } from './space/universe.js';
import { ordinaryCases, type Subject } from './subject.js';
import { showReasonClass } from './words/show-value.js';

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
      tell: () => `The policy says nothing about ${showReasonClass(reasonClass)} here: no window and no refusal.`,
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
  const leaves = explore({
    space,
    start,
    items: answers,
    budget,
    // The widest rule first: it leaves the fewest cells.
    settle: (cell) => cell.items.some(cell.isCertain) || [...cell.items].reverse().some(cell.holds),
  });
  return leaves.filter(({ value }) => !value).flatMap(({ box }) => toHit(subject, reasonClass, box));
};

/** Cases about which the seller's documents say nothing at all: no window, no refusal. */
export const findGaps = (subject: Subject): readonly Hit[] => reasonClasses.flatMap((each) => gapsOf(subject, each));
