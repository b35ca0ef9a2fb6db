import type { Policy } from '../../src/policy/index.js';
import { randomFacts } from './facts.js';
import { breakFacts, contradictions } from './hostile.js';
import { checkDecision, checkTwice } from './properties.js';
import { createRandom, filled, type Random } from './random.js';

interface Draw {
  readonly facts: unknown;
  /** The path a decision must name as invalid; `null` where the facts may make sense. */
  readonly invalidAt: string | null;
}

const draw = (random: Random): Draw => {
  const facts = randomFacts(random);
  if (random.happens(0.15)) return { facts: breakFacts(facts, random), invalidAt: null };
  if (random.happens(0.9)) return { facts, invalidAt: null };
  const [path, change] = random.pick(filled(contradictions));
  return { facts: change(facts), invalidAt: path };
};

export interface Failure {
  /** Draws the same facts again: `createRandom(seed)`. */
  readonly seed: number;
  readonly broken: readonly string[];
}

export interface ManyReport {
  readonly count: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly invalid: number;
  readonly failures: readonly Failure[];
}

interface Many {
  readonly policies: readonly Policy[];
  readonly count: number;
  readonly seed: number;
}

const mostFailures = 20;

/** Every fourth case is decided twice. */
const twiceEvery = 4;

/** What became of one draw: its verdict, whether the facts were refused, and the promises it broke. */
export const checkDraw = (
  policies: readonly Policy[],
  seed: number,
): { readonly verdict: string; readonly isInvalid: boolean; readonly broken: readonly string[] } => {
  const random = createRandom(seed);
  const { facts, invalidAt } = draw(random);
  const at = new Date(Date.UTC(2026, 10, 20) + random.between(-4000, 2000) * 86_400_000).toISOString();
  const check = seed % twiceEvery === 0 ? checkTwice : checkDecision;
  const { decision, broken } = check(random.pick(filled(policies)), facts, at);
  const invalid = decision.reasons.filter(({ code }) => code === 'facts-invalid');
  const isRefused = invalidAt === null || invalid.length > 0;
  return {
    verdict: decision.verdict,
    isInvalid: invalid.length > 0,
    broken: isRefused ? broken : [...broken, `senseless facts are refused: ${invalidAt}`],
  };
};

/** Decides on so many random facts, each drawn from a seed of its own, so that any of them can be drawn again. */
export const runMany = ({ policies, count, seed }: Many): ManyReport => {
  const verdicts: Record<string, number> = {};
  const failures: Failure[] = [];
  let invalid = 0;
  for (let index = 0; index < count && failures.length < mostFailures; index += 1) {
    const own = (seed * 1_000_003 + index) >>> 0;
    const { verdict, isInvalid, broken } = checkDraw(policies, own);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    if (isInvalid) invalid += 1;
    if (broken.length > 0) failures.push({ seed: own, broken });
  }
  return { count, verdicts, invalid, failures };
};
