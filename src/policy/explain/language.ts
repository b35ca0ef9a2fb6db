import type {
  AffectedPart,
  Confidence,
  DecisionDeadline,
  RefundForm,
  RefundLineKind,
  Requirement,
  RightKind,
  Window,
} from '../decision.js';
import type { GoodsCondition, Leg } from '../rules/terms.js';
import type { Duty, OnMiss, Party, Payer, ReasonClass, Remedy } from '../vocabulary.js';
import type { CodeWords } from './known-codes.js';
import type { FactWords } from './known-facts.js';
import type { Sentences } from './sentence-arguments.js';

type Words<Word extends string> = Readonly<Record<Word, string>>;

/** A value of a rule that another may win against. */
type Parameter =
  | 'window'
  | 'conditions'
  | 'otherwise'
  | `pays.${Leg}`
  | `refund.${'item' | 'outbound' | 'form' | 'fees' | 'late'}`
  | 'remedies'
  | 'deadline'
  | 'requirement'
  | 'refund';

/** The closed lists of a decision, in words that fit into the sentences. */
export interface Vocabulary {
  readonly right: Words<RightKind>;
  readonly party: Words<Party | 'unknown'>;
  readonly payer: Words<Payer>;
  readonly remedy: Words<Remedy>;
  readonly duty: Words<Duty>;
  readonly onMiss: Words<OnMiss>;
  readonly confidence: Words<Confidence>;
  readonly windowState: Words<Window['state']>;
  readonly refundLine: Words<RefundLineKind>;
  readonly refundForm: Words<RefundForm>;
  readonly condition: Words<GoodsCondition>;
  readonly reasonClass: Words<ReasonClass>;
  readonly requirementState: Words<Requirement['state']>;
  readonly affected: Words<AffectedPart>;
  readonly satisfiedBy: Words<DecisionDeadline['satisfiedBy']>;
  readonly parameter: Words<Parameter>;
  /** What the absence of a fact was read as. */
  readonly presumed: Words<
    '' | 'distance' | 'false' | 'fulfilled-by-seller' | 'general' | 'new' | 'none' | 'not-happened' | 'not-told' | 'true'
  >;
}

/** Everything one language says. What is missing does not compile. */
export interface Language {
  readonly sentences: Sentences;
  readonly vocabulary: Vocabulary;
  readonly codes: CodeWords;
  readonly facts: FactWords;
}
