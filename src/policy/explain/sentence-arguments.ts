/** What can be put into a sentence. Everything but counts arrives as text that the speaker has made: days, amounts, names. */
interface ArgumentTypes {
  readonly affected: string;
  readonly amount: string;
  readonly by: string;
  readonly cap: string;
  readonly certainty: 'stated' | 'derived' | 'estimated';
  readonly chooser: string;
  readonly confidence: string;
  readonly count: number;
  readonly day: string;
  readonly days: number;
  readonly duty: string;
  readonly fact: string;
  readonly form: string;
  readonly kind: 'act' | 'event';
  readonly leg: 'outbound' | 'return' | 'replacement';
  readonly line: string;
  readonly lines: string;
  readonly loser: string;
  readonly name: string;
  readonly onMiss: string;
  readonly parameter: string;
  readonly party: string;
  readonly payer: string;
  readonly presumed: string;
  readonly reason: string;
  readonly remedy: string;
  readonly right: string;
  readonly rule: string;
  readonly satisfiedBy: string;
  readonly source: string;
  readonly state: string;
  readonly step: number;
  readonly strength: 'hard' | 'recommended';
  readonly time: string;
  readonly verdict: 'eligible' | 'needs-review' | 'ineligible';
  readonly winner: string;
  readonly zone: string;
}

export type ArgumentName = keyof ArgumentTypes;

/** Every sentence with what it is made of. A language that lacks one does not compile; its texts are held against this by a test. */
export const sentenceArguments = {
  verdict: ['verdict'],
  'verdict.of-right': ['verdict', 'right'],
  right: ['right', 'source'],

  fact: ['fact', 'name'],

  why: [],
  'why.recommended': ['right'],
  'why.liable': ['party'],
  'why.reason': ['reason'],
  'why.reason-about': ['reason', 'fact'],
  citation: ['rule', 'source', 'confidence'],
  'citation.dated': ['rule', 'source', 'confidence', 'day'],

  window: [],
  'window.none': [],
  'window.state': ['state'],
  'window.opens': ['day'],
  'window.last-day': ['day', 'zone'],
  'window.closes': ['time'],
  'window.may-extend': ['day'],
  'window.may-extend-without-end': [],
  'window.asked': ['day', 'days'],
  'window.asked-after': ['day', 'days'],
  'window.missed': ['day', 'days'],

  pays: [],
  'pays.leg': ['leg', 'payer'],

  refund: [],
  'refund.total': ['amount'],
  'refund.total-unknown': [],
  'refund.form': ['form'],
  'refund.line': ['line', 'amount'],
  'refund.line-capped': ['line', 'amount', 'cap'],
  'refund.unknown-lines': ['lines', 'count'],

  remedies: [],
  'remedy.open': ['step', 'remedy', 'chooser'],
  'remedy.closed': ['step', 'remedy', 'chooser'],

  deadlines: [],
  'due.to-the-minute': ['day', 'time'],
  deadline: ['by', 'party', 'duty', 'kind', 'strength'],
  'deadline.waiting': ['fact', 'party', 'duty', 'kind', 'strength'],
  'duty.waiting': ['fact', 'party', 'duty', 'kind', 'strength'],
  'duty.undated': ['party', 'duty', 'kind', 'strength'],
  'deadline.unknown': ['party', 'duty', 'kind', 'strength'],
  'deadline.on-miss': ['onMiss'],
  'deadline.enough': ['satisfiedBy'],
  'deadline.certainty': ['certainty'],
  'deadline.differs': ['by'],
  'deadline.right': ['right'],

  requirements: [],
  requirement: ['name', 'state'],

  unknown: [],
  'unknown.fact': ['fact', 'affected'],
  presumed: [],
  'presumed.fact': ['fact', 'affected', 'presumed'],

  rights: [],
  alternatives: [],
  alternative: ['count'],

  overridden: [],
  'overridden.entry': ['parameter', 'right', 'winner', 'loser'],
  'overridden.by-fact': ['parameter', 'fact', 'loser'],
  'overridden.part': ['parameter', 'name'],

  warnings: [],
  'warning.of-right': ['reason', 'right'],
  holidays: ['name', 'day'],
  'holidays.nowhere': ['day'],

  timeline: ['day'],
  'timeline.about': [],
  'timeline.today': [],
  'timeline.asked': [],
  'timeline.window': ['right'],
  'timeline.may-extend': [],
  'timeline.next': [],
  'timeline.waiting': [],
  'timeline.hard': [],
  'timeline.recommended': [],
} as const satisfies Record<string, readonly ArgumentName[]>;

export type SentenceKey = keyof typeof sentenceArguments;

/** What the sentence of that key is made of. */
export type SentenceValues<Key extends SentenceKey> = Readonly<Pick<ArgumentTypes, (typeof sentenceArguments)[Key][number]>>;

/** The sentences of one language, each in the ICU message format (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export type Sentences = Readonly<Record<SentenceKey, string>>;
