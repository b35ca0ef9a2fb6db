import { describe, expect, it } from 'vitest';
import { startReceiver } from '../push-receiver.js';
import { caseOf, connect, day, hour, renew, sign } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

describe('return pushes', () => {
  it('tell what changed, signed over the configured URL and the raw body', async () => {
    const { url, received } = await startReceiver();
    const sandbox = await startSandbox({ shopee: { pushKey: 'another key' } });
    const { shopee } = sandbox.marketplaces;
    shopee.sendPushesTo(url);
    const found = caseOf(sandbox, 'requested');
    await connect(sandbox).post('/api/v2/returns/confirm', { return_sn: found.returnSn });
    await shopee.settlePushes();
    expect(received).toHaveLength(1);
    const [push] = received;
    expect(push?.authorization).toBe(sign('another key', `${url}|${push?.body ?? ''}`));
    expect(JSON.parse(push?.body ?? '')).toEqual({
      code: 29,
      shop_id: found.shopId,
      timestamp: Math.floor(sandbox.clock.now() / 1000),
      data: {
        order_sn: found.orderSn,
        return_sn: found.returnSn,
        updated_values: [
          expect.objectContaining({ update_field: 'return_status', old_value: 'REQUESTED', new_value: 'ACCEPTED' }),
          expect.objectContaining({ update_field: 'return_solution', old_value: 0, new_value: 1 }),
        ],
      },
    });
    expect(shopee.pushes()).toMatchObject([{ returnSn: found.returnSn, outcome: 'delivered', copies: 1 }]);
  });

  it('come with the time that passes, each with the time of its event', async () => {
    const { url, received } = await startReceiver();
    const sandbox = await startSandbox({ shopee: { pushUrl: url } });
    const urgent = caseOf(sandbox, 'requested-urgent');
    await sandbox.advance(day);
    const bodies = received.map(({ body }) => {
      const push: { readonly timestamp: number; readonly data: { readonly return_sn: string } } = JSON.parse(body);
      return push;
    });
    const own = bodies.find(({ data }) => data.return_sn === urgent.returnSn);
    expect(own?.timestamp).toBe(Date.parse(urgent.dueAt ?? '') / 1000 + 1);
    const times = bodies.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort((left, right) => left - right));
  });

  it('come twice on demand, and stop when told to', async () => {
    const { url, received } = await startReceiver();
    const sandbox = await startSandbox({ shopee: { pushUrl: url }, faults: [{ kind: 'duplicate-push', times: 1 }] });
    const confirm = async (scenario: string): Promise<void> => {
      await connect(sandbox).post('/api/v2/returns/confirm', { return_sn: caseOf(sandbox, scenario).returnSn });
      await sandbox.marketplaces.shopee.settlePushes();
    };
    await confirm('requested');
    expect(received).toHaveLength(2);
    expect(received[0]).toEqual(received[1]);
    await confirm('refund-requested');
    expect(received).toHaveLength(3);
    sandbox.marketplaces.shopee.sendPushesTo(undefined);
    await confirm('requested-urgent');
    expect(received).toHaveLength(3);
  });

  it('that were refused or lost can be recovered for three days, until they are confirmed', async () => {
    let status = 500;
    const { url, received } = await startReceiver(() => status);
    const sandbox = await startSandbox({ shopee: { pushUrl: url }, faults: [{ kind: 'lost-push', times: 1, skip: 1 }] });
    const client = connect(sandbox);
    for (const scenario of ['requested', 'refund-requested']) {
      await client.post('/api/v2/returns/confirm', { return_sn: caseOf(sandbox, scenario).returnSn });
      await sandbox.marketplaces.shopee.settlePushes();
      status = 200;
    }
    expect(received).toHaveLength(1);
    const lostPath = '/api/v2/push/get_lost_push_message';
    const { response } = (await client.publicGet(lostPath)).body;
    expect(response).toMatchObject({ has_next_page: false, last_message_id: expect.any(Number) });
    expect(response.push_message_list).toHaveLength(2);
    const [first] = response.push_message_list;
    expect(first).toMatchObject({ code: 29, data: received[0]?.body });
    await client.publicPost('/api/v2/push/confirm_consumed_lost_push_message', { last_message_id: response.last_message_id - 1 });
    expect((await client.publicGet(lostPath)).body.response.push_message_list).toHaveLength(1);
    sandbox.marketplaces.shopee.sendPushesTo(undefined);
    await sandbox.advance(3 * day + hour);
    await renew(sandbox);
    expect((await client.publicGet(lostPath)).body.response.push_message_list).toEqual([]);
  });

  it('stay on this machine', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    for (const url of ['https://example.com/push', 'http://192.0.2.1/push', 'nonsense'])
      expect(() => sandbox.marketplaces.shopee.sendPushesTo(url)).toThrow(/loopback/);
  });
});

describe('the push configuration', () => {
  const path = '/api/v2/push/set_app_push_config';

  it('takes a callback that answers the test push, and lists what is on', async () => {
    const { url, received } = await startReceiver();
    const sandbox = await startSandbox();
    const client = connect(sandbox);
    const set = await client.publicPost(path, { callback_url: url, set_push_config_on: [29, 3], blocked_shop_id_list: [1] });
    expect(set.body.response).toEqual({ result: 'success' });
    expect(received).toHaveLength(1);
    expect((await client.publicGet('/api/v2/push/get_app_push_config')).body.response).toMatchObject({
      callback_url: url,
      live_push_status: 'Normal',
      push_config_on_list: [3, 29],
      blocked_shop_id: [1],
    });
    await client.publicPost(path, { set_push_config_off: [29] });
    await client.post('/api/v2/returns/confirm', { return_sn: caseOf(sandbox, 'requested').returnSn });
    await sandbox.marketplaces.shopee.settlePushes();
    expect(received).toHaveLength(1);
  });

  it('refuses a callback that is elsewhere, silent, failing or missing', async () => {
    const { url } = await startReceiver(() => 503);
    const client = connect(await startSandbox({ seed: { cases: 0 } }));
    const refusals = [
      [{ callback_url: 'https://example.com/' }, 'this callback_url is invalid'],
      [{ callback_url: 'http://127.0.0.1:9/' }, "didn't get any response"],
      [{ callback_url: url }, 'the response code we get from it is 503'],
      [{ set_push_config_on: [29] }, 'callback_url is empty'],
      [{ set_push_config_on: ['29'] }, 'Wrong parameters'],
    ] as const;
    for (const [body, message] of refusals) {
      const answer = await client.publicPost(path, body);
      expect(answer.body.error).toBe('error_param');
      expect(answer.body.message).toContain(message);
    }
  });
});
