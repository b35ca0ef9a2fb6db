import type { Citation, RightKind } from '../decision.js';
import { buildGuard, validityGuard } from '../guards/build-guard.js';
import { words } from '../guards/constraint.js';
import { intersectGuards, type Guard } from '../guards/guard.js';
import { buildRule, narrow } from '../rules/build-rule.js';
import type { Rule } from '../rules/rule.js';
import { everySite, type MarketplacePack, type Pack, type PackException, type PackRule } from './types.js';

interface Around {
  readonly guard: Guard;
  readonly rights: readonly RightKind[];
  readonly citation: Citation;
}

const siteOf = ({ site }: MarketplacePack): Guard => (site === everySite ? new Map() : new Map([['site', words(site)]]));

const scopeOf = (pack: Pack): Guard =>
  pack.layer === 'law'
    ? new Map([['country', words(...pack.countries)]])
    : new Map([['marketplace', words(pack.marketplace)], ...siteOf(pack)]);

const placed = (pack: Pack, around: Guard, rule: PackException): Guard => {
  const own = intersectGuards(buildGuard(rule.when ?? {}), validityGuard(rule.valid));
  const narrowed = own === null ? 'never' : narrow(around, own);
  if (narrowed === 'never') throw new RangeError(`rule '${rule.id}' of pack '${pack.id}' can never apply`);
  return narrowed === 'same' ? around : narrowed.guard;
};

const expand = (pack: Pack, rule: PackException, around: Around): readonly Rule[] => {
  const guard = placed(pack, around.guard, rule);
  const citation: Citation = {
    rule: rule.id,
    source: rule.source ?? around.citation.source,
    validFrom: rule.valid?.from ?? around.citation.validFrom,
    confidence: rule.confidence ?? around.citation.confidence,
  };
  const inner = { guard, rights: around.rights, citation };
  return [
    buildRule({
      id: rule.id,
      citation,
      kinds: around.rights,
      guard,
      unless: (rule.unless ?? []).map(buildGuard),
      terms: rule.terms,
      yieldsTo: rule.yieldsTo ?? [],
      path: [pack.id, rule.id],
      document: null,
    }),
    ...(rule.except ?? []).flatMap((exception) => expand(pack, exception, inner)),
  ];
};

const expandTop = (pack: Pack, rule: PackRule): readonly Rule[] => {
  const citation: Citation = {
    rule: rule.id,
    source: rule.source,
    validFrom: rule.valid?.from ?? null,
    confidence: rule.confidence,
  };
  return expand(pack, rule, { guard: scopeOf(pack), rights: rule.rights, citation });
};

/** Turns a pack into rules. A rule that can never apply is a mistake in the pack and throws `RangeError`. */
export const packToRules = (pack: Pack): readonly Rule[] => pack.rules.flatMap((rule) => expandTop(pack, rule));
