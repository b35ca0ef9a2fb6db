import type { ReturnDecision } from '../decision.js';
import { statement, type Explanation } from './explanation.js';
import { deadlineSection } from './sections/deadlines.js';
import { missingSections, overridden, requirementSection, warningSection } from './sections/doubts.js';
import { rightName } from './sections/names.js';
import { alternatives, owed } from './sections/terms.js';
import { otherRights, why } from './sections/why.js';
import { windowSection } from './sections/window.js';
import { speakerFor, type Speaker } from './speaker.js';

/** In which language a decision is told, and what it is told besides. */
export interface ExplainOptions {
  /** A BCP 47 tag. Explanations are written in `en` and `zh-Hans`; `en-GB`, `zh` and `zh-CN` find the nearest of them. */
  readonly locale: string;
  /**
   * When the buyer asked, as in the facts: an instant or a civil day. A decision does not carry it; with it the explanation says how
   * many days were left or missed.
   */
  readonly requestedAt?: string;
}

const verdictText = ({ verdict, recommended }: ReturnDecision, speaker: Speaker): string =>
  recommended === null
    ? speaker.say('verdict', { verdict })
    : speaker.say('verdict.of-right', { verdict, right: rightName(recommended, speaker) });

/**
 * A decision in words, as a tree: the verdict is its root, its children are sections, and under each statement stand the rules it
 * comes from. For pages and terminals that fold; `explain` prints the same tree as text.
 *
 * Pure: the words depend on nothing but the decision and the options. A code without words, such as one of the seller's own, is shown
 * as it is written.
 *
 * @throws InvalidInputError when the locale is not known (the message names those that are) or `requestedAt` is no time
 */
export const explanationOf = (decision: ReturnDecision, { locale, requestedAt }: ExplainOptions): Explanation => {
  const speaker = speakerFor(locale);
  return statement(verdictText(decision, speaker), [
    ...why(decision, speaker),
    ...windowSection(decision, requestedAt, speaker),
    ...owed(decision, speaker),
    ...deadlineSection(decision, speaker),
    ...requirementSection(decision, speaker),
    ...missingSections(decision, speaker),
    ...otherRights(decision, speaker),
    ...alternatives(decision, speaker),
    ...overridden(decision, speaker),
    ...warningSection(decision, speaker),
  ]);
};

const bullets = ({ title, children }: Explanation, indent: string): readonly string[] => [
  `${indent}- ${title}`,
  ...children.flatMap((child) => bullets(child, `${indent}  `)),
];

/**
 * A decision in words: the verdict with the right and the rule it rests on, the window, who pays, the refund line by line, remedies,
 * deadlines in the order of time, what is not known and which fact would decide it, other rights, alternatives, what gave way, and
 * warnings. Headings and indented lists, so that it reads as plain text and as Markdown.
 *
 * `decide` never builds text; this does, when it is asked. Pure, as `decide` is.
 *
 * @throws InvalidInputError when the locale is not known (the message names those that are) or `requestedAt` is no time
 */
export const explain = (decision: ReturnDecision, options: ExplainOptions): string => {
  const { title, children } = explanationOf(decision, options);
  const sections = children.map((each) => [each.title, '', ...each.children.flatMap((child) => bullets(child, ''))].join('\n'));
  return [title, ...sections].join('\n\n');
};
