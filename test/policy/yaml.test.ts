import fc from 'fast-check';
import { compilePolicy, PolicyDocumentError } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { describe, expect, it, vi } from 'vitest';

// Many random cases: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const head = 'aftersale: policy/v1\nid: house\n';
const file = 'house.yaml';

const errorOf = (text: string): PolicyDocumentError => {
  try {
    compilePolicy([parsePolicyDocument(text, { file })]);
  } catch (error) {
    if (error instanceof PolicyDocumentError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('mistakes in a document are named with their place and the nearest right word', () => {
  it.each([
    [
      'a key',
      'rules:\n  - id: a\n    windw: { days: 3 }',
      { line: 5, column: 5, path: 'rules.0.windw', suggestion: 'window', code: 'unknown-word' },
    ],
    [
      'a key in another spelling',
      'rules: []\nbuyer_duties: {}',
      { line: 4, column: 1, path: 'buyer_duties', suggestion: 'buyer-duties' },
    ],
    [
      'a word',
      'rules:\n  - id: a\n    when: { category: [electronic] }',
      { line: 5, column: 24, path: 'rules.0.when.category.0', suggestion: 'electronics' },
    ],
    [
      'a word without a list',
      'rules:\n  - id: a\n    when: { reasonClass: withdrawl }',
      { line: 5, column: 26, suggestion: 'withdrawal' },
    ],
    ['an invented reason', 'rules:\n  - id: a\n    when: { reason: [defectiv] }', { suggestion: 'defective' }],
    [
      'a condition fact',
      'rules:\n  - id: a\n    when: { condition: { isOpened: true } }',
      { path: 'rules.0.when.condition.isOpened' },
    ],
    [
      'a duty',
      'rules: []\npromises: { anwser: { days: 3 } }',
      { line: 4, column: 13, path: 'promises.anwser', suggestion: 'answer' },
    ],
    [
      'a trigger',
      'rules: []\npromises:\n  answer: { days: 3, from: request }',
      { line: 5, path: 'promises.answer.from', suggestion: 'requested' },
    ],
    [
      'a key of a duty',
      'rules: []\npromises:\n  answer: { days: 3, onmiss: none }',
      { path: 'promises.answer.onmiss', suggestion: 'onMiss' },
    ],
    [
      'a country',
      'rules:\n  - id: a\n    when: { country: XX }',
      { line: 5, code: 'invalid-value', expected: 'an ISO 3166 country or subdivision such as DE or US-CA' },
    ],
    [
      'a float for money',
      'rules:\n  - id: a\n    when: { price: { to: 20.00 } }',
      { path: 'rules.0.when.price.to', expected: "an amount with its currency such as '20.00 EUR'" },
    ],
    ['too many decimals', 'rules:\n  - id: a\n    when: { price: { to: 20.5 JPY } }', { path: 'rules.0.when.price.to' }],
    ['a percentage', 'rules:\n  - id: a\n    refund: { item: 300% }', { expected: "a percentage from 0% to 200% such as '15%'" }],
    [
      'a day that does not exist',
      'valid: { from: 2026-02-30 }\nrules: []',
      { line: 3, column: 16, expected: 'a calendar day such as 2026-11-01' },
    ],
    ['a zone', 'seller: { timeZone: Europe/Berlln }\nrules: []', { path: 'seller.timeZone' }],
    [
      'a negative length',
      'rules:\n  - id: a\n    window: { days: -1 }',
      { path: 'rules.0.window.days', expected: 'a whole number from 0 to 36500' },
    ],
    ['a missing key', 'promises: {}', { path: 'rules', code: 'missing-key' }],
    ['no length', 'rules:\n  - id: a\n    window: { from: delivered }', { code: 'contradiction', path: 'rules.0.window' }],
    ['two lengths', 'rules:\n  - id: a\n    window: { days: 3, months: 1 }', { code: 'contradiction', path: 'rules.0.window' }],
    [
      'a shared cost without cap',
      'rules:\n  - id: a\n    pays: { return: shared }',
      { code: 'missing-key', path: 'rules.0.pays' },
    ],
    [
      'payer against refund',
      'rules:\n  - id: a\n    pays: { outbound: buyer }\n    refund: { outbound: full }',
      { code: 'contradiction', line: 6, path: 'rules.0.refund.outbound' },
    ],
    [
      'a fee without size',
      'rules:\n  - id: a\n    refund: { fees: [{ kind: restocking }] }',
      { code: 'contradiction', path: 'rules.0.refund.fees.0' },
    ],
    [
      'a range backwards',
      'rules:\n  - id: a\n    when: { placed: { from: 2026-02-01, to: 2026-01-01 } }',
      { code: 'contradiction', path: 'rules.0.when.placed' },
    ],
    [
      'prices backwards',
      "rules:\n  - id: a\n    when: { price: { from: '2 EUR', to: '1 EUR' } }",
      { code: 'contradiction', path: 'rules.0.when.price' },
    ],
    [
      'two currencies',
      "rules:\n  - id: a\n    when: { price: { from: '2 EUR', to: '3 USD' } }",
      { code: 'contradiction', path: 'rules.0.when.price' },
    ],
    [
      'a reason outside its class',
      'rules:\n  - id: a\n    when: { reason: defective, reasonClass: withdrawal }',
      { code: 'unreachable-rule' },
    ],
    [
      'two rules of one name',
      'rules:\n  - { id: a, window: { days: 3 } }\n  - { id: a, exclude: b }',
      { code: 'duplicate-id', line: 5, path: 'rules.1.id' },
    ],
    [
      'an exception as wide as its rule',
      'rules:\n  - id: a\n    except:\n      - { id: b, exclude: c }',
      { code: 'contradiction', path: 'rules.0.except.0.when' },
    ],
    [
      'an exception outside its rule',
      'rules:\n  - id: a\n    when: { country: DE }\n    except:\n      - { id: b, when: { country: FR }, exclude: c }',
      { code: 'unreachable-rule', line: 7 },
    ],
    [
      'an unknown rule in except',
      'rules:\n  - { id: first, except: [secnd] }\n  - { id: second, when: { country: DE } }',
      { code: 'unknown-word', suggestion: 'second' },
    ],
    ['a second head', 'aftersal: policy/v1\nrules: []', { suggestion: 'aftersale', path: 'aftersal' }],
  ])('%s', (_name, body, expected) => {
    expect(errorOf(head + body)).toMatchObject({ file, ...expected });
  });

  it('reads like a compiler’s message', () => {
    expect(errorOf(`${head}rules:\n  - id: a\n    when: { soldAs: newish }`).message).toBe(
      "house.yaml:5:21: rules.0.when.soldAs: 'newish'; expected one of new, refurbished, used",
    );
  });

  it('lists every mistake, not only the first', () => {
    const error = errorOf(`${head}rules:\n  - id: a\n    windw: {}\n  - id: B\n`);
    expect(error.problems.map(({ path }) => path).sort()).toEqual(['rules.0.windw', 'rules.1.id']);
    expect(error.message).toContain('(and 1 more)');
  });
});

describe('YAML 1.2, core schema', () => {
  it('keeps Norway a country and days texts', () => {
    const document = parsePolicyDocument(
      `${head}rules: [{ id: a, when: { country: [NO, DE], placed: { from: 2026-11-01 } }, window: { days: 7 } }]`,
    );
    expect(document).toMatchObject({ rules: [{ when: { country: ['NO', 'DE'], placed: { from: '2026-11-01' } } }] });
    expect(() => compilePolicy([document])).not.toThrow();
  });

  it('reads JSON too, and keeps positions', () => {
    expect(errorOf('{\n "aftersale": "policy/v1",\n "id": "house",\n "rules": [{ "id": "a", "exclud": "b" }]\n}')).toMatchObject({
      line: 4,
      column: 25,
      suggestion: 'exclude',
    });
  });

  it('lets a list be shared by an anchor', () => {
    const text = `${head}rules:\n  - { id: a, when: { country: &east [PL, CZ] }, window: { days: 7 } }\n  - { id: b, when: { country: *east, reason: defective }, window: { days: 9 } }`;
    expect(() => compilePolicy([parsePolicyDocument(text)])).not.toThrow();
  });
});

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]!}`).join(', ')}]`),
].join('\n');

describe('hostile texts', () => {
  it.each([
    ['an alias bomb', bomb, 'too-large'],
    ['ten megabytes', `${head}# ${'x'.repeat(10_000_000)}`, 'too-large'],
    ['a key that reaches the prototype', `${head}rules: []\n__proto__: { polluted: true }`, 'unknown-word'],
    ['a nested one', `${head}rules: [{ id: a, constructor: {} }]`, 'unknown-word'],
    ['an anchor inside itself', `${head}rules: &r [*r]`, 'contradiction'],
    ['a text', 'just a text', 'invalid-value'],
    ['a list', '- a', 'invalid-value'],
    ['nothing', '', 'invalid-value'],
    ['half a document', 'rules: [', 'syntax'],
    ['the same key twice', `${head}id: other\nrules: []`, 'duplicate-id'],
    ['two documents', `${head}---\n${head}`, 'syntax'],
    ['a key that is a list', '[a]: b', 'syntax'],
    ['a nesting the parser has no room for', `${head}rules: ${'['.repeat(20_000)}`, 'too-large'],
    ['a bottomless nesting', `${head}rules: ${'['.repeat(100)}${']'.repeat(100)}`, 'too-large'],
  ])('%s', (_name, text, code) => {
    expect(errorOf(text).code).toBe(code);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('is refused with the line of the repeated key', () => {
    expect(errorOf(`${head}id: other\nrules: []`)).toMatchObject({ file, line: 3, column: 1 });
  });

  it('a value that is no text at all', () => {
    const notText: unknown = 42;
    expect((): unknown => Reflect.apply(parsePolicyDocument, undefined, [notText])).toThrow(PolicyDocumentError);
  });

  const survives = (run: () => unknown): void => {
    try {
      run();
    } catch (error) {
      expect(error).toBeInstanceOf(PolicyDocumentError);
    }
  };

  it('never end in anything but a document or its own error', () => {
    const line = fc.stringMatching(/^[ \-a-z:{}[\],&*!|>'"#%@0-9]{0,24}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) =>
        survives(() => compilePolicy([parsePolicyDocument(lines.join('\n'))])),
      ),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => survives(() => parsePolicyDocument(text))),
      { numRuns: 200 },
    );
  });

  it('nor do hostile objects', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) =>
        survives(() => compilePolicy([value])),
      ),
      { numRuns: 300 },
    );
    const value = fc.jsonValue();
    const ruleLike = fc.dictionary(
      fc.constantFrom(
        'id',
        'when',
        'window',
        'extend',
        'pays',
        'refund',
        'remedies',
        'except',
        'conditions',
        'otherwise',
        'exclude',
      ),
      value,
    );
    const documentLike = fc.array(ruleLike, { maxLength: 3 }).map((rules) => ({ aftersale: 'policy/v1', id: 'house', rules }));
    fc.assert(
      fc.property(documentLike, (document) => survives(() => compilePolicy([document]))),
      { numRuns: 300 },
    );
  });
});

describe('documents of one seller', () => {
  const text = (id: string, seller: string) => `aftersale: policy/v1\nid: ${id}\nseller: { ${seller} }\nrules: []\n`;
  const compile = (...sellers: readonly string[]) =>
    compilePolicy(
      sellers.map((seller, index) => parsePolicyDocument(text(`d${String(index)}`, seller), { file: `d${String(index)}.yaml` })),
    );

  it.each([
    ['country: CN', 'country: US', 'seller.country'],
    ['timeZone: Asia/Shanghai', 'timeZone: America/New_York', 'seller.timeZone'],
  ])('cannot place it differently: %s, %s', (first, second, path) => {
    expect(() => compile(first, second)).toThrow(expect.objectContaining({ code: 'contradiction', path, line: 3 }));
    expect(() => compile(second, first)).toThrow(expect.objectContaining({ code: 'contradiction', path, line: 3 }));
  });

  it('may each say a part', () => {
    expect(compile('country: CN', 'timeZone: Asia/Shanghai').seller).toEqual({ country: 'CN', timeZone: 'Asia/Shanghai' });
  });

  it('come as a list, also when there is one', () => {
    const single: unknown = parsePolicyDocument(text('one', 'country: CN'), { file: 'one.yaml' });
    expect((): unknown => Reflect.apply(compilePolicy, undefined, [single])).toThrow(
      expect.objectContaining({ file: 'one.yaml', expected: 'a list of documents' }),
    );
  });
});
