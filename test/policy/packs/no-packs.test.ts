import { compilePolicy, loadPacks, PolicyDocumentError } from 'aftersale/policy';
import * as packModule from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { lawPack } from '../sample-packs.js';

const document = { aftersale: 'policy/v1', id: 'house', rules: [] };

const refusalOf = (documents: unknown, packs: unknown): unknown => {
  try {
    return Reflect.apply(compilePolicy, undefined, [documents, { packs }]);
  } catch (error) {
    return error;
  }
};

describe('what is no pack is refused with its place', () => {
  it.each([
    ['null', null, 'null'],
    ['nothing', undefined, 'nothing'],
    ['a text', 'law:EU', "'law:EU'"],
    ['a document', document, 'a group of keys'],
    ['a list of packs', [lawPack()], 'a list'],
    ['a module of packs', packModule, 'an object that is not plain data'],
    ['law of nowhere', { ...lawPack(), countries: undefined }, 'a group of keys'],
    ['a marketplace without a name', { layer: 'marketplace', id: 'amazon:DE', site: 'DE', rules: [] }, 'a group of keys'],
  ])('%s', (_name, wrong, found) => {
    const error = refusalOf([], [lawPack(), lawPack(), wrong]);
    expect(error).toBeInstanceOf(PolicyDocumentError);
    expect(error).toMatchObject({ code: 'invalid-value', path: 'packs[2]', expected: 'a pack' });
    expect(error).toHaveProperty('problems.0.found', found);
  });

  it('a hole in the list', () => {
    const packs = [lawPack()];
    packs[2] = lawPack();
    expect(refusalOf([], packs)).toMatchObject({ path: 'packs[1]', problems: [{ found: 'nothing' }] });
  });

  it('a pack that nobody awaited', () => {
    expect(refusalOf([], [Promise.resolve(lawPack())])).toMatchObject({
      message: 'policy document: packs[0]: a promise; expected a pack (await it)',
    });
  });

  it('every one of them', () => {
    expect(refusalOf([], [null, lawPack(), 'law:EU'])).toMatchObject({ problems: [{ path: 'packs[0]' }, { path: 'packs[2]' }] });
  });
});

describe('what is no list is refused', () => {
  it.each([
    ['null', null, 'null'],
    ['a document', document, 'a group of keys'],
    ['a text', 'house.yaml', "'house.yaml'"],
  ])('%s for the documents', (_name, wrong, found) => {
    const error = refusalOf(wrong, []);
    expect(error).toBeInstanceOf(PolicyDocumentError);
    expect(error).toMatchObject({ path: 'documents', expected: 'a list of documents', problems: [{ found }] });
  });

  it('packs that are still being loaded', () => {
    const error = refusalOf([], loadPacks({ countries: [] }));
    expect(error).toBeInstanceOf(PolicyDocumentError);
    expect(error).toMatchObject({ message: 'policy document: packs: a promise; expected a list of packs (await it)' });
  });

  it('a single pack, and the module of all of them', () => {
    expect(refusalOf([], lawPack())).toMatchObject({ path: 'packs', problems: [{ found: 'a group of keys' }] });
    expect(refusalOf([], packModule)).toMatchObject({ path: 'packs', problems: [{ found: 'an object that is not plain data' }] });
  });
});
