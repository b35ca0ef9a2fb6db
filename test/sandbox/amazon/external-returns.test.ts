import { describe, expect, it } from 'vitest';
import type { AmazonClient } from '../amazon-client.js';
import { caseOf, connect, currentOf, day, hour, startAmazon } from '../amazon-client.js';

const path = '/externalFulfillment/2024-09-11/returns';

interface Row {
  readonly id: string;
  readonly status: string;
  readonly numberOfUnits: number;
  readonly marketplaceChannelDetails: { readonly channelSku: string; readonly customerOrderId: string };
}

interface Item {
  readonly product: { readonly sellerSku: string };
  readonly quantityOrdered: number;
}

const readAll = async (client: AmazonClient, query: Readonly<Record<string, string | number>> = {}) => {
  const pages: Row[][] = [];
  let next: Readonly<Record<string, string>> = {};
  do {
    const { body } = await client.get(path, { ...query, ...next });
    pages.push(body.returns as Row[]);
    next = body.nextToken === undefined ? {} : { nextToken: String(body.nextToken) };
  } while (next['nextToken'] !== undefined);
  return pages;
};

describe('external fulfillment returns', () => {
  it('stand in each of the fifteen statuses', async () => {
    const sandbox = await startAmazon();
    const all = (await readAll(connect(sandbox), { maxResults: 100 })).flat();
    expect(new Set(all.map(({ status }) => status)).size).toBe(15);
    const known = sandbox.marketplaces.amazon.cases().filter(({ region }) => region === 'na');
    expect(all.map(({ id }) => id).sort()).toEqual(known.flatMap(({ externalReturnId }) => externalReturnId ?? []).sort());
  });

  it('are of no more units than were sold', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const all = (await readAll(client, { maxResults: 100 })).flat();
    const sold = async ({ channelSku, customerOrderId }: Row['marketplaceChannelDetails']): Promise<number> => {
      const { order } = (await client.get(`/orders/2026-01-01/orders/${customerOrderId}`)).body;
      const items: readonly Item[] = order.orderItems;
      return items.find(({ product }) => product.sellerSku === channelSku)?.quantityOrdered ?? 0;
    };
    const more = await Promise.all(
      all.map(async ({ numberOfUnits, marketplaceChannelDetails }) => numberOfUnits > (await sold(marketplaceChannelDetails))),
    );
    expect(more).toEqual(all.map(() => false));
  });

  it('come ten at a time, with an empty page that is not the last', async () => {
    const sandbox = await startAmazon();
    const pages = await readAll(connect(sandbox));
    expect(pages.map(({ length }) => length)).toEqual([10, 0, pages.flat().length - 10]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(pages.flat().length);
    const plain = await startAmazon({ amazon: { emptyPages: 'absent' } });
    expect((await readAll(connect(plain))).map(({ length }) => length)).not.toContain(0);
  });

  it('take a token only with the arguments it came from', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const { body } = await client.get(path, { maxResults: 3 });
    const nextToken = String(body.nextToken);
    expect((await client.get(path, { maxResults: 4, nextToken })).status).toBe(400);
    expect((await client.get(path, { nextToken })).status).toBe(400);
    expect((await client.get(path, { maxResults: 3, nextToken })).status).toBe(200);
    expect((await connect(sandbox, sandbox.marketplaces.amazon.accounts.eu).get(path, { maxResults: 3, nextToken })).status).toBe(
      400,
    );
  });

  it('filter by update only with a place and a status; the deprecated pair means the creation', async () => {
    const sandbox = await startAmazon();
    const client = connect(sandbox);
    const since = new Date(sandbox.clock.now() - 20 * hour).toISOString();
    expect((await client.get(path, { lastUpdatedSince: since })).status).toBe(400);
    const place = { returnLocationId: 'SC-NA-01', status: 'PROCESSED' };
    const processed = (await client.get(path, { ...place, lastUpdatedSince: since })).body.returns;
    expect(processed).toHaveLength(1);
    expect(processed[0].creationDateTime < since).toBe(true);
    expect((await client.get(path, { ...place, lastUpdatedAfter: since })).body.returns).toEqual([]);
    expect((await client.get(path, { ...place, createdSince: since })).body.returns).toEqual([]);
  });

  it.each([
    ['a status', { status: 'RETURNED' }],
    ['a time', { createdSince: '1110-13-89T43:99:99Z' }],
    ['a size', { maxResults: 101 }],
  ])('refuse %s that is none', async (_what, query) => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const answer = await connect(sandbox).get(path, query);
    expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'InvalidInput']);
  });

  it('move with the clock, one return by its id, with no money and no buyer in it', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'external-in-transit');
    const read = () => connect(sandbox).get(`${path}/${wanted.externalReturnId ?? ''}`);
    const { body: before } = await read();
    expect(before).toMatchObject({ status: 'IN_TRANSIT', marketplaceChannelDetails: { customerOrderId: wanted.orderId } });
    expect(before.returnMetadata.rmaId).toBe(wanted.rmaId);
    expect(before.returnShippingInfo).not.toHaveProperty('deliveryDateTime');
    await sandbox.advance(5 * day);
    sandbox.marketplaces.amazon.issueTokens();
    const { body: after } = await read();
    expect(after).toMatchObject({ status: 'PROCESSED', returnShippingInfo: { deliveryDateTime: expect.any(String) } });
    expect(after.returnShippingInfo.deliveryDateTime).toBe(currentOf(sandbox, wanted).deliveredAt);
    expect(JSON.stringify(after)).not.toMatch(/amount|refund|buyer/i);
  });

  it('of another seller are not found', async () => {
    const sandbox = await startAmazon();
    const { externalReturnId = '' } = caseOf(sandbox, 'external-delivered', 'eu');
    expect((await connect(sandbox).get(`${path}/${externalReturnId}`)).status).toBe(404);
  });
});
