import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { compilePolicy, decide } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { at, factsWith } from './sample-facts.js';
import { lawPack } from './sample-packs.js';

const answer = (): string => {
  const text = readFileSync('examples/policies/house.yaml', 'utf8');
  const policy = compilePolicy([parsePolicyDocument(text, { file: 'house.yaml' })], { packs: [lawPack()] });
  const cases = [
    factsWith({}),
    factsWith({ buyer: { country: 'US' } }),
    factsWith({ reason: 'defective', requestedAt: '2026-11-16T23:30:00+01:00' }),
  ];
  return JSON.stringify(cases.map((facts) => decide(policy, facts, at)));
};

describe('the policy engine is pure', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('reads no clock and throws no dice', () => {
    const expected = answer();
    const poison = (): never => {
      throw new Error('impure');
    };
    vi.spyOn(Date, 'now').mockImplementation(poison);
    vi.spyOn(Math, 'random').mockImplementation(poison);
    vi.spyOn(performance, 'now').mockImplementation(poison);
    expect(answer()).toBe(expected);
  });

  it.each(['UTC', 'America/New_York', 'Asia/Singapore', 'Pacific/Chatham'])('answers the same on a machine in %s', (zone) => {
    const expected = answer();
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = zone;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(answer()).toBe(expected);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('changes neither policy nor facts', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const document = parsePolicyDocument(readFileSync('examples/policies/house.yaml', 'utf8'));
    freeze(document);
    const facts = factsWith({ item: { traits: ['custom-made'] } });
    freeze(facts);
    expect(decide(compilePolicy([document]), facts, at).verdict).toBe('ineligible');
  });

  it('imports no package but YAML and a formatter of messages, and these only where they are asked for', () => {
    const importsOf = (...options: readonly string[]): readonly string[] => {
      const found = execFileSync('grep', ['-rhoE', "from '[^.$][^']*'", '--include=*.ts', ...options, 'src/policy'], {
        encoding: 'utf8',
      });
      return [...new Set(found.trim().split('\n'))].sort();
    };
    expect(importsOf('--exclude-dir=explain')).toEqual(["from 'yaml'"]);
    expect(importsOf('--exclude=yaml.ts')).toEqual(["from 'intl-messageformat'"]);
  });
});
