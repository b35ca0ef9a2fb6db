import assert from 'node:assert/strict';
import { fingerprintOf } from '../../core/case.js';
import { supports } from '../../core/capabilities.js';
import { parseCaseId, toCaseId } from '../../core/ids.js';
import { withLive } from '../bench.js';
import { collect } from '../collect.js';
import { unknownIdLike } from '../foreign-id.js';
import { requireHook } from '../hooks.js';
import { assertPlainJson } from '../plain-json.js';
import type { Check } from '../suite.js';

const plainCase: Check = {
  title: 'reads a case as plain JSON',
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      const id = await live.seedCase('get');
      const found = await adapter.cases.get(id);
      assertPlainJson(found, 'a case');
      const [summary] = (await collect(adapter.cases.list())).filter((listed) => listed.id === id);
      assert.ok(summary !== undefined, 'the list does not show the case');
      assertPlainJson(summary, 'a summary');
      assert.equal(found.marketplace, adapter.marketplace);
      assert.equal(found.account, adapter.sellerId);
      assert.equal(fingerprintOf(await adapter.cases.get(id)), fingerprintOf(found), 'two reads of an unchanged case differ');
    }),
};

const rawOutOfSight: Check = {
  title: "keeps the marketplace's own answer out of sight, and only when asked",
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      const id = await live.seedCase('get');
      const plain = await adapter.cases.get(id);
      assert.equal(plain.raw, undefined, 'raw is there without being asked for');
      const found = await adapter.cases.get(id, { includeRaw: true });
      assert.ok(found.raw !== undefined && found.raw.length > 0, 'raw is missing with includeRaw');
      assert.equal(Object.keys(found).includes('raw'), false, 'raw is enumerable: logging the case would print it');
      assert.equal(Object.hasOwn({ ...found }, 'raw'), false, 'raw is copied with the case');
      assertPlainJson({ ...found }, 'a case read with raw');
    }),
};

const idsRoundTrip: Check = {
  title: 'gives every id as text, and takes each one back',
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      const id = await live.seedCase('get');
      const found = await adapter.cases.get(id);
      assert.equal(found.id, id, 'get answers with another id than it was asked for');
      assert.equal(toCaseId(parseCaseId(id)), id, 'the id does not survive being taken apart');
      const listed = (await collect(adapter.cases.list())).map((summary) => summary.id);
      assert.ok(listed.includes(id), 'the list gives the case another id');
      const order = await adapter.orders.get(found.order.id);
      assert.equal(order.id, found.order.id, 'the order has another id than the case names');
      assertPlainJson(order, 'an order');
      const ids: readonly unknown[] = [...found.items, ...found.offers, ...order.items, ...order.parcels].map((part) => part.id);
      assert.deepEqual(
        ids.filter((part) => typeof part !== 'string' || part === ''),
        [],
        'an id is not a text',
      );
    }),
};

const unknownThings: Check = {
  title: 'answers NotFoundError for a case and an order it does not know',
  run: (suite) =>
    withLive(suite, async ({ adapter, live, failing }) => {
      const id = await live.seedCase('get');
      const { order } = await adapter.cases.get(id);
      await failing('not-found', () => adapter.cases.get(unknownIdLike(id)));
      await failing('not-found', () => adapter.orders.get(`9${order.id}`));
    }),
};

const unknownStatus: Check = {
  title: "reads a status word it does not know as 'unknown', with the word kept",
  needs: ['seedUnknownStatus'],
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      const { id, word } = await requireHook(live, 'seedUnknownStatus')();
      const found = await adapter.cases.get(id);
      assert.equal(found.phase, 'unknown', `the phase was guessed to be ${found.phase}`);
      assert.ok(Object.values(found.native).includes(word), 'the raw word is lost');
    }),
};

const otherReads: Check = {
  title: 'gives rejection reasons and tracking as plain JSON',
  run: (suite) =>
    withLive(suite, async ({ adapter, live }) => {
      if (supports(adapter, 'rejectionReasons')) {
        const reasons = await adapter.cases.rejectionReasons(await live.seedCase('rejectionReasons'));
        assertPlainJson(reasons, 'rejection reasons');
        assert.ok(reasons.length > 0, 'a case that can be rejected has no reasons for it');
        assert.equal(new Set(reasons.map(({ id }) => id)).size, reasons.length, 'two rejection reasons share an id');
      }
      if (supports(adapter, 'track')) assertPlainJson(await adapter.cases.track(await live.seedCase('track')), 'tracking');
    }),
};

const secretsKept: Check = {
  title: 'keeps its secrets out of errors and log lines',
  run: (suite) =>
    withLive(suite, async ({ adapter, live, failing, secrets }) => {
      assert.ok(
        secrets.some((secret) => secret.length >= 6),
        'name the `secrets` the adapter was given, at least one of 6 characters',
      );
      const id = await live.seedCase('get');
      const stopped = AbortSignal.abort();
      await failing('not-found', () => adapter.cases.get(unknownIdLike(id)));
      await failing('aborted', () => adapter.cases.get(id, { signal: stopped }));
    }),
};

/** What can be read, and in which shape. */
export const readingChecks: readonly Check[] = [
  plainCase,
  rawOutOfSight,
  idsRoundTrip,
  unknownThings,
  unknownStatus,
  otherReads,
  secretsKept,
];
