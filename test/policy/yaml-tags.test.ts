import { PolicyDocumentError } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { describe, expect, it } from 'vitest';

const head = 'aftersale: policy/v1\nid: house\n';

const problemOf = (text: string): unknown => {
  try {
    return parsePolicyDocument(head + text, { file: 'house.yaml' });
  } catch (error) {
    return error instanceof PolicyDocumentError ? error.problems[0] : error;
  }
};

describe('a tag beyond plain YAML', () => {
  it.each([
    ['a function', "rules: []\nname: !!js/function 'x'", '!!js/function', { line: 4, column: 7 }],
    ["somebody's own", 'rules:\n  - id: !custom y', '!custom', { line: 4, column: 9 }],
    ['of a list', 'rules: !rules\n  - id: a', '!rules', { line: 3, column: 8 }],
    ['of a group', 'rules:\n  - !rule { id: a }', '!rule', { line: 4, column: 5 }],
    ['of a key', 'rules: []\n!key name: a', '!key', { line: 4, column: 1 }],
    ['of nothing', 'rules: !all', '!all', { line: 3, column: 8 }],
    ['of an anchor', 'rules: &all !all []', '!all', { line: 3, column: 13 }],
    ['written in full', 'rules: !<tag:example.org,2000:rules> []', '!<tag:example.org,2000:rules>', { line: 3, column: 8 }],
    ['for bytes', 'rules: []\nname: !!binary aGk=', '!!binary', { line: 4, column: 7 }],
    ['for a time', 'rules: []\nvalid: { from: !!timestamp 2026-01-01 }', '!!timestamp', { line: 4, column: 16 }],
    ['for a set', 'rules: !!set { a }', '!!set', { line: 3, column: 8 }],
    ['that does not fit: a number', 'rules: []\nname: !!int many', '!!int', { line: 4, column: 7 }],
    ['that does not fit: a list', 'rules: !!seq { a: b }', '!!seq', { line: 3, column: 8 }],
  ])('is refused with its place: %s', (_name, text, tag, place) => {
    expect(problemOf(text)).toEqual({
      ...place,
      file: 'house.yaml',
      code: 'syntax',
      path: '',
      found: `the tag '${tag}'`,
      expected: 'no tag, or one of !!str, !!int, !!float, !!bool, !!null, !!map, !!seq that fits its value (plain YAML 1.2)',
      suggestion: null,
      witness: null,
    });
  });

  it('is cut where it is endless', () => {
    expect(problemOf(`rules: !${'x'.repeat(5000)} []`)).toMatchObject({ found: `the tag '!${'x'.repeat(59)}'` });
  });
});

it('tags of plain YAML say what their values are', () => {
  const text = `rules: !!seq
  - !!map
    id: !!str 7
    priority: !!int 7
    share: !!float 1.5
    isOn: !!bool true
    none: !!null ~
    text: ! 8
    whole: !<tag:yaml.org,2002:str> 9`;
  expect(problemOf(text)).toMatchObject({
    rules: [{ id: '7', priority: 7, share: 1.5, isOn: true, none: null, text: '8', whole: '9' }],
  });
});
