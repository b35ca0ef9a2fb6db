import type { PolicyDocument, PolicyRule } from './schema.js';

type Path = readonly PropertyKey[];

const pathAmong = (rules: readonly (string | PolicyRule)[], wanted: string, above: Path): Path | null => {
  for (const [index, rule] of rules.entries()) {
    if (typeof rule === 'string') continue;
    const path = [...above, index];
    if (rule.id === wanted) return path;
    const inside = pathAmong(rule.except ?? [], wanted, [...path, 'except']);
    if (inside !== null) return inside;
  }
  return null;
};

/** Where a rule stands in its document, by the id decisions cite: `change-of-mind`, or `promises.refund` of a duty. */
export const rulePathOf = (document: PolicyDocument, rule: string): Path | null => {
  const [table = '', duty = ''] = rule.split('.');
  if (duty !== '') return table === 'promises' || table === 'buyer-duties' ? [table, duty] : null;
  return pathAmong(document.rules, rule, ['rules']);
};

const idsAmong = (rules: readonly (string | PolicyRule)[]): readonly string[] =>
  rules.flatMap((rule) => (typeof rule === 'string' ? [] : [rule.id, ...idsAmong(rule.except ?? [])]));

/** The ids of all rules of a document, as they are written from top to bottom, duties last. */
export const ruleIdsOf = (document: PolicyDocument): readonly string[] => [
  ...idsAmong(document.rules),
  ...(['promises', 'buyer-duties'] as const).flatMap((table) =>
    Object.keys(document[table] ?? {}).map((duty) => `${table}.${duty}`),
  ),
];
