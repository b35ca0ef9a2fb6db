import type { Sentences } from '../../sentence-arguments.js';

const acts = '{strength, select, hard {must} other {should}}';
const duty = `{kind, select, event {{duty}} other {{party} ${acts} {duty}}}`;

export const sentences: Sentences = {
  verdict: '{verdict, select, eligible {Eligible} ineligible {Not eligible} other {Needs review by a person}}',
  'verdict.of-right':
    '{verdict, select, eligible {Eligible} ineligible {Not eligible} other {Needs review by a person}}: {right}',
  right: '{right} ({source})',

  fact: '{fact} ({name})',

  why: 'Why',
  'why.recommended': 'The right that decides: {right}',
  'why.liable': 'At fault: {party}',
  'why.reason': '{reason}',
  'why.reason-about': '{reason}: {fact}',
  citation: 'Rule “{rule}”: {source}; {confidence}',
  'citation.dated': 'Rule “{rule}”: {source}, in force since {day}; {confidence}',

  window: 'Window',
  'window.none': 'No window is known',
  'window.state': 'Now {state}',
  'window.opens': 'Opens on {day}',
  'window.last-day': 'Last day to ask: {day} (the whole day in {zone})',
  'window.closes': 'It closes at {time}',
  'window.may-extend': 'It may reach until {day}, depending on what is not known',
  'window.may-extend-without-end': 'It may have no end, depending on what is not known',
  'window.asked':
    '{days, plural, =0 {Asked on {day}, the last day} one {Asked on {day}, one day before the last} other {Asked on {day}, # days before the last}}',
  'window.asked-after':
    '{days, plural, one {Asked on {day}, one day after the last that is certain} other {Asked on {day}, # days after the last that is certain}}',
  'window.missed': '{days, plural, one {Asked on {day}, one day too late} other {Asked on {day}, # days too late}}',

  pays: 'Who pays',
  'pays.leg': '{leg, select, outbound {Shipping to the buyer} return {Shipping back} other {Shipping of a replacement}}: {payer}',

  refund: 'Refund',
  'refund.total': 'Total: {amount}',
  'refund.total-unknown': 'The total is not known',
  'refund.form': 'Paid {form}',
  'refund.line': '{line}: {amount}',
  'refund.line-capped': '{line}: {amount} (at most {cap})',
  'refund.unknown-lines':
    '{count, plural, one {The amount of one line is not known: {lines}} other {The amounts of # lines are not known: {lines}}}',

  remedies: 'Remedies, in order',
  'remedy.open': '{step}. {remedy}, chosen by {chooser}',
  'remedy.closed': '{step}. {remedy}, chosen by {chooser}; not open yet, or no longer',

  deadlines: 'Deadlines',
  'due.to-the-minute': '{day} ({time})',
  deadline: `By {by}: ${duty}`,
  'deadline.waiting': `No day yet: ${duty}; the clock starts with {fact}`,
  'duty.waiting': `${duty}; the clock starts with {fact}`,
  'duty.undated': duty,
  'deadline.unknown': `No day is known: ${duty}`,
  'deadline.on-miss': 'When missed: {onMiss}',
  'deadline.enough': 'In time when {satisfiedBy} by then',
  'deadline.certainty':
    '{certainty, select, stated {Stated by the marketplace} estimated {Estimated: the day may be later} other {Computed from the rule}}',
  'deadline.differs': 'By the rules alone it would be {by}',
  'deadline.right': 'Belongs to {right}',

  requirements: 'Requirements',
  requirement: '{name}: {state}',

  unknown: 'What is not known',
  'unknown.fact': 'Not told: {fact}; it would decide {affected}',
  presumed: 'What was presumed',
  'presumed.fact': 'Not told: {fact}; read as “{presumed}”, the opposite could change {affected}',

  rights: 'Other rights',
  alternatives: 'Alternatives, neither better nor worse for the buyer',
  alternative: 'Alternative {count}',

  overridden: 'What gave way',
  'overridden.entry': '{parameter} of {right}: “{winner}” wins over “{loser}”',
  'overridden.by-fact': '{parameter}: “{loser}” gave way to what the case tells: {fact}',
  'overridden.part': '{parameter} ({name})',

  warnings: 'To be aware of',
  'warning.of-right': '{reason} ({right})',
  holidays: '{name}, {day}',
  'holidays.nowhere': 'a place nobody told, {day}',

  timeline: 'As of {day}',
  'timeline.about': 'A timeline of every window and deadline by party; the text of each follows.',
  'timeline.today': 'today',
  'timeline.asked': 'asked',
  'timeline.window': 'Window: {right}',
  'timeline.may-extend': 'may reach further',
  'timeline.next': 'next',
  'timeline.waiting': 'No day yet',
  'timeline.hard': 'hard deadline',
  'timeline.recommended': 'recommended, or by itself',
};
