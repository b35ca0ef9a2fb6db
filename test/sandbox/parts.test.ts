import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createDueQueue } from '../../src/sandbox/due-queue.js';
import { writeJson } from '../../src/sandbox/json.js';
import { parseMultipart } from '../../src/sandbox/multipart.js';

describe('the due queue', () => {
  it('gives what is due, the earliest first, equals in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 0, max: 60 }), (times, until) => {
        const queue = createDueQueue<number>();
        times.forEach((at, index) => queue.add(at, index));
        const taken: { at: number; value: number }[] = [];
        for (let due = queue.takeDue(until); due !== undefined; due = queue.takeDue(until))
          taken.push({ at: due.at, value: due.value });
        const expected = times
          .map((at, value) => ({ at, value }))
          .filter(({ at }) => at <= until)
          .sort((left, right) => left.at - right.at || left.value - right.value);
        expect(taken).toEqual(expected);
      }),
    );
  });
});

describe('writeJson', () => {
  it('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(writeJson(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('writes 64-bit ids whole and leaves out what is undefined', () => {
    expect(writeJson({ id: 9_007_199_254_740_993n, gone: undefined, list: [undefined, 1n] })).toBe(
      '{"id":9007199254740993,"list":[null,1]}',
    );
  });
});

describe('parseMultipart', () => {
  it('reads back any form, whatever bytes its files hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 4 }),
        fc.string({ maxLength: 20 }),
        async (files, field) => {
          const form = new FormData();
          form.append('field', field);
          for (const file of files) form.append('file', new Blob([file]), 'a.bin');
          const sent = new Response(form);
          const parts = parseMultipart(sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()));
          const [first, ...others] = parts ?? [];
          expect(first?.name).toBe('field');
          // A form turns every line break into CRLF (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html).
          expect(first?.data.toString('utf8')).toBe(field.replace(/\r\n|\r|\n/g, '\r\n'));
          expect(others.map(({ data }) => [...data])).toEqual(files.map((file) => [...file]));
          expect(others.every(({ filename }) => filename === 'a.bin')).toBe(true);
        },
      ),
    );
  });

  it('returns undefined or parts for any bytes, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (body, boundary) => {
        const parts = parseMultipart(`multipart/form-data; boundary=${boundary}`, Buffer.from(body));
        expect(parts === undefined || Array.isArray(parts)).toBe(true);
      }),
    );
    expect(parseMultipart('application/json', Buffer.from('{}'))).toBeUndefined();
  });
});
