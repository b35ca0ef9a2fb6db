import { describe, expect, it } from 'vitest';
import { groupAlike, type AlikeSources } from '../../../../src/policy/analysis/floors/alike-sources.js';
import { compilePolicy } from '../../../../src/policy/index.js';
import { allPacks } from '../../../../src/policy/packs/index.js';
import type { Rule } from '../../../../src/policy/rules/rule.js';

const { sources } = compilePolicy([], { packs: allPacks });
const groups = groupAlike(sources);

/** What a rule says but for its site. Where it stands in its pack is for messages about the pack. */
const plain = ({ guard, path: _, ...rule }: Rule): unknown => [rule, new Map([...guard].filter(([name]) => name !== 'site'))];

const isFor = (site: string, { guard }: Rule): boolean => {
  const sites = guard.get('site');
  return sites === undefined || (sites.kind === 'words' && sites.words.has(site));
};

const siteRules = ({ sites, rules }: AlikeSources, index: number): readonly Rule[] =>
  sites === null ? rules : rules.filter((rule) => isFor(sites[index] ?? '', rule));

describe('sites of a marketplace that are looked at together', () => {
  it('are every source once', () => {
    expect(groups.flatMap(({ ids }) => ids).sort()).toEqual(sources.map(({ id }) => id).sort());
  });

  it('leave laws by themselves', () => {
    expect(groups.filter(({ ids }) => ids.length > 1).flatMap(({ ids }) => ids.filter((id) => id.startsWith('law:')))).toEqual(
      [],
    );
  });

  it.each(sources.map(({ id, rules }) => ({ id, rules })))('keep what $id says, in its order', ({ id, rules }) => {
    const group = groups.find(({ ids }) => ids.includes(id));
    if (group === undefined) throw new Error(`no group has ${id}`);
    expect(siteRules(group, group.ids.indexOf(id)).map(plain)).toEqual(rules.map(plain));
  });

  it('say once what several sites say in the same words', () => {
    const amazon = groups.find(({ ids }) => ids.includes('amazon:DE'));
    const apart = sources.filter(({ id }) => amazon?.ids.includes(id)).flatMap(({ rules }) => rules);
    expect(amazon?.rules.length).toBeLessThan(apart.length / 3);
    expect(amazon?.rules.some(({ guard }) => guard.get('site') === undefined)).toBe(true);
  });
});
