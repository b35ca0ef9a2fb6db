import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/sandbox/amazon/charset.js';
import { parseMinor, toDecimalText } from '../../../src/sandbox/amazon/money.js';
import { parseXml } from '../../../src/sandbox/amazon/xml.js';

describe('the emulator’s XML', () => {
  it('reads elements in their order, with attributes, entities and sections', () => {
    const root = parseXml(
      '\uFEFF<?xml version="1.0"?><!-- note --><a x="1 &amp; 2"><b>5 &lt; 6 &#x41;</b><c/><b><![CDATA[<raw>]]></b></a>\n',
    );
    expect(root?.attributes).toEqual({ x: '1 & 2' });
    expect(root?.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', '5 < 6 A'],
      ['c', ''],
      ['b', '<raw>'],
    ]);
  });

  it.each(['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a>&unknown;</a>', '<!DOCTYPE a><a/>', '<a b></a>', '<a></a>x'])(
    'refuses %s',
    (text) => {
      expect(parseXml(text)).toBeUndefined();
    },
  );
});

describe('the emulator’s amounts', () => {
  it.each([
    ['10', 'USD', 1000],
    ['10.5', 'USD', 1050],
    ['-1.50', 'EUR', -150],
    ['10.500', 'USD', 1050],
    ['1099', 'JPY', 1099],
    ['10.505', 'USD', undefined],
    ['1.5', 'JPY', undefined],
    ['1,50', 'EUR', undefined],
    ['', 'USD', undefined],
  ])('read %s %s as %s', (text, currency, minor) => {
    expect(parseMinor(text, currency)).toBe(minor);
  });

  it('write whole yen and whole cents', () => {
    expect([toDecimalText(1099, 'JPY'), toDecimalText(1005, 'USD'), toDecimalText(-1, 'USD')]).toEqual([
      '1099',
      '10.05',
      '-0.01',
    ]);
  });
});

describe('the emulator’s charsets', () => {
  it.each([
    ['utf-8', 'utf-8', 'Zürich 東京 €'],
    ['windows-1252', 'windows-1252', 'Zürich € – “ÿ”'],
    ['windows-31j', 'shift_jis', '東京 ソ ー ｱ ①'],
  ] as const)('write %s as %s reads it', (charset, label, text) => {
    // As a stream: read whole, Node 20 takes windows-1252 for Latin-1.
    const decoder = new TextDecoder(label, { fatal: true });
    expect(decoder.decode(encodeText(text, charset), { stream: true }) + decoder.decode()).toBe(text);
  });

  it('write a question mark for what a charset lacks', () => {
    expect(encodeText('東', 'windows-1252').toString()).toBe('?');
  });
});
