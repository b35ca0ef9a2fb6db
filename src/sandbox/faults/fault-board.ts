import { parseFaultRule, type FaultKind, type FaultRule } from './fault-rule.js';

/** The faults in force. */
export interface FaultBoard {
  /** Throws `SandboxInputError` for a rule that is not one. */
  add(rule: FaultRule): void;
  clear(): void;
  /** The rules that can still hit, with what is left of `times` and `skip`. */
  list(): readonly FaultRule[];
  /** Uses up one hit of the first matching rule of these kinds. */
  take(target: FaultTarget, kinds: ReadonlySet<FaultKind>): FaultRule | undefined;
}

/** A call that arrived, as far as a fault rule can ask about it. */
export interface FaultTarget {
  readonly marketplace: string;
  readonly operation: string;
  readonly path: string;
}

interface ArmedRule {
  readonly rule: FaultRule;
  remaining: number;
  skip: number;
}

const matches = (rule: FaultRule, { marketplace, operation, path }: FaultTarget): boolean =>
  (rule.marketplace === undefined || rule.marketplace === marketplace) &&
  (rule.operation === undefined || [operation, path].includes(rule.operation) || path.endsWith(`/${rule.operation}`));

const describe = ({ rule, remaining, skip }: ArmedRule): FaultRule => ({
  ...rule,
  ...(Number.isFinite(remaining) && { times: remaining }),
  ...(skip > 0 && { skip }),
});

export const createFaultBoard = (rules: readonly FaultRule[] = []): FaultBoard => {
  let armed: ArmedRule[] = [];
  const add = (rule: FaultRule): void => {
    const checked = parseFaultRule(rule);
    armed.push({ rule: checked, remaining: checked.times ?? Infinity, skip: checked.skip ?? 0 });
  };
  rules.forEach(add);
  return {
    add,
    clear: () => {
      armed = [];
    },
    list: () => armed.filter(({ remaining }) => remaining > 0).map(describe),
    take: (target, kinds) => {
      for (const candidate of armed) {
        if (candidate.remaining <= 0 || !kinds.has(candidate.rule.kind) || !matches(candidate.rule, target)) continue;
        if (candidate.skip > 0) {
          candidate.skip -= 1;
          continue;
        }
        candidate.remaining -= 1;
        return candidate.rule;
      }
      return undefined;
    },
  };
};
